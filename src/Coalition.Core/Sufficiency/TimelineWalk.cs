using System.Collections.Immutable;
using Coalition.Approvals;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>Goes through the days of a timeline from breakpoint to breakpoint, and looks anew only at what each is about.</summary>
/// <remarks>
/// The rules are those of an evaluation: the same gates, formulas and fixed points. All pledges of the model are there on every day, since one that does not
/// exist yet is no different from one that is withdrawn; so the formulas stay as they are while no circumstance, term or mandate is another. A bound is worked
/// out anew only if some pledge comes to pass its gates at it or ceases to.
/// </remarks>
internal sealed class TimelineWalk
{
    private static readonly Bound[] bounds = [Bound.Secured, Bound.Reachable, Bound.Possible];

    private readonly CoalitionModel model;
    private readonly LocalDate from;
    private readonly LocalDate until;
    private readonly LocalDate knownAsOf;
    private readonly Day day;
    private readonly AskedStages asked;
    private readonly PledgeOn[] pledges;
    private readonly DatedChanges changes;
    private readonly Course[] courses;
    private readonly Dependencies dependencies;

    // The pledges that wait for each circumstance's notice, or need each approval.
    private readonly List<int>?[] byCircumstance;
    private readonly List<int>?[] byApproval;

    // Whether a mandate of the approval sets a ceiling or a condition, on which formulas rest.
    private readonly bool[] setsLimits;

    // Pledges to look at anew.
    private readonly bool[] isTouched;
    private readonly List<int> touched = [];
    private readonly bool[] isStale = new bool[bounds.Length];
    private Compilation compiled;

    private readonly CancellationToken cancellation;

    // The approvals by which the formulas were made ready.
    private ApprovalOn[] compiledFor = [];

    internal TimelineWalk(CoalitionModel model, LocalDate from, LocalDate until, LocalDate knownAsOf, CancellationToken cancellation)
    {
        this.model = model;
        this.from = from;
        this.until = until;
        this.knownAsOf = knownAsOf;
        this.cancellation = cancellation;
        var matters = new Matters(model);
        day = new Day(model, from, knownAsOf, matters, new bool[matters.Count], cancellation);
        asked = new AskedStages(model, cancellation);
        changes = new DatedChanges(model, knownAsOf);
        pledges = new PledgeOn[model.Pledges.Length];
        isTouched = new bool[pledges.Length];
        byCircumstance = new List<int>?[model.Circumstances.Length];
        byApproval = new List<int>?[model.Approvals.Length];
        for (var i = 0; i < pledges.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            pledges[i] = LookAtPledge(i);
            if (model.Pledges[i].Readiness is { } readiness)
            {
                (byCircumstance[model.Index.Circumstances.PositionOf(readiness.From)] ??= []).Add(i);
            }

            foreach (var approval in model.Index.Links[i].Needs)
            {
                (byApproval[approval] ??= []).Add(i);
            }
        }

        setsLimits = [.. model.Approvals.Select(a => a.HasCeilings() || a.Mandates().Any(m => m.Condition is not null))];
        compiled = Compile();
        courses = [.. model.Guarantees.SelectMany(g => g.Standards.Select(s => new Course(g, s)))];
        dependencies = new Dependencies(model, courses.Length, cancellation);
    }

    internal SufficiencyTimeline Go()
    {
        WorkOut();
        Note();

        // What ends with the last day is different on the day after, if the calendar has one.
        var breakpoints = Breakpoints.Of(model, from, until < LocalDate.MaxIsoValue ? until.PlusDays(1) : until, cancellation);
        for (var start = 0; start < breakpoints.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            var end = start + 1;
            while (end < breakpoints.Count && breakpoints[end].Day == breakpoints[start].Day)
            {
                end++;
            }

            Pass(breakpoints, start, end);
            start = end;
        }

        return new SufficiencyTimeline(from, until, knownAsOf, [.. courses.Select(c => c.Until(until))], [.. changes.Ahead]);
    }

    // Passes the breakpoints of one day.
    private void Pass(List<Breakpoint> breakpoints, int start, int end)
    {
        day.Move(breakpoints[start].Day);
        changes.Begin();
        var mustCompile = false;
        for (var i = start; i < end; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            mustCompile |= LookAt(breakpoints[i]);
        }

        foreach (var position in touched)
        {
            cancellation.ThrowIfCancellationRequested();
            isTouched[position] = false;
            Replace(position, LookAtPledge(position));
        }

        touched.Clear();
        if (day.On > until)
        {
            return;
        }

        if (mustCompile)
        {
            compiled = Compile();
        }

        WorkOut();
        Note();
    }

    // Whether the formulas no longer hold.
    private bool LookAt(Breakpoint at)
    {
        switch (at.Kind)
        {
            case SubjectKind.Circumstance:
                return LookAtCircumstance(at);
            case SubjectKind.Approval:
                return LookAtApproval(at);
            case SubjectKind.Pledge:
                // Circumstances and approvals come first, so that what it rests on has been looked at.
                LookAtPledge(at);
                return false;
            default:
                changes.Guarantee(at);
                return true;
        }
    }

