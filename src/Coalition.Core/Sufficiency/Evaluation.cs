namespace Coalition.Sufficiency;

/// <summary>One evaluation: the three bounds of a situation, worked out, and the report.</summary>
internal sealed class Evaluation
{
    private readonly Situation situation;

    internal Evaluation(Situation situation, CancellationToken cancellation)
    {
        this.situation = situation;
        Points.WorkOut(cancellation);
    }

    internal CoalitionModel Model => situation.Model;

    internal Day Day => situation.Day;

    /// <summary>The pledges that exist on the day, in the order of the model.</summary>
    internal PledgeOn[] Pledges => situation.Pledges;

    internal PledgeOn?[] PledgesByPosition => situation.PledgesByPosition;

    /// <summary>The formulas of all standards, by their number over all guarantees.</summary>
    internal Formula[] Standards => situation.Standards;

    /// <summary>The three bounds, worked out; only to be asked further while the report is being made.</summary>
    internal FixedPoints Points => situation.Points;

    /// <summary>The groups under the same ceilings, by their number.</summary>
    internal LimitGroup[] Groups => situation.Groups;

    internal SufficiencyReport Report(CancellationToken cancellation)
    {
        var explainer = new Explainer(this, cancellation);
        var guarantees = explainer.Guarantees();
        return new SufficiencyReport(
            Model, Day.On, situation.KnownAsOf, Day.Matters.Of(situation.Granted), guarantees, explainer.Pledges, Day.Matters.Of(situation.StillOpen()),
            SharedUses.Of(this, cancellation));
    }
}
