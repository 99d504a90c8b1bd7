using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>Pledges that stand without a figure, where figures might have sufficed (rule S5).</summary>
public sealed class MissingFigures
{
    internal MissingFigures(Verdict upTo, ImmutableArray<NationCode> nations, ImmutableArray<string> pledges, Quantity together)
    {
        UpTo = upTo;
        Nations = nations;
        Pledges = pledges;
        Together = together;
    }

    /// <summary>The verdict that the figures could bring the total to.</summary>
    public Verdict UpTo { get; }

    /// <summary>From whom figures are missing, sorted by code.</summary>
    public ImmutableArray<NationCode> Nations { get; }

    /// <summary>The ids of the pledges that have none, in the order of the model.</summary>
    public ImmutableArray<string> Pledges { get; }

    /// <summary>How much they would have to bring together, so that it counts: at least this. Under a sustained total, how much to keep deployed.</summary>
    public Quantity Together { get; }
}
