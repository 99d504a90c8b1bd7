using Coalition.Analysis.Diagrams;
using Coalition.Internal;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Analysis;

/// <summary>Finds what would close the gap most cheaply.</summary>
public static class Remedies
{
    /// <summary>The cheapest selections from the menu of an outlook that make a guarantee sufficient, and the next cheapest ones.</summary>
    /// <param name="model">The model.</param>
    /// <param name="on">The day.</param>
    /// <param name="guarantee">The id of the guarantee.</param>
    /// <param name="outlook">The outlook with the menu; its probabilities do not matter here.</param>
    /// <param name="standard">The id of the standard; null where the guarantee has only one.</param>
    /// <param name="knownAsOf">Only what had been published by this day counts; null for the model's as-of date, and not after it.</param>
    /// <param name="granting">Open matters to take as settled favourably, at no cost; null for none.</param>
    /// <param name="budget">How much the work may use; null for <see cref="AnalysisBudget.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The selections, to be listed in order of cost.</returns>
    /// <exception cref="ArgumentException">
    /// The outlook has no menu; a remedy grants what is not open on that day, or waives the conditions of no pledge of the model or the menu (the message lists all such); or,
    /// as for <see cref="SufficiencyFunction.Compile"/>, the guarantee, its standard or a matter of <paramref name="granting"/> is none to ask about.
    /// </exception>
    /// <exception cref="CoalitionModelException">The model with the further pledges would not be valid; the exception lists every problem.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A day is not of the ISO calendar, in the years 1 to 9999, or <paramref name="knownAsOf"/> is after the model's as-of date.
    /// </exception>
    /// <exception cref="AnalysisBudgetException">The work does not fit the budget.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <remarks>
    /// <para>
    /// A further pledge is taken as on record, whatever the date of the sources that it cites, and counts by all rules as if the model had it: its stage, approvals and conditions
    /// included. Matters that only further pledges open may be granted too. What nobody pays for stays as it is on record: no open matter is granted for free.
    /// </para>
    /// <para>
    /// The standard is compiled with one variable for each remedy, and its minimal sets are listed by the sum of their costs: a shortest path in the diagram of sets, and the next
    /// shortest ones. Cost: that of <see cref="SufficiencyFunction.Compile"/> and of <see cref="SufficiencyFunction.UnlockSets"/> over as many variables as there are remedies.
    /// </para>
    /// </remarks>
    public static RemedySelections For(
        CoalitionModel model,
        LocalDate on,
        string guarantee,
        Outlook outlook,
        string? standard = null,
        LocalDate? knownAsOf = null,
        IEnumerable<OpenMatter>? granting = null,
        AnalysisBudget? budget = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(outlook);
        var menu = outlook.Remedies ?? throw new ArgumentException("The outlook states no remedies.", nameof(outlook));
        var pledges = menu.Remedies.OfType<Remedy.FurtherPledge>().Select(r => WithoutSources(r.Pledge));
        var whole = CoalitionModel.Create(model.Draft with { Pledges = model.Draft.Pledges.AddRange(pledges) }, model.Limits, cancellation);
        var asked = StandardAsked.Of(whole, on, guarantee, standard, knownAsOf, granting, cancellation);

        var (effects, problems) = EffectsOf(menu, asked.Situation);
        if (problems.Count > 0)
        {
            throw new ArgumentException($"The menu does not fit the model: {string.Join("; ", problems)}.", nameof(outlook));
        }

        budget ??= AnalysisBudget.Default;
        var (remedies, circuit, root) = new CircuitBuilder(asked.Situation, VariableKinds.None, budget, cancellation, remedies: effects)
            .CompileOverRemedies(asked.Formula);
        var (diagram, sufficient, _) = DiagramCompiler.Compile(circuit, remedies.Length, root, budget, cancellation);
        return new RemedySelections(SetDiagram.MinimalOf(diagram, sufficient, budget, cancellation), menu, remedies);
    }

    // The sources are those of the outlook, which the model does not have.
    private static Pledge WithoutSources(Pledge pledge) => pledge with
    {
        Source = null,
        Stages = [.. pledge.Stages.Select(s => s with { Source = null })],
        Claims = [.. pledge.Claims.Select(c => c with { Source = null })],
    };

    private static (RemedyEffects Effects, List<string> Problems) EffectsOf(RemedyMenu menu, Situation situation)
    {
        var grants = new List<(int Matter, int Remedy)>();
        var pledges = new Dictionary<int, int>();
        var waivers = new List<(int Pledge, int Remedy)>();
        var problems = new List<string>();
        var index = situation.Model.Index;
        foreach (var (position, remedy) in menu.Remedies.Index())
        {
            switch (remedy)
            {
                case Remedy.FurtherPledge { Pledge: var pledge }:
                    pledges.Add(index.Pledges.PositionOf(pledge.Id), position);
                    break;
                case Remedy.Grant { Matter: var matter }:
                    var number = situation.Day.Matters.Number(matter);
                    grants.Add((number, position));
                    if (number < 0 || !situation.Open[number])
                    {
                        problems.Add($"remedy '{remedy.Id}' grants {matter}, which is not open on {IsoDate.Format(situation.Day.On)}");
                    }

                    break;
                case Remedy.Waiver { Pledge: var waived }:
                    waivers.Add((index.Pledges.PositionOf(waived), position));
                    if (waivers[^1].Pledge < 0)
                    {
                        problems.Add($"remedy '{remedy.Id}' waives the conditions of '{waived}', which is no pledge");
                    }

                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return (new RemedyEffects(menu.Remedies.Length, grants.ToLookup(g => g.Matter, g => g.Remedy), pledges, waivers.ToLookup(w => w.Pledge, w => w.Remedy)), problems);
    }
}
