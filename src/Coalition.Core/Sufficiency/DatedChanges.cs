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
        foreach (var act in approval.Acts)
        {
            if (isOtherState && act.On == at.Day && Chronology.KnownFrom(act, model.Index.SourceOf) <= knownAsOf)
            {
                Add(at, DatedChangeKind.ActTaken, approval.Id, approval.Nation, act.Name);
            }
        }

        foreach (var deadline in new RecordOn(model, at.Day.PlusDays(-1), knownAsOf).DeadlinesOf(approval))
        {
            if (deadline.LastDay == at.Day.PlusDays(-1))
            {
                Passed(at, deadline.Kind, approval, isOtherState);
            }
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
            AddBoth(at, DatedChangeKind.PledgeBegan, pledge.Id, pledge.Nation);
        }

        if (pledge.Until == at.Day.PlusDays(-1))
        {
            AddBoth(at, DatedChangeKind.PledgeEnded, pledge.Id, pledge.Nation);
        }

        // Without notice, it is ready by the circumstance itself.
        if (noticeFrom is CircumstanceState.Occurred { Since: var since } && since < at.Day && pledge.Readiness!.ReadyOn(since) == at.Day)
        {
            AddBoth(at, DatedChangeKind.ForceReady, pledge.Id, pledge.Nation);
        }
    }

    internal void Guarantee(Breakpoint at)
    {
        var guarantee = model.Guarantees[at.Position];
        if (guarantee.From == at.Day)
        {
            AddBoth(at, DatedChangeKind.TermBegan, guarantee.Id, null);
        }

        if (guarantee.Until == at.Day.PlusDays(-1))
        {
            AddBoth(at, DatedChangeKind.TermEnded, guarantee.Id, null);
        }
    }

    // It fell due whether or not that has an effect by what is known: what passes after that day may have been kept.
    private void Passed(Breakpoint at, DeadlineKind deadline, ParliamentaryApproval approval, bool isOtherState)
    {
        var (kind, detail) = deadline switch
        {
            DeadlineKind.Silence => (DatedChangeKind.SilenceGaveConsent, null),
            DeadlineKind.Mandate => (DatedChangeKind.MandateEnded, null),
            DeadlineKind.ProvisionalExtension => (DatedChangeKind.MandateEnded, DatedChange.Provisionally),
            _ => (DatedChangeKind.DeadlinePassed, FormatNames.Of(deadline)),
        };
        ahead.Add(new DatedChange(at.Day, kind, approval.Id, approval.Nation, detail));
        if (isOtherState && kind != DatedChangeKind.MandateEnded)
        {
            Add(at, kind, approval.Id, approval.Nation, detail);
        }
    }

    // Where the state is another, a mandate that comes or goes with it needs no telling: but one may also begin or run out on the same day.
    private void Mandates(Breakpoint at, ParliamentaryApproval approval, ApprovalOn before, ApprovalOn after, bool isOtherState)
    {
        foreach (var mandate in before.Granted)
        {
            if (mandate.Until == at.Day.PlusDays(-1) && !GoesOn(mandate, mandate == before.Current ? after.Current : after.Asked))
            {
                var isProvisional = before.State is ParliamentaryApprovalState.RenewalRequested { ProvisionallyUntil: var last } && last == mandate.Until;
                Add(at, DatedChangeKind.MandateEnded, approval.Id, approval.Nation, isProvisional ? DatedChange.Provisionally : Detail(mandate, before));
            }
        }

        foreach (var mandate in after.Granted)
        {
            if (mandate.From == at.Day && !isOtherState)
            {
                var change = Add(at, DatedChangeKind.MandateBegan, approval.Id, approval.Nation, Detail(mandate, after));
                if (change.Detail is null)
                {
                    ahead.Add(change);
                }
            }
        }

        // What stands, or what is asked for, for longer and otherwise the same.
        static bool GoesOn(Mandate mandate, Mandate? now) => now is not null && mandate == now with { Until = mandate.Until };

        static string? Detail(Mandate mandate, ApprovalOn approval) => mandate == approval.Current ? null : DatedChange.AskedFor;
    }

    private void AddBoth(Breakpoint at, DatedChangeKind kind, string subject, NationCode? nation) => ahead.Add(Add(at, kind, subject, nation));

    private DatedChange Add(Breakpoint at, DatedChangeKind kind, string subject, NationCode? nation, string? detail = null)
    {
        var change = new DatedChange(at.Day, kind, subject, nation, detail);
        found.Add(change);
        subjects.Add(at);
        return change;
    }
}
