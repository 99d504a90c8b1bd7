using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Tests.Fixtures;
using Coalition.Tests.Oracle;
using NodaTime;

namespace Coalition.Tests.Approvals;

/// <summary>Every sequence of acts up to a length, on consecutive days: where it leads, and what the passing of days makes of that.</summary>
public class ApprovalExplorationTests
{
    private const int Length = 5;

    private static readonly LocalDate Start = new(2026, 1, 1);

    // Acts that can only harm (property P2, as far as one approval goes).
    private static readonly string[] harmful = ["rejected", "objected", "annulled", "revoked", "lapsed", "withdrawn"];

    private static readonly Dictionary<string, Subject> subjects = Subjects().ToDictionary(s => s.Name);

    public static TheoryData<string> Names => [.. subjects.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sequences_OfAllActs_LeadWhereTheTableSaysOrAreRefused(string name)
    {
        var steps = 0;
        foreach (var (before, act, after, _) in Steps(subjects[name]))
        {
            steps++;
            var row = subjects[name].Table[Plain(before)];
            var isExtension = act.Name == "extended" && after is not null;
            var expected = isExtension ? Plain(before) : row.GetValueOrDefault(NameOf(act));
            Assert.True(expected == (after is null ? null : Plain(after)), $"{NameOf(act)} in '{Plain(before)}': '{(after is null ? "refused" : Plain(after))}', not '{expected ?? "refused"}'");
            if (after is not null)
            {
                Assert.Contains(Plain(after), subjects[name].Table);
            }
        }

        Assert.True(steps >= 16, $"{steps} steps");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HarmfulActs_NeverImproveAStanding_OnThatDayOrLater(string name)
    {
        foreach (var (before, act, after, approval) in Steps(subjects[name]).Where(s => s.After is not null && harmful.Contains(s.Act.Name)))
        {
            foreach (var (on, known) in Views(act.On))
            {
                var (without, with) = (At(before, approval, on, known), At(after!, approval, on, known));
                Assert.True(
                    with.Standing <= without.Standing,
                    $"{NameOf(act)} on {act.On} in '{Plain(before)}' makes of '{without.Name}' '{with.Name}' on {on}, known as of {known}");
                Assert.True(
                    with is not (ParliamentaryApprovalState.Approved or ParliamentaryApprovalState.RenewalRequested)
                        || with.MandateOn(on)?.Covers(on) != true || without.MandateOn(on)?.Covers(on) == true,
                    $"{NameOf(act)} on {act.On} in '{Plain(before)}' gives a mandate on {on}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DaysThatPass_NeverImproveAStanding_ButBySilence(string name)
    {
        foreach (var (_, act, after, approval) in Steps(subjects[name]).Where(s => s.After is not null))
        {
            foreach (var (on, known) in Views(act.On))
            {
                var (today, tomorrow) = (At(after!, approval, on, known), At(after!, approval, on.PlusDays(1), known));
                var isSilence = tomorrow is ParliamentaryApprovalState.Approved { IsTacit: true };
                Assert.True(
                    tomorrow.Standing <= today.Standing || isSilence,
                    $"'{today.Name}' on {on} becomes '{tomorrow.Name}', known as of {known}, after {NameOf(act)} on {act.On} led to '{Plain(after!)}'");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ActsOfOneDay_InWhateverOrder_EndInOneStateOrAreRefused(string name)
    {
        var subject = subjects[name];
        var (refused, folded) = (0, 0);
        foreach (var (before, first, _, approval) in Steps(subject, 3).GroupBy(s => Plain(s.Before)).SelectMany(g => g.Take(subject.Acts.Length)))
        {
            foreach (var others in subject.Acts.SelectMany(a => subject.Acts.Select(b => new[] { a, b })))
            {
                List<ApprovalAct> day = [first, .. others.Select(a => subject.Act(a, first.On))];
                List<ParliamentaryApprovalState> ends = [];
                foreach (var order in Orders.Of(day))
                {
                    var end = order.Aggregate((ParliamentaryApprovalState?)before, (state, act) => state?.After(act, approval));
                    if (end is not null && !ends.Contains(end))
                    {
                        ends.Add(end);
                    }
                }

                foreach (var order in new[] { day, [.. day.AsEnumerable().Reverse()] })
                {
                    var end = Chronology.TryFold(before, order, Chronology.Next(approval), mayPassOver: false, out _);
                    Assert.Equal(ends.Count == 1 ? ends[0] : null, end);
                }

                _ = ends.Count == 1 ? folded++ : refused++;
            }
        }

        Assert.True(refused > 0 && (folded > 0 || subject.Table.Count == 1), $"{folded} folded, {refused} refused");
    }

    private static IEnumerable<Subject> Subjects()
    {
        foreach (var (name, approval, table) in ParliamentaryApprovalStateTests.AllVariants)
        {
            yield return new(name, approval, table, ApprovalTables.Acts);
        }

        // With periods so short that they end within the sequences.
        ParliamentaryApproval Of(ApprovalProcedure procedure) => ParliamentaryApprovalStateTests.Approval(procedure);
        var (one, two, three) = (LegalPeriod.Parse("P1D"), LegalPeriod.Parse("P2D"), LegalPeriod.Parse("P3D"));
        yield return new("due", Of(ApprovalProcedure.CommitmentToVote) with { Due = Start.PlusDays(3) }, ApprovalTables.Of(ApprovalProcedure.CommitmentToVote), ApprovalTables.Acts);
        yield return new(
            "short silence", Of(ApprovalProcedure.TacitApproval) with { Silence = one, Due = Start.PlusDays(4) },
            ApprovalTables.Of(ApprovalProcedure.TacitApproval, silence: true), ApprovalTables.Acts);
        yield return new(
            "silence of sitting days", Of(ApprovalProcedure.TacitApproval) with { Silence = new LegalPeriod(2), SittingDays = [Start.PlusDays(4), Start.PlusDays(1), Start.PlusDays(2)] },
            ApprovalTables.Of(ApprovalProcedure.TacitApproval, silence: true), ApprovalTables.Acts);
        foreach (var from in Enum.GetValues<PeriodStart>())
        {
            yield return new(
                $"action with deadlines from {from}", Of(ApprovalProcedure.ExPostApproval) with { InformWithin = one, DecideWithin = two, DecideFrom = from },
                ApprovalTables.Of(ApprovalProcedure.ExPostApproval), ApprovalTables.Acts);
            yield return new(
                $"action that silence approves, from {from}", Of(ApprovalProcedure.ExPostApproval) with { InformWithin = three, DecideWithin = two, DecideFrom = from, Silence = one },
                ApprovalTables.Of(ApprovalProcedure.ExPostApproval, silence: true), ApprovalTables.Acts);
        }

        foreach (var first in new[] { true, false })
        {
            yield return new(
                $"informed {(first ? "first" : "later")}", Of(ApprovalProcedure.InformationOnly) with { InformWithin = two, InformFirst = first, Due = Start.PlusDays(2) },
                ApprovalTables.Of(ApprovalProcedure.InformationOnly), ApprovalTables.Acts);
        }

        yield return new("consulted in time", Of(ApprovalProcedure.Consultation) with { Due = Start.PlusDays(2) }, ApprovalTables.Of(ApprovalProcedure.Consultation), ApprovalTables.Acts);
        yield return new(
            "extendable mandates", Of(ApprovalProcedure.PriorApproval) with { ProvisionalExtension = two }, ApprovalTables.Of(ApprovalProcedure.PriorApproval), ApprovalTables.Acts,
            new Mandate { Until = Start.PlusDays(3), ExtendableUntil = Start.PlusDays(6) });

        // Two bodies.
        string[] votes =
            ["submitted", "withdrawn", .. new[] { "A", "B" }.SelectMany(b => new[] { $"approved {b}", $"approved {b}!", $"rejected {b}", $"rejected {b}!" })];
        foreach (var combination in ApprovalTables.OfBodies)
        {
            var rule = VotingRule.Parse("at least 2/3 of cast");
            yield return new(
                combination, Of(ApprovalProcedure.PriorApproval) with
                {
                    Decisions =
                    [
                        new Decision { Body = "A", Override = combination == "each consents" ? null : rule },
                        new Decision { Body = "B", Override = combination == "both may override" ? rule : null },
                    ],
                },
                ApprovalTables.Of(combination), votes)
            {
                EndsWithADecision = true,
            };
        }

        yield return new(
            "joint sitting", Of(ApprovalProcedure.PriorApproval) with
            {
                Combination = DecisionCombination.JointSitting,
                Decisions = [new Decision { Body = "A" }, new Decision { Body = "B" }],
            },
            ApprovalTables.Of(ApprovalProcedure.PriorApproval), ApprovalTables.Acts);
    }

    // Every step of every sequence; a state met again by the same deadlines is not gone on from twice.
    private static IEnumerable<(ParliamentaryApprovalState Before, ApprovalAct Act, ParliamentaryApprovalState? After, ParliamentaryApproval Approval)> Steps(
        Subject subject, int length = Length)
    {
        var approval = subject.Approval;
        HashSet<ParliamentaryApprovalState> states = [ParliamentaryApprovalState.Initial(approval)];
        for (var i = 0; i < length; i++)
        {
            var day = Start.PlusDays(i);
            HashSet<ParliamentaryApprovalState> next = [];
            foreach (var state in states)
            {
                var before = Deadlines.Elapse(state, approval, day, LocalDate.MaxIsoValue);
                if (subject.EndsWithADecision && before is ParliamentaryApprovalState.Approved or ParliamentaryApprovalState.Rejected or ParliamentaryApprovalState.Withdrawn)
                {
                    continue;
                }

                foreach (var name in subject.Acts)
                {
                    var act = subject.Act(name, day);
                    var after = Chronology.Next(approval)(state, act);
                    Assert.Equal(after, Chronology.Next(approval)(state, act));
                    yield return (before, act, after, approval);
                    if (after is not null)
                    {
                        next.Add(after);
                    }
                }
            }

            states = next;
        }
    }

    private static ParliamentaryApprovalState At(ParliamentaryApprovalState state, ParliamentaryApproval approval, LocalDate on, LocalDate known) =>
        Deadlines.Judge(Deadlines.Elapse(state, approval, on, known), approval, on, known);

    // Days from an act on, by what is known on that day, a little later, and at last.
    private static IEnumerable<(LocalDate On, LocalDate Known)> Views(LocalDate day) =>
        from ahead in Enumerable.Range(0, 6)
        from known in new[] { day.PlusDays(-2), day, day.PlusDays(1), day.PlusDays(3), LocalDate.MaxIsoValue }
        select (day.PlusDays(ahead), known);

    // Consent by silence allows the same acts as consent by a vote.
    private static string Plain(ParliamentaryApprovalState state) => ApprovalTables.Label(state).Replace("approved tacitly", "approved", StringComparison.Ordinal);

    private static string NameOf(ApprovalAct act) => act switch
    {
        ApprovalAct.Approved { Body: { } body } vote => $"approved {body}{(vote.Overrides ? "!" : "")}",
        ApprovalAct.Rejected { Body: { } body } vote => $"rejected {body}{(vote.Overrides ? "!" : "")}",
        _ => act.Name,
    };

    private sealed record Subject(
        string Name, ParliamentaryApproval Approval, Dictionary<string, Dictionary<string, string>> Table, string[] Acts, Mandate? Mandate = null)
    {
        internal bool EndsWithADecision { get; init; }

        internal ApprovalAct Act(string name, LocalDate on) => ApprovalTables.Act(name, on) switch
        {
            ApprovalAct.Submitted submitted => submitted with { Mandate = Mandate },
            var act => act,
        };
    }
}
