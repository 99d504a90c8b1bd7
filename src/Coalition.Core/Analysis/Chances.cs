using System.Collections.Immutable;
using Coalition.Sufficiency;

namespace Coalition.Analysis;

/// <summary>The probabilities of an outlook, fitted to the variables of a function.</summary>
/// <remarks>
/// A context is one combination of the circumstances on which some variable that matters depends; in it, all variables are independent. Contexts are numbered by the values
/// of the circumstances as bits.
/// </remarks>
internal sealed class Chances
{
    private readonly ImmutableArray<FunctionVariable> variables;
    private readonly ImmutableArray<double?> defaults;
    private readonly Outlook outlook;
    private readonly IReadOnlyDictionary<OpenMatter, bool> settled;
    private readonly Dictionary<OpenMatter, int> circumstances;

    private Chances(
        ImmutableArray<FunctionVariable> variables, ImmutableArray<int> mattering, ImmutableArray<double?> defaults, Outlook outlook,
        IReadOnlyDictionary<OpenMatter, bool> settled, Dictionary<OpenMatter, int> circumstances)
    {
        this.variables = variables;
        Mattering = mattering;
        this.defaults = defaults;
        this.outlook = outlook;
        this.settled = settled;
        this.circumstances = circumstances;
        Circumstances = [.. circumstances.OrderBy(c => c.Value).Select(c => c.Key)];
        var estimated = mattering.Select(v => variables[v]);
        Estimated = [.. estimated, .. Circumstances.Select(FunctionVariable (c) => new FunctionVariable.OfMatter(c)).Except(estimated)];
    }

    /// <summary>The positions of the variables that matter.</summary>
    internal ImmutableArray<int> Mattering { get; }

    /// <summary>The circumstances that make up a context, each after those on which it depends.</summary>
    internal ImmutableArray<OpenMatter> Circumstances { get; }

    /// <summary>The variables that matter, and then the other circumstances of a context.</summary>
    internal ImmutableArray<FunctionVariable> Estimated { get; }

    internal int Contexts => 1 << Circumstances.Length;

    internal Independence Independence => new(Groups());

    /// <summary>Fits an outlook to a function.</summary>
    /// <param name="variables">The variables of the function.</param>
    /// <param name="mattering">Those that bear on the answer.</param>
    /// <param name="defaults">Probabilities that hold where the outlook has none; empty for none.</param>
    /// <param name="settled">Circumstances that are no variables, and whether each holds.</param>
    /// <param name="knows">Whether something is known that is no variable.</param>
    /// <param name="outlook">The outlook.</param>
    /// <exception cref="ArgumentException">A probability is missing, or is of what is unknown here; the message lists all.</exception>
    internal static Chances Fit(
        ImmutableArray<FunctionVariable> variables, ImmutableArray<int> mattering, ImmutableArray<double?> defaults, IReadOnlyDictionary<OpenMatter, bool> settled,
        Func<FunctionVariable, bool> knows, Outlook outlook)
    {
        var problems = new List<string>();
        var circumstances = new Dictionary<OpenMatter, int>();
        foreach (var variable in mattering)
        {
            if (outlook.Find(variables[variable]) is { } estimate)
            {
                Need(estimate);
            }
            else if (defaults.IsEmpty || defaults[variable] is null)
            {
                problems.Add($"no probability of {variables[variable]}");
            }
        }

        var known = variables.Concat(settled.Keys.Concat(outlook.Estimates.Select(e => e.Given).OfType<OpenMatter>())
            .Select(FunctionVariable (m) => new FunctionVariable.OfMatter(m))).ToHashSet();
        problems.AddRange(outlook.Estimates.Where(e => !known.Contains(e.Of) && !knows(e.Of)).Select(e => $"a probability of {e.Of}, which is unknown here"));
        return problems.Count == 0 ? new Chances(variables, mattering, defaults, outlook, settled, circumstances)
            : throw new ArgumentException($"The outlook does not fit the function: {string.Join("; ", problems)}.", nameof(outlook));

        // Each after that on which it depends; an outlook has no circles, but perhaps chains that are longer than a stack is deep.
        void Need(Estimate of)
        {
            var chain = new Stack<OpenMatter>();
            for (var at = of; at?.Given is { } given && !settled.ContainsKey(given) && !circumstances.ContainsKey(given);)
            {
                chain.Push(given);
                var next = outlook.Find(new FunctionVariable.OfMatter(given));
                if (next is null)
                {
                    problems.Add($"no probability of {given}, on which that of {at.Of} depends");
                }

                at = next;
            }

            foreach (var given in chain)
            {
                circumstances.Add(given, circumstances.Count);
            }
        }
    }

