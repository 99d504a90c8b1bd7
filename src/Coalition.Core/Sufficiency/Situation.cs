using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>A model on the day asked about, made ready: what is granted, which pledges exist, what is open, and the formulas of all standards.</summary>
internal sealed class Situation
{
    private readonly Compilation compiled;

    /// <exception cref="ArgumentException">A matter of <paramref name="granting"/> is not open on that day.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    internal Situation(CoalitionModel model, LocalDate on, LocalDate knownAsOf, IEnumerable<OpenMatter> granting, CancellationToken cancellation)
    {
        Model = model;
        KnownAsOf = knownAsOf;
        var matters = new Matters(model);
        Granted = new bool[matters.Count];
        var unknown = new List<OpenMatter>();
        foreach (var matter in granting)
        {
            ArgumentNullException.ThrowIfNull(matter, nameof(granting));
            if (matters.Number(matter) is >= 0 and var number)
            {
                Granted[number] = true;
            }
            else
            {
                unknown.Add(matter);
            }
        }

        Day = new Day(model, on, knownAsOf, matters, Granted, cancellation);
        PledgesByPosition = new PledgeOn?[model.Pledges.Length];
        var leastStages = new AskedStages(model, cancellation);
        var existing = new List<PledgeOn>(model.Pledges.Length);
        for (var i = 0; i < PledgesByPosition.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (PledgeGates.On(Day, i, leastStages) is { } pledge)
            {
                PledgesByPosition[i] = pledge;
                existing.Add(pledge);
            }
        }

        Pledges = [.. existing];
        Open = FindOpen(leastStages);
        RefuseWhatIsNotOpen(unknown, nameof(granting));
        compiled = new Compilation(Day, Pledges, PledgesByPosition, ofEvery: false, cancellation);
    }

    internal CoalitionModel Model { get; }

    internal LocalDate KnownAsOf { get; }

    internal Day Day { get; }

    /// <summary>The pledges that exist on the day, in the order of the model.</summary>
    internal PledgeOn[] Pledges { get; }

    internal PledgeOn?[] PledgesByPosition { get; }

    /// <summary>By the number of each matter, whether the question takes it as granted.</summary>
    internal bool[] Granted { get; }

    /// <summary>By the number of each matter, whether it is open on the day, granted or not (rule S4).</summary>
    internal bool[] Open { get; }

    /// <summary>The formulas of all standards, by their number over all guarantees.</summary>
    internal Formula[] Standards => compiled.Standards;

    /// <summary>The three bounds, to be worked out.</summary>
    internal FixedPoints Points => compiled.Points;

    /// <summary>The groups under the same ceilings, by their number.</summary>
    internal LimitGroup[] Groups => compiled.Groups;

    /// <summary>By the number of each matter, whether it is open and not granted.</summary>
    internal bool[] StillOpen()
    {
        var stillOpen = new bool[Open.Length];
        for (var i = 0; i < Open.Length; i++)
        {
            stillOpen[i] = Open[i] && !Granted[i];
        }

        return stillOpen;
    }

    private bool[] FindOpen(AskedStages leastStages)
    {
        var matters = Day.Matters;
        var found = new bool[matters.Count];
        for (var i = 0; i < Day.Circumstances.Length; i++)
        {
            found[matters.Number(OpenMatterKind.Circumstance, i)] = Day.Circumstances[i] is CircumstanceState.Unknown;
        }

        for (var i = 0; i < Day.Approvals.Length; i++)
        {
            found[matters.Number(OpenMatterKind.Approval, i)] = Day.Approvals[i].IsOpen;
        }

        foreach (var pledge in Pledges)
        {
            if (pledge.Stage < PledgeStage.Floated)
            {
                continue;
            }

            found[matters.Number(OpenMatterKind.Stage, pledge.Position)] = leastStages.IsOpen(pledge.Position, pledge.Stage);
            found[matters.Number(OpenMatterKind.Amount, pledge.Position)] = pledge.Amount.Lower < pledge.Amount.Upper;
            if (pledge.NeedsUnrecordedConsent(Model))
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
        for (var i = 0; i < Granted.Length; i++)
        {
            if (Granted[i] && !Open[i])
            {
                refused.Add(Day.Matters[i]);
            }
        }

        if (refused.Count > 0)
        {
            throw new ArgumentException(
                $"Not open on {IsoDate.Format(Day.On)}, so that it cannot be granted: {string.Join(", ", refused)}.", argument);
        }
    }
}
