using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
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
        source = (acts is [.., var latest] ? latest.Source : null) ?? approval.Source;
        return Deadlines.Judge(ByActs(approval, acts), approval, on, knownAsOf);
    }

    /// <summary>The deadlines that run for an approval.</summary>
    internal IEnumerable<ApprovalDeadline> DeadlinesOf(ParliamentaryApproval approval) =>
        Deadlines.Running(ByActs(approval, Visible(approval.Acts)), approval, on);

    /// <summary>How the mandate of an approval stands; null where none was given.</summary>
    internal MandateState? MandateStateOf(ParliamentaryApproval approval)
    {
        var record = this;
        return MandateState.Of(StateOf(approval), on, mandate => mandate.Condition is null ? Standing.Passed : record.Judge(mandate.Condition));
    }

    private ParliamentaryApprovalState ByActs(ParliamentaryApproval approval, List<ApprovalAct> acts) =>
        Deadlines.Elapse(Chronology.Fold(ParliamentaryApprovalState.Initial(approval), acts, Chronology.Next(approval)), approval, on, knownAsOf);

    // What circumstances alone say of a condition: forms that look at pledges or standards are left open.
    private Standing Judge(Requirement requirement)
    {
        switch (requirement)
        {
            case Requirement.Always:
                return Standing.Passed;
            case Requirement.Holds holds:
                return StateOf(model.Index.Circumstances.Find(holds.Circumstance)!).Standing;
            case Requirement.AllOf or Requirement.AnyOf or Requirement.AtLeast:
                var record = this;
                Standing[] parts = [.. RequirementParts.Of(requirement).Select(record.Judge).OrderDescending()];
                return requirement switch
                {
                    Requirement.AllOf => parts[^1],
                    Requirement.AnyOf => parts[0],
                    _ => parts[((Requirement.AtLeast)requirement).Count - 1],
                };
            default:
                return Standing.Pending;
        }
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
