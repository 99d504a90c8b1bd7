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
        Add(at, new DatedChange(at.Day, kind, model.Circumstances[at.Position].Id));
    }

    internal void Approval(Breakpoint at, ApprovalOn before, ApprovalOn after)
    {
        var approval = model.Approvals[at.Position];
        var isOtherState = before.State != after.State;
        var bears = isOtherState && !after.AllowsLike(before);
        foreach (var act in approval.Acts)
        {
            if (bears && act.On == at.Day && Chronology.KnownFrom(act, model.Index.SourceOf) <= knownAsOf)
            {
                Add(at, new DatedChange(at.Day, DatedChangeKind.ActTaken, approval.Id, approval.Nation, act.Name));
            }
        }

        foreach (var deadline in new RecordOn(model, at.Day.PlusDays(-1), knownAsOf).DeadlinesOf(approval))
        {
            if (deadline.LastDay == at.Day.PlusDays(-1))
            {
                Passed(at, deadline.Kind, approval, bears);
            }
        }

        Mandates(at, approval, before, after, isOtherState);
    }

    internal void Pledge(Breakpoint at, PledgeOn before, PledgeOn after, StageOnRecord stage, CircumstanceState? noticeFrom)
    {
        var pledge = after.Pledge;
        var bears = !after.PassesLike(before);
        if (bears && stage.Since == at.Day && before.Stage != after.Stage)
        {
            Add(at, new DatedChange(at.Day, DatedChangeKind.StageChanged, pledge.Id, pledge.Nation, FormatNames.Of(after.Stage)));
        }

        // What is not promised neither begins nor ends.
        if (after.Stage < PledgeStage.Floated)
        {
            return;
        }

        if (pledge.From == at.Day)
        {
            AddAhead(DatedChangeKind.PledgeBegan);
        }

        if (pledge.Until == at.Day.PlusDays(-1))
        {
            AddAhead(DatedChangeKind.PledgeEnded);
        }

        // Without notice, it is ready by the circumstance itself; after its period, it is ready for nothing.
        if (noticeFrom is CircumstanceState.Occurred { Since: var since } && since < at.Day && pledge.Readiness!.ReadyOn(since) == at.Day
            && !(at.Day > pledge.Until))
        {
            AddAhead(DatedChangeKind.ForceReady);
        }

        void AddAhead(DatedChangeKind kind)
        {
            var change = new DatedChange(at.Day, kind, pledge.Id, pledge.Nation);
            ahead.Add(change);
            if (bears)
            {
                Add(at, change);
            }
        }
    }

    internal void Guarantee(Breakpoint at)
    {
        var guarantee = model.Guarantees[at.Position];
        if (guarantee.From == at.Day)
        {
            AddBoth(at, DatedChangeKind.TermBegan, guarantee.Id);
        }

        if (guarantee.Until == at.Day.PlusDays(-1))
        {
            AddBoth(at, DatedChangeKind.TermEnded, guarantee.Id);
        }
    }

    // It fell due whether or not that has an effect by what is known: what passes after that day may have been kept.
    private void Passed(Breakpoint at, DeadlineKind deadline, ParliamentaryApproval approval, bool bears)
    {
        if (deadline is DeadlineKind.Mandate or DeadlineKind.ProvisionalExtension)
        {
            return;
        }

        var change = deadline == DeadlineKind.Silence
            ? new DatedChange(at.Day, DatedChangeKind.SilenceGaveConsent, approval.Id, approval.Nation)
            : new DatedChange(at.Day, DatedChangeKind.DeadlinePassed, approval.Id, approval.Nation, FormatNames.Of(deadline));
        ahead.Add(change);
        if (bears)
        {
            Add(at, change);
        }
    }

    // Where the state is another, a mandate that comes with it needs no telling; nor does one that only goes on, be it under another date.
    private void Mandates(Breakpoint at, ParliamentaryApproval approval, ApprovalOn before, ApprovalOn after, bool isOtherState)
    {
        var yesterday = at.Day.PlusDays(-1);
        foreach (var mandate in before.Granted)
        {
            if (mandate.Until != yesterday)
            {
                continue;
            }

            var isCurrent = mandate == before.Current;
            var goesOn = AllowsAsMuch(isCurrent ? after.Current : after.Asked, mandate, at.Day);
            var ended = new DatedChange(at.Day, DatedChangeKind.MandateEnded, approval.Id, approval.Nation, Detail(mandate, before, yesterday));

            // That it goes on provisionally says that nothing has been decided: its own end falls due all the same.
            if (isCurrent && (!goesOn || IsProvisional(after, at.Day)))
            {
                ahead.Add(ended);
            }

            if (!goesOn)
            {
                Add(at, ended);
            }
        }

        foreach (var mandate in after.Granted)
        {
            var isCurrent = mandate == after.Current;
            if (mandate.From == at.Day && !isOtherState && !AllowsAsMuch(isCurrent ? before.Current : before.Asked, mandate, yesterday))
            {
                var began = new DatedChange(at.Day, DatedChangeKind.MandateBegan, approval.Id, approval.Nation, Detail(mandate, after, at.Day));
                Add(at, began);
                if (isCurrent)
                {
                    ahead.Add(began);
                }
            }
        }

        static bool AllowsAsMuch(Mandate? one, Mandate other, LocalDate on) =>
            one is not null && one.Covers(on) && one with { From = other.From, Until = other.Until, ExtendableUntil = other.ExtendableUntil } == other;

        static string? Detail(Mandate mandate, ApprovalOn approval, LocalDate on) =>
            mandate != approval.Current ? DatedChange.AskedFor : IsProvisional(approval, on) ? DatedChange.Provisionally : null;

        static bool IsProvisional(ApprovalOn approval, LocalDate on) =>
            approval.State is ParliamentaryApprovalState.RenewalRequested renewal && approval.Current != renewal.Current.MandateOn(on);
    }

    private void AddBoth(Breakpoint at, DatedChangeKind kind, string subject) => ahead.Add(Add(at, new DatedChange(at.Day, kind, subject)));

    private DatedChange Add(Breakpoint at, DatedChange change)
    {
        found.Add(change);
        subjects.Add(at);
        return change;
    }
}
