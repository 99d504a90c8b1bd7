using System.Collections.Frozen;

namespace Coalition.Analysis;

/// <summary>What each remedy of a menu, by its position in it, brings about on a day.</summary>
/// <param name="Count">The number of remedies.</param>
/// <param name="Grants">By the number of a matter, the remedies that grant it.</param>
/// <param name="Pledges">By the position of a further pledge, the remedy that makes it.</param>
/// <param name="Waivers">By the position of a pledge, the remedies that give up its conditions.</param>
internal sealed record RemedyEffects(int Count, ILookup<int, int> Grants, IReadOnlyDictionary<int, int> Pledges, ILookup<int, int> Waivers)
{
    private static readonly ILookup<int, int> Nothing = Array.Empty<int>().ToLookup(i => i);

    internal static RemedyEffects None { get; } = new(0, Nothing, FrozenDictionary<int, int>.Empty, Nothing);
}
