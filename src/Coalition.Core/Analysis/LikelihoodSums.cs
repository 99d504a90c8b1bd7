using Coalition.Analysis.Diagrams;

namespace Coalition.Analysis;

/// <summary>Adds up, context by context, how probable the ends of a diagram are: over all, and with each variable granted or refused.</summary>
internal sealed class LikelihoodSums
{
    private readonly Chances chances;
    private readonly Dictionary<FunctionVariable, Split> splits;

    private LikelihoodSums(Chances chances)
    {
        this.chances = chances;
        splits = chances.Estimated.ToDictionary(v => v, _ => new Split());
    }

    internal double Sufficient { get; private set; }

    internal double NotSufficient { get; private set; }

    internal double Possible { get; private set; }

    internal double Insufficient { get; private set; }

    internal static LikelihoodSums Of(
        Diagram diagram, int sufficient, int possible, IReadOnlyList<FunctionVariable> variables, Chances chances, AnalysisBudget budget, CancellationToken cancellation)
    {
        var sums = new LikelihoodSums(chances);
        var chance = new DiagramChance(diagram, sufficient, possible);
        chances.CheckContexts(chance.Count, budget);
        for (var context = 0; context < chances.Contexts; context++)
        {
            cancellation.ThrowIfCancellationRequested();
            var weight = chances.WeightOf(context);
            if (weight == 0)
            {
                continue;
            }

            var (granted, refused) = chances.In(context);
            chance.Pass(granted, refused, cancellation);
            sums.Add(context, weight, chance, variables, granted, refused);
        }

        return sums;
    }

    private void Add(int context, double weight, DiagramChance chance, IReadOnlyList<FunctionVariable> variables, double[] granted, double[] refused)
    {
        Sufficient += weight * chance.First.True;
        NotSufficient += weight * chance.First.False;
        Possible += weight * chance.Second.True;
        Insufficient += weight * chance.Second.False;
        foreach (var v in chances.Mattering)
        {
            splits[variables[v]].Add(weight * granted[v], chance.IfGranted(v), weight * refused[v], chance.IfRefused(v));
        }

        // A circumstance that does not bear on the function itself tells by the contexts alone.
        foreach (var circumstance in chances.Estimated.AsSpan()[chances.Mattering.Length..])
        {
            var (holds, fails) = chances.In(context, circumstance);
            splits[circumstance].Add(weight * holds, chance.First, weight * fails, chance.First);
        }
    }

    internal Importance ImportanceOf(FunctionVariable variable)
    {
        var split = splits[variable];
        var ifGranted = Ratio(split.GrantedTrue, split.Granted);
        var ifRefused = Ratio(split.RefusedTrue, split.Refused);
        var riskIfGranted = Ratio(split.GrantedFalse, split.Granted);
        var riskIfRefused = Ratio(split.RefusedFalse, split.Refused);
        var birnbaum = ifGranted - ifRefused;
        return new Importance(variable)
        {
            Probability = split.Granted,
            IfGranted = ifGranted,
            IfRefused = ifRefused,
            Birnbaum = birnbaum,
            Criticality = Ratio(birnbaum * split.Refused, NotSufficient),
            RiskAchievementWorth = Ratio(riskIfRefused, NotSufficient),
            RiskReductionWorth = Ratio(NotSufficient, riskIfGranted),
            FussellVeselyByDifference = Ratio(NotSufficient - riskIfGranted, NotSufficient),
        };
    }

    private static double? Ratio(double? a, double? b) => b == 0 ? null : a / b;

    // How probable it is that a variable is granted, or refused, together with each end.
    private sealed class Split
    {
        internal double Granted;
        internal double GrantedTrue;
        internal double GrantedFalse;
        internal double Refused;
        internal double RefusedTrue;
        internal double RefusedFalse;

        internal void Add(double granted, (double True, double False) ifGranted, double refused, (double True, double False) ifRefused)
        {
            Granted += granted;
            GrantedTrue += granted * ifGranted.True;
            GrantedFalse += granted * ifGranted.False;
            Refused += refused;
            RefusedTrue += refused * ifRefused.True;
            RefusedFalse += refused * ifRefused.False;
        }
    }
}
