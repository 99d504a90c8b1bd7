using System.Globalization;
using System.Text;
using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Tests.Docs;

/// <summary>The tables of <c>docs/approvals.md</c>, found by trying every act in every state that acts lead to.</summary>
internal static class TransitionTables
{
    private const int Depth = 5;

    private static readonly LocalDate Start = new(2026, 1, 1);

    private static readonly string[] Acts =
    [
        "committed", "preConsulted", "informed", "consulted", "begun", "submitted", "referred", "scheduled", "approved", "rejected", "objected", "annulled",
        "withdrawn", "lapsed", "extended", "revoked",
    ];

    internal static string Markdown()
    {
        var text = new StringBuilder();
        foreach (var procedure in Enum.GetValues<ApprovalProcedure>())
        {
            var table = new SortedDictionary<string, SortedDictionary<string, SortedSet<string>>>(StringComparer.Ordinal);
            var standings = new Dictionary<string, SortedSet<string>>();
            foreach (var approval in Variants(procedure))
            {
                Explore(approval, ParliamentaryApprovalState.Initial(approval), 0, table, standings, []);
            }

            text.Append(CultureInfo.InvariantCulture, $"### {FormatNames.Of(procedure)}\n\n| State | Gate | Act, and what it leads to |\n|---|---|---|\n");
            foreach (var (state, acts) in table)
            {
                var cells = acts.Count == 0 ? "none is allowed" : string.Join("; ", acts.Select(a => $"`{a.Key}` {string.Join(" or ", a.Value)}"));
                text.Append(CultureInfo.InvariantCulture, $"| {state} | {string.Join(" or ", standings[state])} | {cells} |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Explore(
        ParliamentaryApproval approval,
        ParliamentaryApprovalState state,
        int depth,
        SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> table,
        Dictionary<string, SortedSet<string>> standings,
        HashSet<(ParliamentaryApprovalState, int)> seen)
    {
        var name = state.GetType().Name;
        table.TryAdd(name, new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal));
        standings.TryAdd(name, []);
        standings[name].Add(FormatNames.Of(state.Standing));
        if (depth == Depth || !seen.Add((state, depth)))
        {
            return;
        }

        foreach (var word in Acts)
        {
            foreach (var act in Forms(word, Start.PlusDays(depth), approval))
            {
                if (state.After(act, approval) is { } after)
                {
                    table[name].TryAdd(word, new SortedSet<string>(StringComparer.Ordinal));
                    table[name][word].Add(after.GetType().Name);
                    Explore(approval, after, depth + 1, table, standings, seen);
                }
            }
        }
    }

    private static IEnumerable<ParliamentaryApproval> Variants(ApprovalProcedure procedure)
    {
        var plain = new ParliamentaryApproval { Id = "a", Nation = new NationCode("FR"), Procedure = procedure };
        yield return plain;
        yield return plain with { InformFirst = true };
        Decision[] two = [new() { Body = "A" }, new() { Body = "B" }];
        var silence = procedure is ApprovalProcedure.TacitApproval or ApprovalProcedure.ExPostApproval ? new LegalPeriod(Period.FromDays(100)) : null;
        yield return plain with { Decisions = [.. two], Silence = silence };
        yield return plain with { Decisions = [two[0] with { Override = VotingRule.SimpleMajority }, two[1]], Silence = silence };
        if (procedure == ApprovalProcedure.ExPostApproval)
        {
            yield return plain with { Decisions = [.. two], Combination = DecisionCombination.AnyMayAnnul };
        }
    }

    private static IEnumerable<ApprovalAct> Forms(string word, LocalDate on, ParliamentaryApproval approval)
    {
        switch (word)
        {
            case "committed": yield return new ApprovalAct.Committed { On = on }; break;
            case "preConsulted": yield return new ApprovalAct.PreConsulted { On = on }; break;
            case "informed": yield return new ApprovalAct.Informed { On = on }; break;
            case "consulted": yield return new ApprovalAct.Consulted { On = on }; break;
            case "begun": yield return new ApprovalAct.Begun { On = on }; break;
            case "submitted": yield return new ApprovalAct.Submitted { On = on, Mandate = new Mandate { Until = Start.PlusDays(50), ExtendableUntil = Start.PlusDays(90) } }; break;
            case "referred": yield return new ApprovalAct.Referred { On = on }; break;
            case "scheduled": yield return new ApprovalAct.Scheduled { On = on }; break;
            case "objected": yield return new ApprovalAct.Objected { On = on }; break;
            case "withdrawn": yield return new ApprovalAct.Withdrawn { On = on }; break;
            case "lapsed": yield return new ApprovalAct.Lapsed { On = on }; break;
            case "extended": yield return new ApprovalAct.Extended { On = on, Until = Start.PlusDays(60) }; break;
            case "revoked": yield return new ApprovalAct.Revoked { On = on }; break;
            default:
                foreach (var body in approval.Decisions.IsEmpty ? (string?[])[null] : ["A", "B"])
                {
                    foreach (var overrides in (bool[])[false, true])
                    {
                        yield return word == "approved" ? new ApprovalAct.Approved { On = on, Body = body, Overrides = overrides }
                            : word == "rejected" ? new ApprovalAct.Rejected { On = on, Body = body, Overrides = overrides }
                            : new ApprovalAct.Annulled { On = on, Body = body };
                    }
                }

                break;
        }
    }
}
