using Coalition.Analysis;
using Coalition.Sufficiency;

namespace Coalition.Tests.Analysis;

/// <summary>A function of a drawn circuit with a drawn outlook, and the joint distribution of all that is estimated, written out.</summary>
internal sealed class OutlookSample
{
    private readonly List<(FunctionVariable Variable, Estimate Estimate)> all = [];
    private readonly Dictionary<OpenMatter, bool> settled = new() { [Circumstance("on-record")] = true, [Circumstance("ruled-out")] = false };

    private OutlookSample(CircuitSample circuit, SufficiencyFunction function, Outlook outlook)
    {
        Circuit = circuit;
        Function = function;
        Outlook = outlook;
    }

    internal CircuitSample Circuit { get; }

    internal SufficiencyFunction Function { get; }

    internal Outlook Outlook { get; private set; }

    /// <summary>The variables of the function, and then two circumstances that are none.</summary>
    internal IReadOnlyList<FunctionVariable> All => [.. all.Select(a => a.Variable)];

    /// <summary>Draws one.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="mostVariables">The most variables of the function.</param>
    /// <param name="isDependent">Whether variables may depend on circumstances.</param>
    internal static OutlookSample Draw(int seed, int mostVariables, bool isDependent)
    {
        var random = new Random(~seed);
        var circuit = CircuitSample.Draw(seed, mostVariables);
        var variables = Enumerable.Range(0, circuit.Variables).Select(FunctionVariable (i) => i % 3 == 1
            ? new FunctionVariable.OfMatter(Circumstance($"c-{i}")) : new FunctionVariable.OfMatter(new OpenMatter(OpenMatterKind.Approval, $"a-{i}"))).ToList();
        var sample = new OutlookSample(circuit, null!, null!);
        var function = new SufficiencyFunction([.. variables], circuit.Circuit, circuit.Root) { Settled = sample.settled };
        sample = new OutlookSample(circuit, function, null!);

        // Each may depend on a circumstance that comes later in a drawn order, so that there are chains and no circles.
        List<FunctionVariable> extra = isDependent ? [new FunctionVariable.OfMatter(Circumstance("x-0")), new FunctionVariable.OfMatter(Circumstance("x-1"))] : [];
        var order = variables.Concat(extra).ToArray();
        random.Shuffle(order);
        foreach (var variable in variables.Concat(extra))
        {
            OpenMatter[] later =
            [
                .. order.SkipWhile(v => v != variable).Skip(1).OfType<FunctionVariable.OfMatter>().Select(v => v.Matter).Where(m => m.Kind == OpenMatterKind.Circumstance),
                .. sample.settled.Keys,
            ];
            OpenMatter? given = isDependent && random.Next(2) == 0 ? later[random.Next(later.Length)] : null;
            sample.all.Add((variable, new Estimate { Of = variable, Probability = Chance(), Given = given, Otherwise = given is null ? null : Chance() }));
        }

        // An extra circumstance on which nothing depends would be unknown to the function.
        var estimates = sample.all.Select(a => a.Estimate).ToList();
        while (estimates.RemoveAll(e => extra.Contains(e.Of) && estimates.TrueForAll(other => other.Given?.ToString() != e.Of.ToString())) > 0)
        {
        }

        sample.Outlook = Outlook.Create([], estimates);
        return sample;

        double Chance() => random.Next(8) switch { 0 => 0, 1 => 1, 2 => random.NextDouble() * 1e-9, _ => random.NextDouble() };
    }

    /// <summary>Every combination of all that is estimated that is not impossible, with its probability.</summary>
    internal IEnumerable<(bool[] Values, double Probability)> Worlds()
    {
        var positions = all.Index().ToDictionary(a => a.Item.Variable, a => a.Index);
        for (var bits = 0; bits < 1 << all.Count; bits++)
        {
            var probability = 1.0;
            for (var i = 0; i < all.Count; i++)
            {
                var estimate = all[i].Estimate;
                var granted = estimate.Given is not { } given
                    || (settled.TryGetValue(given, out var holds) ? holds : (bits >> positions[new FunctionVariable.OfMatter(given)] & 1) != 0)
                    ? estimate.Probability : estimate.Otherwise!.Value;
                probability *= (bits >> i & 1) != 0 ? granted : 1 - granted;
            }

            if (probability > 0)
            {
                yield return ([.. Enumerable.Range(0, all.Count).Select(i => (bits >> i & 1) != 0)], probability);
            }
        }
    }

    private static OpenMatter Circumstance(string id) => new(OpenMatterKind.Circumstance, id);
}
