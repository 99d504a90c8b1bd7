using System.Collections.Immutable;
using Coalition.Approvals;
using NodaTime;

namespace Coalition;

/// <content>Recording further facts: each method gives a new model, checked as a whole, and leaves this one as it is.</content>
public sealed partial class CoalitionModel
{
    /// <summary>The same record, kept up to another day.</summary>
    /// <param name="asOf">The day up to which the new model holds what was known, inclusive.</param>
    /// <returns>The new model.</returns>
    /// <exception cref="CoalitionModelException">An entry is dated after <paramref name="asOf"/>.</exception>
    public CoalitionModel WithAsOf(LocalDate asOf) => Create(Draft with { AsOf = asOf }, Limits);

    /// <summary>Adds a source to cite.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The new model.</returns>
    /// <exception cref="CoalitionModelException">The model with the source is not valid.</exception>
    public CoalitionModel AddSource(Source source) => Create(Draft with { Sources = Draft.Sources.Add(NotNull(source)) }, Limits);

    /// <summary>Adds a pledge.</summary>
    /// <param name="pledge">The pledge.</param>
    /// <returns>The new model.</returns>
    /// <exception cref="CoalitionModelException">The model with the pledge is not valid.</exception>
    public CoalitionModel AddPledge(Pledge pledge) => Create(Draft with { Pledges = Draft.Pledges.Add(NotNull(pledge)) }, Limits);

    /// <summary>Records an act about an approval.</summary>
    /// <param name="approval">The id of the approval.</param>
    /// <param name="act">The act.</param>
    /// <returns>The new model.</returns>
    /// <exception cref="ArgumentException">The model has no such approval.</exception>
    /// <exception cref="CoalitionModelException">The model with the act is not valid, as where the approval's state does not allow it.</exception>
    public CoalitionModel AddAct(string approval, ApprovalAct act)
    {
        var before = Find(Index.Approvals, approval, nameof(approval));
        return Create(Draft with { Approvals = Draft.Approvals.Replace(before, before with { Acts = before.Acts.Add(NotNull(act)) }) }, Limits);
    }

    /// <summary>Records what happens to a circumstance.</summary>
    /// <param name="circumstance">The id of the circumstance.</param>
    /// <param name="change">What happens.</param>
    /// <returns>The new model.</returns>
    /// <exception cref="ArgumentException">The model has no such circumstance.</exception>
    /// <exception cref="CoalitionModelException">The model with the event is not valid.</exception>
    public CoalitionModel AddEvent(string circumstance, CircumstanceEvent change)
    {
        var before = Find(Index.Circumstances, circumstance, nameof(circumstance));
        return Create(
            Draft with { Circumstances = Draft.Circumstances.Replace(before, before with { Events = before.Events.Add(NotNull(change)) }) }, Limits);
    }

    /// <summary>Records that a pledge reaches a stage.</summary>
    /// <param name="pledge">The id of the pledge.</param>
    /// <param name="stage">The stage and its day.</param>
    /// <returns>The new model.</returns>
    /// <exception cref="ArgumentException">The model has no such pledge.</exception>
    /// <exception cref="CoalitionModelException">The model with the stage is not valid.</exception>
    public CoalitionModel AddStage(string pledge, StageChange stage)
    {
        var before = Find(Index.Pledges, pledge, nameof(pledge));
        return WithPledge(before, before with { Stages = before.Stages.Add(NotNull(stage)) });
    }

    /// <summary>Records one more source's figure for a pledge.</summary>
    /// <param name="pledge">The id of the pledge.</param>
    /// <param name="claim">The figure.</param>
    /// <returns>The new model.</returns>
    /// <exception cref="ArgumentException">The model has no such pledge.</exception>
    /// <exception cref="CoalitionModelException">The model with the claim is not valid.</exception>
    public CoalitionModel AddClaim(string pledge, Claim claim)
    {
        var before = Find(Index.Pledges, pledge, nameof(pledge));
        return WithPledge(before, before with { Claims = before.Claims.Add(NotNull(claim)) });
    }

    /// <summary>Records that a nation takes back all its pledges on a day.</summary>
    /// <remarks>The withdrawal comes after whatever stage a pledge reaches on that very day, and takes its place.</remarks>
    /// <param name="nation">The nation.</param>
    /// <param name="on">The day from which they are withdrawn, inclusive.</param>
    /// <param name="assumed">Whether this is assumed rather than on record.</param>
    /// <param name="source">The id of the source that says so; null if none is cited.</param>
    /// <returns>The new model.</returns>
    /// <exception cref="ArgumentException">The model has no such nation.</exception>
    /// <exception cref="CoalitionModelException">The model with the withdrawals is not valid.</exception>
    public CoalitionModel Withdraw(NationCode nation, LocalDate on, bool assumed = false, string? source = null)
    {
        Find(Index.Nations, nation, nameof(nation));
        var withdrawal = new StageChange { On = on, Stage = PledgeStage.Withdrawn, Assumed = assumed, Source = source };
        ImmutableArray<Pledge> pledges =
            [.. Draft.Pledges.Select(p => p.Nation == nation ? p with { Stages = [.. p.Stages.Where(s => s.On != on), withdrawal] } : p)];
        return Create(Draft with { Pledges = pledges }, Limits);
    }

    private static T NotNull<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }

    private CoalitionModel WithPledge(Pledge before, Pledge after) =>
        Create(Draft with { Pledges = Draft.Pledges.Replace(before, after) }, Limits);
}
