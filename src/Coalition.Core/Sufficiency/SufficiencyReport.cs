using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>What was found of every guarantee of a model on one day: a profile, never one score.</summary>
/// <remarks>Immutable, and safe to use from any thread. Reports have no equality of their own: compare their text or their JSON.</remarks>
public sealed class SufficiencyReport
{
    internal SufficiencyReport(
        CoalitionModel model, LocalDate on, LocalDate knownAsOf, ImmutableArray<OpenMatter> granted,
        ImmutableArray<GuaranteeReport> guarantees, ImmutableArray<PledgeReport> pledges, ImmutableArray<OpenMatter> openMatters,
        ImmutableArray<SharedUse> sharedUses)
    {
        Model = model;
        On = on;
        KnownAsOf = knownAsOf;
        Granted = granted;
        Guarantees = guarantees;
        Pledges = pledges;
        OpenMatters = openMatters;
        SharedUses = sharedUses;
    }

    /// <summary>The model that was evaluated.</summary>
    public CoalitionModel Model { get; }

    /// <summary>The day that the report is about.</summary>
    public LocalDate On { get; }

    /// <summary>The day up to which publications were taken into account, inclusive.</summary>
    public LocalDate KnownAsOf { get; }

    /// <summary>The open matters that were taken as granted, as a what-if; by kind and in the order of the model.</summary>
    public ImmutableArray<OpenMatter> Granted { get; }

    /// <summary>
    /// What the model assumes by that day rather than records, in words such as <c>ceasefire occurred on 2026-03-01</c>; in the order of the model.
    /// </summary>
    public ImmutableArray<string> Assumptions => Sufficiency.Assumptions.Of(Model, On);

    /// <summary>What was found of each guarantee, in the order of the model.</summary>
    public ImmutableArray<GuaranteeReport> Guarantees { get; }

    /// <summary>How each pledge that exists on the day stands, in the order of the model.</summary>
    public ImmutableArray<PledgeReport> Pledges { get; }

    /// <summary>Every matter that is open on the day and not granted, whether or not a verdict hangs on it; by kind and in the order of the model.</summary>
    public ImmutableArray<OpenMatter> OpenMatters { get; }

    /// <summary>Pledges and ceilings that totals to be met together share: they count in each.</summary>
    public ImmutableArray<SharedUse> SharedUses { get; }

    /// <summary>The findings by every standard of every guarantee, in the order of the model.</summary>
    public IEnumerable<StandardReport> Verdicts => Guarantees.SelectMany(g => g.Standards);

    /// <summary>The finding by one standard.</summary>
    /// <param name="guarantee">The id of the guarantee.</param>
    /// <param name="standard">The id of the standard.</param>
    /// <exception cref="KeyNotFoundException">The model has no such guarantee, or the guarantee no such standard.</exception>
    /// <exception cref="ArgumentNullException">An id is null.</exception>
    public StandardReport this[string guarantee, string standard] =>
        Verdicts.FirstOrDefault(v => v.Guarantee == guarantee && v.Standard == standard)
            ?? throw new KeyNotFoundException($"The model has no standard '{Guard.Clip(standard ?? throw new ArgumentNullException(nameof(standard)))}' of a guarantee '{Guard.Clip(guarantee ?? throw new ArgumentNullException(nameof(guarantee)))}'.");

    /// <summary>The report as plain text: the verdicts, then their grounds, then how each pledge stands.</summary>
    /// <returns>Lines that end in line feeds. Invariant and stable: the same report gives the same text.</returns>
    public string ToText() => Told(new Outline.Plain());

    /// <summary>The report as GitHub-flavoured Markdown, with all text of the model escaped.</summary>
    /// <returns>Lines that end in line feeds. Invariant and stable: the same report gives the same text.</returns>
    public string ToMarkdown() => Told(new Outline.Markdown());

    private string Told(Outline outline)
    {
        new ReportTeller(this, outline).Tell();
        return outline.ToString();
    }
}
