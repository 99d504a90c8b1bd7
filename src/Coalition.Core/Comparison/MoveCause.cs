using System.Collections.Immutable;
using System.Globalization;

namespace Coalition.Comparison;

/// <summary>A set of changes that, made to what was before and nothing else, gives a standard the verdict it has after.</summary>
/// <remarks>Changes are not monotone: some help and some hurt, so that a greater set may do what a smaller one does not, and the other way round.</remarks>
public sealed class MoveCause
{
    internal MoveCause(ImmutableArray<CoalitionChange> changes, ImmutableArray<CoalitionChange> along, bool isSmallest, bool isIrreducible, int atLeast)
    {
        Changes = changes;
        Along = along;
        IsSmallest = isSmallest;
        IsIrreducible = isIrreducible;
        AtLeast = atLeast;
    }

    /// <summary>The changes, in the order of <see cref="CoalitionComparison.Changes"/>; at least one.</summary>
    public ImmutableArray<CoalitionChange> Changes { get; }

    /// <summary>What they take along so that they can be recorded and seen (see <see cref="CoalitionComparison.Apply"/>); mostly empty.</summary>
    public ImmutableArray<CoalitionChange> Along { get; }

    /// <summary>
    /// Whether no smaller set does it: all were tried. Of several smallest sets this is the first, in the order of the changes, unless the budget ended while those
    /// of its size were tried.
    /// </summary>
    public bool IsSmallest { get; }

    /// <summary>Whether no single change can be left out of the set. True of a smallest set; false only where the budget ended before that was shown.</summary>
    public bool IsIrreducible { get; }

    /// <summary>How many changes are needed at least, since every smaller set was tried; the number of <see cref="Changes"/> where that is smallest.</summary>
    public int AtLeast { get; }

    /// <summary>What is to be said before the changes are listed.</summary>
    internal string Heading => IsSmallest
        ? Changes.Length == 1 ? "by this change alone:" : string.Create(CultureInfo.InvariantCulture, $"by these {Changes.Length} changes together, and by no fewer:")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"by these {Changes.Length} changes together{(IsIrreducible ? ", of which none can be left out" : "")}; at least {AtLeast} {(AtLeast == 1 ? "is" : "are")} needed, and fewer than these may do:");
}
