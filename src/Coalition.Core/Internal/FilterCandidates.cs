using Coalition.Requirements;

namespace Coalition.Internal;

/// <summary>The pledges that a filter need be tried on: those of its narrowest list.</summary>
internal sealed class FilterCandidates
{
    private static readonly List<int> None = [];

    private readonly ModelIndex index;
    private readonly List<int>[] bySupport;
    private readonly List<int>[] byNation;
    private readonly int[] all;

    // For each nation and each support type; a condition mostly asks for both.
    private readonly Dictionary<(int Nation, int Support), List<int>> byBoth = [];

    internal FilterCandidates(ModelIndex index)
    {
        this.index = index;
        bySupport = new List<int>[index.SupportTypes.Count];
        byNation = new List<int>[index.Nations.Count];
        all = new int[index.Pledges.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = i;
            var nation = index.Links[i].Nation;
            var support = index.SupportTypes.PositionOf(index.Draft.Pledges[i].Support);
            if (support >= 0)
            {
                (bySupport[support] ??= []).Add(i);
            }

            if (nation >= 0)
            {
                (byNation[nation] ??= []).Add(i);
            }

            if (support >= 0 && nation >= 0)
            {
                if (!byBoth.TryGetValue((nation, support), out var both))
                {
                    byBoth.Add((nation, support), both = []);
                }

                both.Add(i);
            }
        }
    }

    internal IEnumerable<int> For(PledgeFilter filter) =>
        !filter.Pledges.IsEmpty ? filter.Pledges.Select(index.Pledges.PositionOf).Where(p => p >= 0).Distinct()
        : filter is { Nations: [var nation], Support: [var support] } ? OfBoth(nation, support)
        : !filter.Nations.IsEmpty ? filter.Nations.Distinct().SelectMany(OfNation)
        : !filter.Support.IsEmpty ? filter.Support.Distinct().SelectMany(OfSupport)
        : all;

    /// <summary>How many they are at most, without going through them.</summary>
    internal long CountFor(PledgeFilter filter) =>
        !filter.Pledges.IsEmpty ? filter.Pledges.Length
        : filter is { Nations: [var nation], Support: [var support] } ? OfBoth(nation, support).Count
        : !filter.Nations.IsEmpty ? Math.Min(all.Length, filter.Nations.Sum(n => (long)OfNation(n).Count))
        : !filter.Support.IsEmpty ? Math.Min(all.Length, filter.Support.Sum(s => (long)OfSupport(s).Count))
        : all.Length;

    private List<int> OfNation(NationCode code) => index.Nations.PositionOf(code) is >= 0 and var nation ? byNation[nation] ?? None : None;

    private List<int> OfSupport(string id) => index.SupportTypes.PositionOf(id) is >= 0 and var support ? bySupport[support] ?? None : None;

    private List<int> OfBoth(NationCode code, string id) =>
        byBoth.TryGetValue((index.Nations.PositionOf(code), index.SupportTypes.PositionOf(id)), out var both) ? both : None;
}
