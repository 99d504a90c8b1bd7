using System.Collections.Immutable;
using Coalition.Approvals;
using NodaTime;

namespace Coalition.Internal;

/// <summary>A stage and the id of the source that says so.</summary>
internal readonly record struct StageOnRecord(PledgeStage? Stage, LocalDate? Since, string? Source);

/// <summary>What is on record about a model's matters on a day, by what is known on another (rules S1 and S2).</summary>
internal readonly struct RecordOn(CoalitionModel model, LocalDate on, LocalDate knownAsOf)
{
    internal CircumstanceState StateOf(Circumstance circumstance) =>
        Chronology.Fold<CircumstanceState, CircumstanceEvent>(
            new CircumstanceState.Unknown(), Visible(circumstance.Events), static (state, change) => state.After(change));

    internal ParliamentaryApprovalState StateOf(ParliamentaryApproval approval) => StateOf(approval, out _);

    /// <summary>The state of an approval, and the id of the source of its latest act on record, or else of the approval.</summary>
    internal ParliamentaryApprovalState StateOf(ParliamentaryApproval approval, out string? source)
    {
        var acts = Visible(approval.Acts);
        var state = Chronology.Fold(ParliamentaryApprovalState.Initial(approval), acts, (state, act) => state.After(act, approval));
        source = (acts is [.., var latest] ? latest.Source : null) ?? approval.Source;

        // A deadline that lies before what is known, and without the act it called for, was missed; a later one may still be kept.
        return state.Standing == Standing.Pending && approval.Due is { } due && due < on && due < knownAsOf
            ? new ParliamentaryApprovalState.Overdue(due)
            : state;
    }

    /// <summary>The latest stage; none before the first.</summary>
    internal StageOnRecord StageOf(Pledge pledge)
    {
        var sources = model.Index.SourceOf;
        StageOnRecord latest = default;
        if (pledge.Stage is { } first && !((pledge.Source is { } id ? sources(id)?.Published?.From : null) > knownAsOf))
        {
            latest = new StageOnRecord(first, null, pledge.Source);
        }

        foreach (var change in pledge.Stages)
        {
            if (change.On <= on && !(change.On <= latest.Since) && Chronology.KnownFrom(change, sources, pledge.Source) <= knownAsOf)
            {
                latest = new StageOnRecord(change.Stage, change.On, change.Source ?? pledge.Source);
            }
        }

        return latest;
    }

    /// <summary>Whether a claim had been published.</summary>
    internal bool Knows(Pledge pledge, Claim claim) =>
        Chronology.KnownFrom(claim, pledge.Source, model.Index.SourceOf) <= knownAsOf;

    /// <summary>The id of the source of the latest fact on record; null if there is none, or it cites none.</summary>
    internal string? LatestSource<TFact>(ImmutableArray<TFact> facts)
        where TFact : DatedFact => Visible(facts) is [.., var latest] ? latest.Source : null;

    private List<TFact> Visible<TFact>(ImmutableArray<TFact> facts)
        where TFact : DatedFact => Chronology.Visible(facts, model.Index.SourceOf, on, knownAsOf);
}
