using Coalition.Analysis.Diagrams;
using Coalition.Sufficiency;

namespace Coalition.Analysis;

/// <summary>Makes gates of the formulas of a day: what an evaluation decides from what is granted, for every way of granting at once.</summary>
/// <remarks>
/// <para>
/// The pledges and formulas are those of an evaluation, at its bound <see cref="Bound.Secured"/>; only what an open matter or a nation decides becomes a
/// variable. A pledge with conditions is an equation, since conditions may wait for each other in circles (rule S7). A condition is read as if its own
/// pledge stood: in a copy of its gates where that pledge is true, made only of the forms that look at the pledge.
/// </para>
/// <para>Cost: linear in the formulas, times the pledges with conditions that refer to the same standard; where hosts limit, see <see cref="TotalBuilder"/>.</para>
/// </remarks>
internal sealed partial class CircuitBuilder
{
    private readonly Situation situation;
    private readonly VariableKinds over;
    private readonly AnalysisBudget budget;
    private readonly CancellationToken cancellation;
    private readonly bool[] mayWaive;
    private readonly RemedyEffects remedies;
    private readonly Circuit circuit = new();
    private readonly Signal?[] standing;
    private readonly Queue<(PledgeOn Pledge, Signal Equation)> undefined = [];
    private readonly Dictionary<(Formula Formula, int Assumed), Signal> made = [];

    /// <param name="situation">The day.</param>
    /// <param name="over">What the variables are.</param>
    /// <param name="budget">How much may be used.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <param name="mayWaive">
    /// By the position of each pledge, whether its conditions may be waived by those who set them: then the variables are the nations that waive. Null for none.
    /// </param>
    /// <param name="remedies">What remedies bring about: then the variables are the remedies. Null for none.</param>
    internal CircuitBuilder(
        Situation situation, VariableKinds over, AnalysisBudget budget, CancellationToken cancellation, bool[]? mayWaive = null, RemedyEffects? remedies = null)
    {
        this.situation = situation;
        this.over = over;
        this.budget = budget;
        this.cancellation = cancellation;
        this.remedies = remedies ?? RemedyEffects.None;
        this.mayWaive = mayWaive ?? new bool[situation.PledgesByPosition.Length];
        standing = new Signal?[situation.PledgesByPosition.Length];
        if (over.HasFlag(VariableKinds.Parties))
        {
            FindParties();
        }
    }

    internal SufficiencyFunction Compile(Formula formula)
    {
        var (variables, part, root) = Build(formula);
        return new SufficiencyFunction([.. variables.Select(Name)], part, root, budget, cancellation)
        {
            Settled = SettledCircumstances(),
            Knows = Knows(situation.Model),
            DefaultProbabilities = [.. variables.Select(v => v >= FirstParty ? parties[v - FirstParty].Party.Consent : null)],
        };
    }

    /// <summary>The gates over remedies, and for each variable of theirs the position of the remedy.</summary>
    internal (int[] Remedies, Circuit Circuit, Signal Root) CompileOverRemedies(Formula formula)
    {
        var (variables, part, root) = Build(formula);
        return ([.. variables.Select(v => v - FirstRemedy)], part, root);
    }

