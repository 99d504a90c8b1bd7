using Coalition.Approvals;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>What a breakpoint is about, in the order in which it must be looked at: what comes later rests on what comes before.</summary>
internal enum SubjectKind
{
    Circumstance,
    Approval,
    Pledge,
    Guarantee,
}

/// <summary>A day on which something about one entry of the model may be different from the day before.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">The list of the entry.</param>
/// <param name="Position">Its position in the list.</param>
internal readonly record struct Breakpoint(LocalDate Day, SubjectKind Kind, int Position) : IComparable<Breakpoint>
{
    public int CompareTo(Breakpoint other) => (Day, Kind, Position).CompareTo((other.Day, other.Kind, other.Position));
}

/// <summary>Finds the breakpoints of a model: every day whose passing may change what is found, whatever is known.</summary>
/// <remarks>
/// Some may change nothing, such as the day of what is not known yet. Between two of them nothing changes: property P7 stands on it, so that whatever comes to
/// depend on the day is added here.
/// </remarks>
internal sealed class Breakpoints
{
    private readonly CoalitionModel model;
    private readonly LocalDate from;
    private readonly LocalDate until;
    private readonly CancellationToken cancellation;
    private readonly List<Breakpoint> found = [];

    private Breakpoints(CoalitionModel model, LocalDate from, LocalDate until, CancellationToken cancellation)
    {
        this.model = model;
        this.from = from;
        this.until = until;
        this.cancellation = cancellation;
    }

    /// <summary>The breakpoints after a first day and up to a last, sorted; each once.</summary>
    internal static List<Breakpoint> Of(CoalitionModel model, LocalDate from, LocalDate until, CancellationToken cancellation)
    {
        var breakpoints = new Breakpoints(model, from, until, cancellation);
        breakpoints.Find();
        return breakpoints.Sorted();
    }

    private void Find()
    {
        for (var i = 0; i < model.Circumstances.Length; i++)
        {
            foreach (var change in model.Circumstances[i].Events)
            {
                Add(change.On, SubjectKind.Circumstance, i);
            }
        }

        for (var i = 0; i < model.Approvals.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            FindOf(model.Approvals[i], i);
        }

        for (var i = 0; i < model.Pledges.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            FindOf(model.Pledges[i], i);
        }

        for (var i = 0; i < model.Guarantees.Length; i++)
        {
            Add(model.Guarantees[i].From, SubjectKind.Guarantee, i);
            AddAfter(model.Guarantees[i].Until, SubjectKind.Guarantee, i);
        }
    }

    private void FindOf(ParliamentaryApproval approval, int position)
    {
        foreach (var mandate in approval.Mandates())
        {
            Add(mandate.From, SubjectKind.Approval, position);
            AddAfter(mandate.Until, SubjectKind.Approval, position);
        }

        AddAfter(approval.Due, SubjectKind.Approval, position);
        foreach (var act in approval.Acts)
        {
            // Which act a period runs from is the business of the state: here it runs from each.
            Add(act.On, SubjectKind.Approval, position);
            AddAfter((act as ApprovalAct.Extended)?.Until, SubjectKind.Approval, position);
            AddAfter(LastDay(approval.InformWithin, act.On), SubjectKind.Approval, position);
            AddAfter(LastDay(approval.Silence, act.On), SubjectKind.Approval, position);
            AddAfter(LastDay(approval.ProvisionalExtension, act.On), SubjectKind.Approval, position);
            AddAfter(LastDay(approval.DecideWithin, act.On), SubjectKind.Approval, position);
            if (approval.DecideFrom == PeriodStart.Information && LastDay(approval.InformWithin, act.On) is { } informed)
            {
                AddAfter(LastDay(approval.DecideWithin, informed), SubjectKind.Approval, position);
            }
        }

        LocalDate? LastDay(LegalPeriod? period, LocalDate start) => period?.LastDay(start, approval.SittingDays);
    }

    private void FindOf(Pledge pledge, int position)
    {
        Add(pledge.From, SubjectKind.Pledge, position);
        AddAfter(pledge.Until, SubjectKind.Pledge, position);
        foreach (var change in pledge.Stages)
        {
            Add(change.On, SubjectKind.Pledge, position);
        }

        if (pledge.Readiness is { } readiness)
        {
            foreach (var change in model.Index.Circumstances.Find(readiness.From)!.Events)
            {
                Add(readiness.ReadyOn(change.On), SubjectKind.Pledge, position);
            }
        }
    }

    private void Add(LocalDate? day, SubjectKind kind, int position)
    {
        if (day > from && day <= until)
        {
            found.Add(new Breakpoint(day.Value, kind, position));
        }
    }

    // The calendar ends in 9999: nothing is different after its last day.
    private void AddAfter(LocalDate? lastDay, SubjectKind kind, int position)
    {
        if (lastDay >= from && lastDay < until)
        {
            found.Add(new Breakpoint(lastDay.Value.PlusDays(1), kind, position));
        }
    }

    private List<Breakpoint> Sorted()
    {
        found.Sort();
        var last = 0;
        for (var i = 1; i < found.Count; i++)
        {
            if (found[i] != found[last])
            {
                found[++last] = found[i];
            }
        }

        if (found.Count > 0)
        {
            found.RemoveRange(last + 1, found.Count - last - 1);
        }

        return found;
    }
}