    private bool LookAtCircumstance(Breakpoint at)
    {
        var before = day.Circumstances[at.Position];
        day.LookAtCircumstance(at.Position);
        var after = day.Circumstances[at.Position];
        changes.Circumstance(at, before, after);
        Touch(byCircumstance[at.Position]);
        return before.Standing != after.Standing;
    }

    private bool LookAtApproval(Breakpoint at)
    {
        var before = day.Approvals[at.Position];
        day.LookAtApproval(at.Position);
        var after = day.Approvals[at.Position];
        changes.Approval(at, before, after);
        Touch(byApproval[at.Position]);

        // Where no mandate may be used, no pledge that needs one stands, and its limits do not matter until another may be.
        var then = compiledFor[at.Position];
        return setsLimits[at.Position] && !after.Granted.IsEmpty
            && !(AllowTheSame(then.Now, after.Now) && AllowTheSame(then.Granted, after.Granted));
    }

    // A period is a gate of pledges: formulas rest on everything else that mandates say.
    private static bool AllowTheSame(ImmutableArray<Mandate> before, ImmutableArray<Mandate> after)
    {
        var isSame = before.Length == after.Length;
        for (var i = 0; i < before.Length && isSame; i++)
        {
            isSame = before[i] == after[i] with { From = before[i].From, Until = before[i].Until };
        }

        return isSame;
    }

    private void LookAtPledge(Breakpoint at)
    {
        var before = pledges[at.Position];
        var after = LookAtPledge(at.Position);
        var pledge = after.Pledge;
        var noticeFrom = pledge.Readiness is { } readiness ? day.Circumstances[model.Index.Circumstances.PositionOf(readiness.From)] : null;
        changes.Pledge(at, before, after, noticeFrom);
        Replace(at.Position, after);
    }

    private PledgeOn LookAtPledge(int position) => PledgeGates.On(day, position, asked) ?? PledgeGates.Absent(day, position);

    private void Touch(List<int>? some)
    {
        foreach (var position in some ?? [])
        {
            if (!isTouched[position])
            {
                isTouched[position] = true;
                touched.Add(position);
            }
        }
    }

    // What a pledge that stands brings does not change with the day: the claims known are the same.
    private void Replace(int position, PledgeOn after)
    {
        var before = pledges[position];
        compiled.Points.Replace(after);
        foreach (var bound in bounds)
        {
            isStale[(int)bound] |= !after.PassesLike(before, bound);
        }
    }

    private Compilation Compile()
    {
        Array.Fill(isStale, true);
        compiledFor = [.. day.Approvals];
        return new Compilation(day, pledges, pledges, ofEvery: true, cancellation);
    }

    private void WorkOut()
    {
        foreach (var bound in bounds)
        {
            if (isStale[(int)bound])
            {
                compiled.Points.WorkOutVerdicts(bound, cancellation);
                isStale[(int)bound] = false;
            }
        }
    }

    private void Note()
    {
        for (var i = 0; i < courses.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var course = courses[i];
            var force = day.ForceOf(course.Guarantee);
            Verdict? verdict = force >= GuaranteeForce.TriggerUnknown ? compiled.Standards[i].Met.Verdict : null;
            if (!course.Is(force, verdict))
            {
                var standard = i;
                course.Turn(
                    day.On, force, verdict,
                    [.. changes.OfTheDay.Where(c => dependencies.Has(standard, course.Guarantee, course.Standard, c.Subject)).Select(c => c.Change)]);
            }
        }
    }

    /// <summary>The intervals of one standard so far.</summary>
    private sealed class Course(Guarantee guarantee, SufficiencyStandard standard)
    {
        private readonly ImmutableArray<TimelineInterval>.Builder intervals = ImmutableArray.CreateBuilder<TimelineInterval>();
        private (LocalDate From, GuaranteeForce Force, Verdict? Verdict, ImmutableArray<DatedChange> Changes)? current;

        internal Guarantee Guarantee => guarantee;

        internal SufficiencyStandard Standard => standard;

        internal bool Is(GuaranteeForce force, Verdict? verdict) => current is { } now && now.Force == force && now.Verdict == verdict;

        internal void Turn(LocalDate on, GuaranteeForce force, Verdict? verdict, ImmutableArray<DatedChange> because)
        {
            if (current is not null)
            {
                Close(on.PlusDays(-1));
            }

            current = (on, force, verdict, because);
        }

        internal StandardTimeline Until(LocalDate day)
        {
            Close(day);
            return new StandardTimeline(guarantee.Id, standard.Id, intervals.ToImmutable());
        }

        private void Close(LocalDate day)
        {
            var (start, force, verdict, because) = current!.Value;
            intervals.Add(new TimelineInterval(start, day, force, verdict, because));
        }
    }
}