    /// <summary>Refuses more contexts than a budget allows for so many nodes.</summary>
    internal void CheckContexts(int nodes, AnalysisBudget budget)
    {
        if (!Circumstances.IsEmpty && Math.ScaleB(Math.Max(1, nodes), Circumstances.Length) > budget.Nodes)
        {
            throw new AnalysisBudgetException(budget, $"the diagram under every combination of {Circumstances.Length} circumstances on which others depend");
        }
    }

    /// <summary>The probability of a context.</summary>
    internal double WeightOf(int context)
    {
        var weight = 1.0;
        for (var i = 0; i < Circumstances.Length; i++)
        {
            var (granted, refused) = InContext(outlook.Find(new FunctionVariable.OfMatter(Circumstances[i]))!, context);
            weight *= Holds(i, context) ? granted : refused;
        }

        return weight;
    }

    /// <summary>The probabilities, in a context, that each variable that matters is granted, and that it is refused.</summary>
    internal (double[] Granted, double[] Refused) In(int context)
    {
        var (granted, refused) = (new double[variables.Length], new double[variables.Length]);
        foreach (var variable in Mattering)
        {
            (granted[variable], refused[variable]) = In(context, variables[variable], variable);
        }

        return (granted, refused);
    }

    /// <summary>The probabilities, in a context, that one of <see cref="Estimated"/> is granted, and that it is refused.</summary>
    internal (double Granted, double Refused) In(int context, FunctionVariable variable) => In(context, variable, variables.IndexOf(variable));

    private static bool Holds(int circumstance, int context) => (context >> circumstance & 1) != 0;

    private static (double Granted, double Refused) Both(double granted) => (granted, 1 - granted);

    private (double Granted, double Refused) In(int context, FunctionVariable variable, int position) =>
        variable is FunctionVariable.OfMatter { Matter: var matter } && circumstances.TryGetValue(matter, out var circumstance)
            ? Both(Holds(circumstance, context) ? 1 : 0)
            : outlook.Find(variable) is { } estimate ? InContext(estimate, context) : Both(defaults[position]!.Value);

    private (double Granted, double Refused) InContext(Estimate estimate, int context) => Both(
        estimate.Given is not { } given || (settled.TryGetValue(given, out var holds) ? holds : Holds(circumstances[given], context))
            ? estimate.Probability : estimate.Otherwise!.Value);

    // What shares a circumstance is one group: circumstances are merged whenever something joins two of them.
    private ImmutableArray<IndependentGroup> Groups()
    {
        var groupOf = Circumstances.ToDictionary(c => c, c => c);
        foreach (var circumstance in Circumstances)
        {
            if (GivenOf(new FunctionVariable.OfMatter(circumstance)) is { } given)
            {
                Merge(circumstance, given);
            }
        }

        return
        [
            .. Mattering.Select(v => variables[v]).GroupBy(object (v) => RootOf(v) ?? (object)v).Select(g => new IndependentGroup(
                [.. g], g.Key is OpenMatter root ? [.. Circumstances.Where(c => Find(c) == root)] : [])),
        ];

        OpenMatter? GivenOf(FunctionVariable variable) =>
            outlook.Find(variable)?.Given is { } given && circumstances.ContainsKey(given) ? given : null;

        OpenMatter? RootOf(FunctionVariable variable) =>
            variable is FunctionVariable.OfMatter { Matter: var matter } && circumstances.ContainsKey(matter) ? Find(matter)
                : GivenOf(variable) is { } given ? Find(given) : null;

        OpenMatter Find(OpenMatter of)
        {
            while (groupOf[of] != of)
            {
                of = groupOf[of];
            }

            return of;
        }

        void Merge(OpenMatter a, OpenMatter b) => groupOf[Find(a)] = Find(b);
    }
}
