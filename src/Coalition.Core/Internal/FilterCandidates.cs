using Coalition.Requirements;

namespace Coalition.Internal;

/// <summary>The pledges that a filter need be tried on: those of its narrowest list.</summary>
internal sealed class FilterCandidates
{
    private readonly ModelIndex index;
    private readonly Dictionary<string, List<int>> bySupport = [];
    private readonly List<int>[] byNation;
    private readonly int[] all;

    internal FilterCandidates(ModelIndex index)
    {
        this.index = index;
        byNation = new List<int>[index.Nations.Count];
        all = new int[index.Pledges.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = i;
            var pledge = index.Draft.Pledges[i];
            if (!bySupport.TryGetValue(pledge.Support, out var same))
            {
                bySupport.Add(pledge.Support, same = []);
            }

            same.Add(i);
            var nation = index.Links[i].Nation;
            if (nation >= 0)
            {
                (byNation[nation] ??= []).Add(i);
            }
        }
    }

    internal IEnumerable<int> For(PledgeFilter filter) =>
        !filter.Pledges.IsEmpty ? filter.Pledges.Select(index.Pledges.PositionOf).Where(p => p >= 0).Distinct()
        : !filter.Nations.IsEmpty ? filter.Nations.Distinct().SelectMany(OfNation)
        : !filter.Support.IsEmpty ? filter.Support.Distinct().SelectMany(s => bySupport.TryGetValue(s, out var of) ? of : [])
        : all;

    private List<int> OfNation(NationCode code) => index.Nations.PositionOf(code) is >= 0 and var nation && byNation[nation] is { } of ? of : [];
}
