using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;

namespace Coalition.Sufficiency;

/// <summary>A pledge on the day: what it brings, which gates other than conditions it passes, and what it waits for.</summary>
internal sealed class PledgeOn
{
    internal required int Position { get; init; }

    internal required Pledge Pledge { get; init; }

    internal required PledgeLinks Links { get; init; }

    internal required Nation NationOnRecord { get; init; }

    internal required PledgeStage Stage { get; init; }

    internal required Amount Amount { get; init; }

    /// <summary>The stage as the filters see it as things stand: the last where it is granted.</summary>
    internal required PledgeStage StageNow { get; init; }

    /// <summary>Whether the amount counts at its upper end as things stand.</summary>
    internal required bool IsAmountGranted { get; init; }

    /// <summary>The gates that are not passed, conditions aside.</summary>
    internal ImmutableArray<GateResult> Gates { get; private set; } = [];

    /// <summary>The numbers of the open matters that would settle those gates.</summary>
    internal ImmutableArray<int> OpenMatters { get; private set; } = [];

    /// <summary>The worst of all gates but conditions.</summary>
    internal Standing WithoutConditions { get; private set; } = Standing.Passed;

    /// <summary>The conditions set on it, its own first.</summary>
    internal ImmutableArray<ConditionOn> Conditions { get; private set; } = [];

    /// <summary>The group of pledges that stand under the same ceilings.</summary>
    internal int Group { get; set; }

    internal BoundSet Stands;

    internal Standing Standing => Stands.Standing;

    /// <summary>Adds a gate that fails.</summary>
    internal void Fail(Gate gate, string ground, Source? source)
    {
        Gates = Gates.Add(new GateResult(gate, Standing.Failed, ground, [], source));
        WithoutConditions = Standing.Failed;
    }

    /// <summary>Adds a gate that waits for an open matter.</summary>
    internal void Wait(Gate gate, string ground, Matters matters, int matter, Source? source)
    {
        Gates = Gates.Add(new GateResult(gate, Standing.Pending, ground, [matters[matter]], source));
        OpenMatters = OpenMatters.Add(matter);
        if (WithoutConditions == Standing.Passed)
        {
            WithoutConditions = Standing.Pending;
        }
    }

    internal void Add(ConditionOn condition) => Conditions = Conditions.Add(condition);

    internal void ClearConditions() => Conditions = [];

    /// <summary>Takes the place of the same pledge on another day.</summary>
    internal void Replace(PledgeOn other)
    {
        Conditions = other.Conditions;
        Group = other.Group;
        Stands = other.Stands;
    }

    /// <summary>Whether it needs the host's consent, of which the model holds no procedure.</summary>
    internal bool NeedsUnrecordedConsent(CoalitionModel model)
    {
        if (Links.Host < 0)
        {
            return false;
        }

        foreach (var position in Links.Needs)
        {
            if (model.Approvals[position].Procedure == ApprovalProcedure.HostConsent)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every gate but the conditions is passed at a bound.</summary>
    internal bool PassesWithoutConditions(Bound bound) =>
        WithoutConditions == Standing.Passed || (WithoutConditions == Standing.Pending && bound != Bound.Secured);

    /// <summary>Whether it passes its gates but the conditions as another does, and is as far: what changes otherwise bears on no verdict.</summary>
    internal bool PassesLike(PledgeOn other, Bound bound)
    {
        var passes = PassesWithoutConditions(bound);
        return passes == other.PassesWithoutConditions(bound) && (!passes || StageAt(bound) == other.StageAt(bound));
    }

    /// <summary>Whether it does at every bound.</summary>
    internal bool PassesLike(PledgeOn other) =>
        PassesLike(other, Bound.Secured) && PassesLike(other, Bound.Reachable) && PassesLike(other, Bound.Possible);

    internal long AmountAt(Bound bound) => bound == Bound.Secured && !IsAmountGranted ? Amount.Lower : Amount.Upper;

    internal PledgeStage StageAt(Bound bound) => bound == Bound.Secured ? StageNow : PledgeStage.Deployed;
}

/// <summary>A condition set on a pledge, by its nation or by a mandate.</summary>
/// <param name="now">The condition as things stand.</param>
/// <param name="granted">The condition once open decisions are granted: a wider mandate may set another.</param>
/// <param name="approval">The position of the approval whose mandate sets it; -1 for the nation's own.</param>
/// <param name="source">On whose word.</param>
internal sealed class ConditionOn(Formula now, Formula granted, int approval, Source? source)
{
    internal Formula Now => now;

    internal Formula Granted => granted;

    internal int Approval => approval;

    internal Source? Source => source;

    /// <summary>Whether granting the approval's open decision sets another condition, or none.</summary>
    internal bool MayChange => now != granted;

    internal BoundSet Met;

    /// <summary>The nation that sets it on a pledge, its own or that of the approval.</summary>
    internal NationCode SetBy(PledgeOn pledge, CoalitionModel model) => approval < 0 ? pledge.Pledge.Nation : model.Approvals[approval].Nation;

    internal Formula At(Bound bound) => bound == Bound.Secured ? now : granted;
}
