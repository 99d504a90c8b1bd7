using System.Collections;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace Coalition.AotSmoke;

/// <summary>Exact analysis of one function: assignments, minimal sets, power and resilience.</summary>
internal static class FunctionCalls
{
    internal static void Run(Checks checks)
    {
        var matters = SufficiencyFunction.Compile(Example.Model, Example.Day, "force", "seven-thousand");
        Assignments(checks, matters);
        Sets(checks, matters);
        var granted = matters.Variables.OfType<FunctionVariable.OfMatter>().Select(v => v.Matter);
        Power(checks, SufficiencyFunction.Compile(Example.Model, Example.Day, "force", over: VariableKinds.Nations, granting: granted));
    }

    private static void Assignments(Checks checks, SufficiencyFunction function)
    {
        checks.List("approval:gb-commons, circumstance:ceasefire, amount:fr-land", function.Variables);
        checks.Equal(false, function.IsSufficient([true, false, false]));
        checks.Equal(Verdict.Sufficient, function.VerdictOf([true, true, false]));

        // The eight assignments of three variables, one in each bit.
        var results = new ulong[1];
        function.IsSufficient([0b10101010, 0b11001100, 0b11110000], results);
        checks.Equal(0b11111000UL, results[0]);
    }

    private static void Sets(Checks checks, SufficiencyFunction function)
    {
        var sets = function.UnlockSets();
        checks.List("amount:fr-land, approval:gb-commons + circumstance:ceasefire", sets);
        checks.Equal(2, ((IEnumerable)sets).Cast<MinimalSet>().Count());
        using var smallest = sets.GetEnumerator();
        checks.Equal(true, smallest.MoveNext());
        checks.Equal(1, sets.List(1).Left);
        checks.Equal(2, function.BlockingSets().Count);
    }

    private static void Power(Checks checks, SufficiencyFunction function)
    {
        checks.List("nation:FR 2/3, nation:GB 1/6, nation:PL 1/6", function.Power().Players.Select(p => $"{p.Player} {p.ShapleyShubik}"));
        checks.List("2/3, 1/6, 1/6", function.Johnston());
        checks.List("1/2, 1/4, 1/4", function.DeeganPackel());
        checks.List("1/2, 1/4, 1/4", function.Holler());
        checks.Equal(1, function.Resilience().LeastToBreak);
        checks.List("nation:FR", function.VetoPlayers());
        checks.List("", function.Dummies());
    }
}
