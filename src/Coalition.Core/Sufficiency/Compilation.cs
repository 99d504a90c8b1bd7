using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;

namespace Coalition.Sufficiency;

/// <summary>The conditions and standards of a model made ready for the day, with the ceilings that its mandates set.</summary>
/// <remarks>
/// They stay as they are while no circumstance, term or mandate is another: what a pledge passes may change meanwhile (see <see cref="FixedPoints.Replace"/>).
/// </remarks>
internal sealed class Compilation
{
    private readonly Day day;
    private readonly PledgeOn[] pledges;
    private readonly CancellationToken cancellation;

    /// <summary>Makes everything ready, and gives each pledge its group and its conditions.</summary>
    /// <param name="day">The day.</param>
    /// <param name="pledges">The pledges, in the order of the model.</param>
    /// <param name="byPosition">The same by their positions; null for one that does not exist.</param>
    /// <param name="ofEvery">Whether even a pledge that promises nothing on the day is given its conditions, since it may on another.</param>
    /// <param name="cancellation">Ends the work early.</param>
    internal Compilation(Day day, PledgeOn[] pledges, PledgeOn?[] byPosition, bool ofEvery, CancellationToken cancellation)
    {
        this.day = day;
        this.pledges = pledges;
        this.cancellation = cancellation;
        Groups = AssignGroups();
        var compiler = new FormulaCompiler(day, byPosition, Groups, cancellation);
        CompileConditions(compiler, ofEvery);
        Standards = compiler.CompileStandards();
        Points = new FixedPoints(pledges, byPosition.Length, Standards, compiler.Selections);
    }

    /// <summary>The groups under the same ceilings, by their number.</summary>
    internal LimitGroup[] Groups { get; }

    /// <summary>The formulas of all standards, by their number over all guarantees.</summary>
    internal Formula[] Standards { get; }

    /// <summary>The three bounds, to be worked out.</summary>
    internal FixedPoints Points { get; }

    private LimitGroup[] AssignGroups()
    {
        var numbers = new Dictionary<LimitGroup, int>();
        foreach (var pledge in pledges)
        {
            cancellation.ThrowIfCancellationRequested();
            var links = pledge.Links;
            var isLimited = links.NationalLimit >= 0 || links.HostLimit >= 0;
            var group = new LimitGroup(
                links.Nation, links.NationalLimit, links.HostLimit, isLimited ? pledge.Pledge.Support : null,
                (Limits(links.NationalLimit, pledge, Bound.Secured), Limits(links.HostLimit, pledge, Bound.Secured)),
                (Limits(links.NationalLimit, pledge, Bound.Reachable), Limits(links.HostLimit, pledge, Bound.Reachable)));
            if (!numbers.TryGetValue(group, out var number))
            {
                numbers.Add(group, number = numbers.Count);
            }

            pledge.Group = number;
        }

        return [.. numbers.Keys];

        int Limits(int approval, PledgeOn pledge, Bound bound) => approval < 0 ? 0 : day.Approvals[approval].LimitsOn(pledge.Pledge, bound);
    }

    private void CompileConditions(FormulaCompiler compiler, bool ofEvery)
    {
        foreach (var pledge in pledges)
        {
            pledge.ClearConditions();
            if (pledge.Stage < PledgeStage.Floated && !ofEvery)
            {
                continue;
            }

            if (pledge.Pledge.Condition is { } own)
            {
                var formula = compiler.Compile(own);
                pledge.Add(new ConditionOn(formula, formula, -1, SourceOf(pledge.Pledge.Source)));
            }

            foreach (var position in pledge.Links.Needs)
            {
                var approval = day.Approvals[position];

                // Where no mandate may be used yet, the condition is that of the mandate asked for: only the other gates wait.
                var granted = MandateCondition(approval.Granted, pledge.Pledge);
                var now = PledgeGates.Allow(approval.Now, pledge.Pledge) ? MandateCondition(approval.Now, pledge.Pledge) : granted;
                if (now is not null)
                {
                    // Granting may lift it, or set another beside it; where none is set now, granting sets none.
                    var formula = compiler.Compile(granted ?? new Requirement.Always());
                    pledge.Add(new ConditionOn(
                        now == granted ? formula : compiler.Compile(now), formula, position, SourceOf(day.Model.Approvals[position].Source)));
                }
            }
        }
    }

    private Source? SourceOf(string? id) => id is null ? null : day.Model.Index.Sources.Find(id);

    // Any one of the mandates that allow the pledge may be used; null if one of them sets no condition, or none allows it.
    private static Requirement? MandateCondition(ImmutableArray<Mandate> mandates, Pledge pledge)
    {
        Requirement? any = null;
        foreach (var mandate in mandates)
        {
            if (!mandate.Allows(pledge))
            {
                continue;
            }

            if (mandate.Condition is not { } condition)
            {
                return null;
            }

            any = any is null ? condition : new Requirement.AnyOf([any, condition]);
        }

        return any;
    }
}
