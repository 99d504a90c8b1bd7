using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>What was found of one guarantee by one standard.</summary>
public sealed class StandardReport
{
    internal StandardReport(
        string guarantee, SufficiencyStandard definition, Source? source, Verdict? verdict, Finding grounds,
        ImmutableArray<OpenMatter> openMatters, ImmutableArray<string> circle)
    {
        Guarantee = guarantee;
        Definition = definition;
        Source = source;
        Verdict = verdict;
        Grounds = grounds;
        OpenMatters = openMatters;
        Circle = circle;
    }

    /// <summary>The id of the guarantee.</summary>
    public string Guarantee { get; }

    /// <summary>The id of the standard.</summary>
    public string Standard => Definition.Id;

    /// <summary>The standard.</summary>
    public SufficiencyStandard Definition { get; }

    /// <summary>Whose measure it is; null if no source is cited.</summary>
    public Source? Source { get; }

    /// <summary>The verdict; null if the guarantee is not in force (see <see cref="GuaranteeReport.Force"/>).</summary>
    public Verdict? Verdict { get; }

    /// <summary>Why: what was found of its requirement.</summary>
    public Finding Grounds { get; }

    /// <summary>
    /// The open matters that bear on whatever is not sufficient yet, by kind and in the order of the model: those of every pledge that may still come to count, and of all that
    /// these wait for in turn. Empty for a sufficient verdict. The circumstances among them are taken as granted together.
    /// </summary>
    public ImmutableArray<OpenMatter> OpenMatters { get; }

    /// <summary>For a deadlock, the ids of pledges of which each waits for the next and the last for the first; empty otherwise.</summary>
    public ImmutableArray<string> Circle { get; }
}
