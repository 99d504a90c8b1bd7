using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>One evaluation, step by step: the day, the gates, the formulas, the three bounds, the report.</summary>
internal sealed class Evaluation
{
    private readonly CoalitionModel model;
    private readonly LocalDate knownAsOf;
    private readonly Day day;
    private readonly bool[] granted;
    private readonly bool[] open;
    private readonly Compilation compiled;

    internal Evaluation(CoalitionModel model, LocalDate on, LocalDate knownAsOf, IEnumerable<OpenMatter> granting)
    {
        this.model = model;
        this.knownAsOf = knownAsOf;
        var matters = new Matters(model);
        granted = new bool[matters.Count];
        var unknown = new List<OpenMatter>();
        foreach (var matter in granting)
        {
            ArgumentNullException.ThrowIfNull(matter, nameof(granting));
            if (matters.Number(matter) is >= 0 and var number)
            {
                granted[number] = true;
            }
            else
            {
                unknown.Add(matter);
            }
        }

        day = new Day(model, on, knownAsOf, matters, granted);
        PledgesByPosition = new PledgeOn?[model.Pledges.Length];
        var leastStages = new AskedStages(model);
        var existing = new List<PledgeOn>(model.Pledges.Length);
        for (var i = 0; i < PledgesByPosition.Length; i++)
        {
            if (PledgeGates.On(day, i, leastStages) is { } pledge)
            {
                PledgesByPosition[i] = pledge;
                existing.Add(pledge);
            }
        }

        Pledges = [.. existing];
        open = FindOpen(leastStages);
        RefuseWhatIsNotOpen(unknown, nameof(granting));
        compiled = new Compilation(day, Pledges, PledgesByPosition, ofEvery: false);
        Points.WorkOut();
    }

    internal CoalitionModel Model => model;

    internal Day Day => day;

    /// <summary>The pledges that exist on the day, in the order of the model.</summary>
    internal PledgeOn[] Pledges { get; }

    internal PledgeOn?[] PledgesByPosition { get; }

    /// <summary>The formulas of all standards, by their number over all guarantees.</summary>
    internal Formula[] Standards => compiled.Standards;

    /// <summary>The three bounds, worked out; only to be asked further while the report is being made.</summary>
    internal FixedPoints Points => compiled.Points;

    /// <summary>The groups under the same ceilings, by their number.</summary>
    internal LimitGroup[] Groups => compiled.Groups;

    internal SufficiencyReport Report()
    {
        var explainer = new Explainer(this);
        var guarantees = explainer.Guarantees();
        var stillOpen = new bool[open.Length];
        for (var i = 0; i < open.Length; i++)
        {
            stillOpen[i] = open[i] && !granted[i];
        }

        return new SufficiencyReport(
            model, day.On, knownAsOf, day.Matters.Of(granted), guarantees, explainer.Pledges, day.Matters.Of(stillOpen), SharedUses.Of(this));
    }

    // Every matter that is open on the day, granted or not (rule S4).
    private bool[] FindOpen(AskedStages leastStages)
    {
        var matters = day.Matters;
        var found = new bool[matters.Count];
        for (var i = 0; i < day.Circumstances.Length; i++)
        {
            found[matters.Number(OpenMatterKind.Circumstance, i)] = day.Circumstances[i] is CircumstanceState.Unknown;
        }

        for (var i = 0; i < day.Approvals.Length; i++)
        {
            found[matters.Number(OpenMatterKind.Approval, i)] = day.Approvals[i].IsOpen;
        }

        foreach (var pledge in Pledges)
        {
            if (pledge.Stage < PledgeStage.Floated)
            {
                continue;
            }

            found[matters.Number(OpenMatterKind.Stage, pledge.Position)] = leastStages.IsOpen(pledge.Position, pledge.Stage);
            found[matters.Number(OpenMatterKind.Amount, pledge.Position)] = pledge.Amount.Lower < pledge.Amount.Upper;
            if (pledge.NeedsUnrecordedConsent(model))
            {
                found[matters.Number(OpenMatterKind.Admission, pledge.Links.Host)] = true;
            }
        }

        return found;
    }

    private void RefuseWhatIsNotOpen(List<OpenMatter> unknown, string argument)
    {
        if (unknown.Count > 0)
        {
            throw new ArgumentException($"The model has nothing by the name of {string.Join(", ", unknown)}, so that it cannot be granted.", argument);
        }

        var refused = new List<OpenMatter>();
        for (var i = 0; i < granted.Length; i++)
        {
            if (granted[i] && !open[i])
            {
                refused.Add(day.Matters[i]);
            }
        }

        if (refused.Count > 0)
        {
            throw new ArgumentException(
                $"Not open on {IsoDate.Format(day.On)}, so that it cannot be granted: {string.Join(", ", refused)}.", argument);
        }
    }
}
