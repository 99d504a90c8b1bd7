using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using Coalition.Analysis.Diagrams;

namespace Coalition.Analysis;

/// <summary>All selections from a menu of remedies that make a guarantee sufficient and contain nothing that they could do without, the cheapest first.</summary>
/// <remarks>
/// None contains another. They are held together as a decision diagram of sets, in which the cheapest is a shortest path; they are counted without being listed, and listed
/// one at a time, so that a listing may stop anywhere. Those of one cost come in an order that is the same each time. Immutable; equality is by reference.
/// </remarks>
public sealed class RemedySelections : IEnumerable<RemedySelection>
{
    private readonly SetDiagram sets;
    private readonly RemedyMenu menu;
    private readonly int[] remedies;
    private readonly Int128[] costs;
    private readonly Lazy<BigInteger> count;

    /// <param name="sets">The selections, over variables.</param>
    /// <param name="menu">The menu.</param>
    /// <param name="remedies">The position in the menu of each variable.</param>
    internal RemedySelections(SetDiagram sets, RemedyMenu menu, int[] remedies)
    {
        this.sets = sets;
        this.menu = menu;
        this.remedies = remedies;
        costs = [.. remedies.Select(r => (Int128)menu.Remedies[r].Cost)];
        count = new(() => SetCounts.Count(sets));
    }

    /// <summary>What costs are counted in.</summary>
    public Unit Unit => menu.Unit;

    /// <summary>Whether the guarantee is sufficient without any remedy; the one selection is then that of none, at no cost.</summary>
    public bool IsNothingNeeded => sets.Root == SetDiagram.Empty;

    /// <summary>Whether some selection makes it sufficient; if not, all remedies of the menu together do not.</summary>
    public bool IsPossible => sets.Root != SetDiagram.None;

    /// <summary>How many selections there are: exact. Found on first use, by one addition for each node of the diagram.</summary>
    public BigInteger Count => count.Value;

    /// <summary>The selections, the cheapest first.</summary>
    public IEnumerator<RemedySelection> GetEnumerator() =>
        SetEnumeration.ByWeight(sets, costs).Select(found => new RemedySelection(InOrderOfTheMenu(found.Set), found.Weight)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What there is to say of them in a line. Invariant.</summary>
    public override string ToString() =>
        IsNothingNeeded ? "It is sufficient already: nothing is needed."
        : !IsPossible ? "Not even all remedies of the menu together make it sufficient."
        : FormattableString.Invariant($"{Count} {(Count.IsOne ? "selection makes" : "selections make")} it sufficient; the cheapest costs {this.First().Cost} {Unit}.");

    private ImmutableArray<Remedy> InOrderOfTheMenu(int[] set) => [.. set.Select(v => remedies[v]).Order().Select(r => menu.Remedies[r])];
}