    private (SortedSet<int> Variables, Circuit Part, Signal Root) Build(Formula formula)
    {
        var requirement = SignalOf(formula, null);
        while (undefined.TryDequeue(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            if (circuit.Size > budget.Nodes)
            {
                throw new AnalysisBudgetException(budget, "the gates");
            }

            circuit.Define(next.Equation, circuit.And([Basis(next.Pledge), .. next.Pledge.Conditions.Select(c => Condition(next.Pledge, c))]));
        }

        var variables = CircuitPart.VariablesOf(circuit, requirement);
        if (over.HasFlag(VariableKinds.Nations))
        {
            variables.UnionWith(situation.Pledges.Where(p => p.Stage >= PledgeStage.Floated).Select(p => FirstNation + p.Links.Nation));
        }

        var (part, root) = CircuitPart.Of(circuit, requirement, [.. variables]);
        return (variables, part, root);
    }

    // The gates other than conditions, by the matters that each still waits for.
    private Signal Basis(PledgeOn pledge)
    {
        if (pledge.WithoutConditions == Standing.Failed)
        {
            return Signal.False;
        }

        var nation = over.HasFlag(VariableKinds.Nations) ? circuit.Variable(FirstNation + pledge.Links.Nation) : Signal.True;
        var isMade = remedies.Pledges.TryGetValue(pledge.Position, out var remedy) ? circuit.Variable(FirstRemedy + remedy) : Signal.True;
        return circuit.And([nation, isMade, .. pledge.OpenMatters.Select(SignalOf)]);
    }

    private Signal Stands(PledgeOn pledge)
    {
        if (standing[pledge.Position] is not { } signal)
        {
            signal = Basis(pledge);
            if (signal != Signal.False && !pledge.Conditions.IsEmpty)
            {
                signal = circuit.Equation();
                undefined.Enqueue((pledge, signal));
            }

            standing[pledge.Position] = signal;
        }

        return signal;
    }

    private Signal Condition(PledgeOn pledge, ConditionOn condition)
    {
        // A mandate asked for may set another condition than the one in force, or none: once granted, either serves.
        var met = SignalOf(condition.Now, pledge);
        if (condition.MayChange)
        {
            met = circuit.Or(met, circuit.And(SignalOfApproval(condition.Approval), SignalOf(condition.Granted, pledge)));
        }

        met = circuit.Or([met, .. remedies.Waivers[pledge.Position].Select(r => circuit.Variable(FirstRemedy + r))]);
        return mayWaive[pledge.Position]
            ? circuit.Or(met, circuit.Variable(FirstWaiver + situation.Model.Index.Nations.PositionOf(condition.SetBy(pledge, situation.Model))))
            : met;
    }

    private Signal SignalOf(int matter) => situation.Day.Matters.KindOf(matter) == OpenMatterKind.Approval
        ? SignalOfApproval(situation.Day.Matters.PositionOf(matter))
        : Granted(matter);

    // The one place where the decision on an approval becomes a signal.
    private Signal SignalOfApproval(int approval) => partiesOf.TryGetValue(approval, out var first)
        ? PartyVote.Of(
            circuit, situation.Model.Approvals[approval], situation.Day.Approvals[approval].State,
            (body, party) => circuit.Variable(FirstParty + parties.FindIndex(first, p => p.Body == body && p.Party.Name == party.Name)))
        : Granted(situation.Day.Matters.Number(OpenMatterKind.Approval, approval));

    private Signal Granted(int matter) =>
        situation.Granted[matter] ? Signal.True
        : situation.Open[matter] && over.HasFlag(VariableKinds.OpenMatters) ? circuit.Variable(matter)
        : circuit.Or([.. remedies.Grants[matter].Select(r => circuit.Variable(FirstRemedy + r))]);

    private Signal Holds(int circumstance) =>
        situation.Day.Holds(circumstance)[Bound.Secured] ? Signal.True : Granted(situation.Day.Matters.Number(OpenMatterKind.Circumstance, circumstance));

    private Signal InForce(Guarantee guarantee) =>
        situation.Day.ForceOf(guarantee) == GuaranteeForce.OutsideTerm ? Signal.False
        : guarantee.Trigger is { } trigger ? Holds(situation.Model.Index.Circumstances.PositionOf(trigger))
        : Signal.True;

    private Signal SignalOf(Formula formula, PledgeOn? assumed)
    {
        if (assumed is not null && formula is Formula.OfPledges ofPledges && ofPledges.Selection.IndexOf(assumed) < 0)
        {
            assumed = null;
        }

        var key = (formula, assumed?.Position ?? -1);
        if (!made.TryGetValue(key, out var signal))
        {
            made.Add(key, signal = Make(formula, assumed));
        }

        return signal;
    }

    private Signal Make(Formula formula, PledgeOn? assumed) => formula switch
    {
        Formula.Constant constant => Signal.Of(constant.Value),
        Formula.OfCircumstance circumstance => Holds(circumstance.Circumstance),
        Formula.OfStandard standard => circuit.And(InForce(situation.Model.Guarantees[standard.Guarantee]), SignalOf(standard.Formula, assumed)),
        Formula.OfParts parts => circuit.AtLeast(parts.Needed, [.. parts.Parts.Select(p => SignalOf(p, assumed))]),
        Formula.OfContribution contribution => circuit.Or([.. contribution.Selection.Members.Select(p => Counts(contribution.Selection, p, assumed))]),
        Formula.OfContributors contributors => Contributors(contributors, assumed),
        Formula.OfTotal total => Total(total, assumed),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Signal Contributors(Formula.OfContributors formula, PledgeOn? assumed)
    {
        var selection = formula.Selection;
        Signal[] nations =
        [
            .. selection.Members.GroupBy(p => p.Links.Nation).Select(nation => circuit.Or([.. nation.Select(p => Counts(selection, p, assumed))])),
        ];
        return formula.Required > nations.Length ? Signal.False : circuit.AtLeast((int)formula.Required, nations);
    }

    private Signal Total(Formula.OfTotal formula, PledgeOn? assumed)
    {
        var selection = formula.Selection;
        var parts = new List<Number>[selection.Groups.Length];
        for (var i = 0; i < selection.Members.Length; i++)
        {
            (parts[selection.GroupOf(i)] ??= []).Add(Amount(selection, selection.Members[i], assumed));
        }

        Number[] byGroup = [.. parts.Select(p => circuit.Sum([.. p]))];
        return new TotalBuilder(circuit, situation.Day.Approvals, formula, byGroup, SignalOfApproval, budget, cancellation).Reaches();
    }

    private Number Amount(Selection selection, PledgeOn pledge, PledgeOn? assumed)
    {
        var counts = Counts(selection, pledge, assumed);
        var raised = circuit.And(counts, Granted(situation.Day.Matters.Number(OpenMatterKind.Amount, pledge.Position)));
        return circuit.Steps([counts, raised], [selection.AmountAt(pledge, Bound.Secured), selection.AmountAt(pledge, Bound.Reachable)]);
    }

    // Whether a pledge stands, or is assumed to, and its stage is as far as the filter asks.
    private Signal Counts(Selection selection, PledgeOn pledge, PledgeOn? assumed)
    {
        var stands = pledge == assumed ? Signal.True : Stands(pledge);
        return selection.HasStage(pledge, Bound.Secured)
            ? stands
            : circuit.And(stands, Granted(situation.Day.Matters.Number(OpenMatterKind.Stage, pledge.Position)));
    }
}
