using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>Says of one entry of the model what is different on a day from the day before, and why: the one place that tells the kinds of change apart.</summary>
/// <param name="model">The model.</param>
/// <param name="knownAsOf">By what is known when.</param>
internal sealed class DatedChanges(CoalitionModel model, LocalDate knownAsOf)
{
    private readonly List<DatedChange> found = [];
    private readonly List<Breakpoint> subjects = [];
    private readonly List<DatedChange> ahead = [];

    /// <summary>The changes of the day, and what each is about.</summary>
    internal IEnumerable<(DatedChange Change, Breakpoint Subject)> OfTheDay => found.Zip(subjects);

    /// <summary>All that lapsed, fell due or began on the days so far.</summary>
    internal List<DatedChange> Ahead => ahead;

    internal void Begin()
    {
        found.Clear();
        subjects.Clear();
    }

    internal void Circumstance(Breakpoint at, CircumstanceState before, CircumstanceState after)
    {
        if (before == after)
        {
            return;
        }

        var kind = after switch
        {
            CircumstanceState.Occurred => DatedChangeKind.CircumstanceOccurred,
            CircumstanceState.Ended => DatedChangeKind.CircumstanceEnded,
            _ => DatedChangeKind.CircumstanceRuledOut,
        };
        Add(at, kind, model.Circumstances[at.Position].Id, null);
    }

    internal void Approval(Breakpoint at, ApprovalOn before, ApprovalOn after)
    {
        var approval = model.Approvals[at.Position];
        var isOtherState = before.State != after.State;
        var hasActed = false;
        foreach (var act in approval.Acts)
        {
            if (isOtherState && act.On == at.Day && Chronology.KnownFrom(act, model.Index.SourceOf) <= knownAsOf)
            {
                hasActed = true;
                Add(at, DatedChangeKind.ActTaken, approval.Id, approval.Nation, act.Name);
            }
        }

        // Nobody acted, so that the passing of time did it.
        var hasLapsed = isOtherState && !hasActed;
        var isSilence = hasLapsed && approval.Silence is not null && before.Standing != Standing.Passed && after.Standing == Standing.Passed;
        if (hasLapsed)
        {
            Add(at, isSilence ? DatedChangeKind.SilenceGaveConsent : DatedChangeKind.DeadlinePassed, approval.Id, approval.Nation);
        }
        else if (WhatFellDue(approval, before.State, at.Day.PlusDays(-1)) is { } due)
        {
            ahead.Add(new DatedChange(at.Day, due, approval.Id, approval.Nation));
        }

        Mandates(at, approval, before, after, isOtherState);
    }

    internal void Pledge(Breakpoint at, PledgeOn before, PledgeOn after, StageOnRecord stage, CircumstanceState? noticeFrom)
    {
        var pledge = after.Pledge;
        if (stage.Since == at.Day && before.Stage != after.Stage || before.IsAbsent != after.IsAbsent)
        {
            Add(at, DatedChangeKind.StageChanged, pledge.Id, pledge.Nation, FormatNames.Of(after.Stage));
        }

        // What is not promised neither begins nor ends.
        if (after.Stage < PledgeStage.Floated)
        {
            return;
        }

        if (pledge.From == at.Day)
        {
            Add(at, DatedChangeKind.PledgeBegan, pledge.Id, pledge.Nation);
        }

        if (pledge.Until == at.Day.PlusDays(-1))
        {
            Add(at, DatedChangeKind.PledgeEnded, pledge.Id, pledge.Nation);
        }

        // Without notice, it is ready by the circumstance itself.
        if (noticeFrom is CircumstanceState.Occurred { Since: var since } && since < at.Day && pledge.Readiness!.ReadyOn(since) == at.Day)
        {
            Add(at, DatedChangeKind.ForceReady, pledge.Id, pledge.Nation);
        }
    }

    internal void Guarantee(Breakpoint at)
    {
        var guarantee = model.Guarantees[at.Position];
        if (guarantee.From == at.Day)
        {
            Add(at, DatedChangeKind.TermBegan, guarantee.Id, null);
        }

        if (guarantee.Until == at.Day.PlusDays(-1))
        {
            Add(at, DatedChangeKind.TermEnded, guarantee.Id, null);
        }
    }

    // Where the state is another, a mandate that comes or goes with it needs no telling: but one may also have run out on the same day.
    private void Mandates(Breakpoint at, ParliamentaryApproval approval, ApprovalOn before, ApprovalOn after, bool isOtherState)
    {
        var hasBegun = false;
        foreach (var mandate in after.Granted)
        {
            if (!isOtherState && !before.Granted.Contains(mandate))
            {
                hasBegun = true;
                Add(at, DatedChangeKind.MandateBegan, approval.Id, approval.Nation, Detail(mandate, after));
            }
        }

        foreach (var mandate in before.Granted)
        {
            var hasRunOut = mandate.Until == at.Day.PlusDays(-1) || (!isOtherState && !hasBegun);
            if (hasRunOut && !after.Granted.Contains(mandate))
            {
                Add(at, DatedChangeKind.MandateEnded, approval.Id, approval.Nation, Detail(mandate, before));
            }
        }

        static string? Detail(Mandate mandate, ApprovalOn approval) => mandate == approval.Current ? null : DatedChange.AskedFor;
    }

    // A day that passes without an effect by what is known, since the decision may yet be on record.
    private static DatedChangeKind? WhatFellDue(ParliamentaryApproval approval, ParliamentaryApprovalState state, LocalDate lastDay) =>
        state.Standing != Standing.Pending ? null
        : approval.Due == lastDay ? DatedChangeKind.DeadlinePassed
        : state is ParliamentaryApprovalState.Submitted { Motion.On: var start } && approval.Silence?.LastDay(start, approval.SittingDays) == lastDay
            ? DatedChangeKind.SilenceGaveConsent
        : null;

    private void Add(Breakpoint at, DatedChangeKind kind, string subject, NationCode? nation, string? detail = null)
    {
        var change = new DatedChange(at.Day, kind, subject, nation, detail);
        found.Add(change);
        subjects.Add(at);
        if (kind is not (DatedChangeKind.ActTaken or DatedChangeKind.CircumstanceOccurred or DatedChangeKind.CircumstanceEnded
            or DatedChangeKind.CircumstanceRuledOut or DatedChangeKind.StageChanged) && detail is null)
        {
            ahead.Add(change);
        }
    }
}
