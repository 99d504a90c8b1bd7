using System.Numerics;
using Coalition.Analysis;
using Coalition.Sufficiency;
using static Coalition.Fuzz.BrokenRuleException;

namespace Coalition.Fuzz;

/// <summary>What holds of the function of every standard: it says what evaluating says.</summary>
internal static class FunctionChecks
{
    // Small: what does not fit it says so, which is an answer.
    private static readonly AnalysisBudget Budget = new() { Nodes = 5_000 };

    /// <summary>Checks one standard in force, which one follows from a number.</summary>
    internal static void Check(SufficiencyReport report, int chance)
    {
        var asked = report.Verdicts.Where(s => s.Verdict is not null).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        var standard = asked[chance % asked.Count];
        try
        {
            CheckMatters(report, standard, chance);
            CheckNations(report, standard);
            CheckFirstMovers(report, standard);
        }
        catch (AnalysisBudgetException)
        {
        }
    }

    private static SufficiencyFunction Compile(SufficiencyReport report, StandardReport standard, VariableKinds over) =>
        SufficiencyFunction.Compile(report.Model, report.On, standard.Guarantee, standard.Standard, over, report.KnownAsOf, budget: Budget);

    private static void CheckMatters(SufficiencyReport report, StandardReport standard, int chance)
    {
        var function = Compile(report, standard, VariableKinds.OpenMatters);
        var none = new bool[function.Variables.Length];
        ThrowUnless(function.IsSufficient(none) == (standard.Verdict == Verdict.Sufficient), "With nothing granted, the function says whether it is sufficient now.");

        var all = new bool[function.Variables.Length];
        Array.Fill(all, true);
        ThrowUnless(
            function.VerdictOf(all) == (standard.Verdict == Verdict.Contingent ? Verdict.Sufficient : standard.Verdict),
            "With all granted, the function says whether it is within reach.");

        // Some of them granted: as a diagram, from the gates, and evaluated.
        var random = new Random(chance);
        var some = function.Variables.Select(_ => random.Next(2) == 1).ToArray();
        var results = new ulong[1];
        function.IsSufficient([.. some.Select(value => value ? 1UL : 0UL)], results);
        var granted = function.Variables.Where((_, i) => some[i]);
        var isSufficient = function.IsSufficient(some);
        ThrowUnless((results[0] & 1) == 1 == isSufficient, "Diagram and gates agree (P8).");
        ThrowUnless(IsSufficient(report, standard, granted) == isSufficient, "Diagram and evaluation agree (P8).");

        CheckUnlockSets(report, standard, function);
    }

    // P5: each unlock set makes it sufficient, and no proper subset does.
    private static void CheckUnlockSets(SufficiencyReport report, StandardReport standard, SufficiencyFunction function)
    {
        var sets = function.UnlockSets();
        ThrowUnless(
            standard.Verdict switch
            {
                Verdict.Sufficient => sets.Count == 1 && sets.First().Variables.IsEmpty,
                Verdict.Contingent => sets.Count >= 1,
                _ => sets.Count == 0,
            },
            "There are unlock sets exactly where there is something to unlock (P5).");

        foreach (var set in sets.Take(1))
        {
            ThrowUnless(IsSufficient(report, standard, set.Variables), "An unlock set, granted, makes it sufficient (P5).");
            ThrowUnless(
                set.Variables.All(left => !IsSufficient(report, standard, set.Variables.Remove(left))), "No proper subset of an unlock set does (P5).");
        }
    }

    private static bool IsSufficient(SufficiencyReport report, StandardReport standard, IEnumerable<FunctionVariable> granted)
    {
        var after = SufficiencyEvaluator.Evaluate(
            report.Model, report.On, report.KnownAsOf, granted.Cast<FunctionVariable.OfMatter>().Select(v => v.Matter));
        return after[standard.Guarantee, standard.Standard].Verdict == Verdict.Sufficient;
    }

    private static void CheckNations(SufficiencyReport report, StandardReport standard)
    {
        var function = Compile(report, standard, VariableKinds.Nations);
        var all = new bool[function.Variables.Length];
        Array.Fill(all, true);
        ThrowUnless(function.IsSufficient(all) == (standard.Verdict == Verdict.Sufficient), "With all nations in, the function says whether it is sufficient now.");

        var power = function.Power();
        var shares = power.Players.Aggregate(new Rational(0, 1), (sum, player) => sum + player.ShapleyShubik);
        ThrowUnless(power.WinningCoalitions + power.LosingCoalitions == BigInteger.One << power.Players.Length, "Each coalition wins or loses.");
        ThrowUnless(
            shares == new Rational(!function.IsSufficient(all) || function.IsSufficient(new bool[all.Length]) ? 0 : 1, 1),
            "Shapley-Shubik indices add up to one, or to nothing where nobody matters.");
        function.Resilience();
    }

    // S9: a deadlock always has some.
    private static void CheckFirstMovers(SufficiencyReport report, StandardReport standard)
    {
        var movers = FirstMovers.Of(report.Model, report.On, standard.Guarantee, standard.Standard, report.KnownAsOf, budget: Budget);
        ThrowUnless(movers.Verdict == standard.Verdict, "First movers are asked of the same verdict.");
        var sets = movers.Sets();
        ThrowUnless(sets.Count > 0 == (standard.Verdict == Verdict.Deadlocked), "A deadlock, and nothing else, has first movers (S9).");
        foreach (var set in sets.Take(1))
        {
            ThrowUnless(!movers.RoundsAfter(set.Variables.Cast<FunctionVariable.OfWaiver>().Select(v => v.Nation)).IsEmpty, "Something follows first movers.");
        }
    }
}
