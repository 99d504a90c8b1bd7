using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Tests.Fixtures;
using FsCheck.Xunit;
using NodaTime;

namespace Coalition.Tests.Approvals;

/// <summary>A regime answers what trying out every operation answers, rule by rule.</summary>
public class ProcedureForPropertyTests
{
    private static readonly bool?[] Either = [false, true];

    private static readonly OrganisationalFrame?[] Frames = [OrganisationalFrame.AdHocCoalition, OrganisationalFrame.Nato, OrganisationalFrame.Osce];

    private static readonly string?[] Supports = ["land", "naval", "logistics"];

    private static readonly Zone?[] Zones = [Zone.Rear, Zone.Sea, Zone.Air];

    private static readonly long?[] Headcounts = [0, 1, 2, 3, 4, 5];

    [Property(MaxTest = 400)]
    public void ProcedureFor_WhateverIsNotStated_AsTryingEveryOperation(int seed)
    {
        var random = new Random(seed);
        var regime = DrawRegime(random);
        var operation = DrawOperation(random, regime);

        // What all operations that agree with what is stated would be answered, by naming the rules.
        Dictionary<Operation, string> tried = Completions(operation).ToDictionary(o => o, o => Naively(regime, o));
        ImmutableArray<OperationInput> missing =
        [
            .. Enum.GetValues<OperationInput>().Where(input => tried.GroupBy(t => Without(t.Key, input)).Any(same => same.Select(t => t.Value).Distinct().Count() > 1)),
        ];

        Assert.Equal(missing.IsEmpty ? tried.Values.Distinct().Single() : $"missing {string.Join(' ', missing)}", Tell(regime, operation));
    }

    private static string Tell(ApprovalRegime regime, Operation operation)
    {
        try
        {
            return regime.ProcedureFor(operation, Given.AsOf) switch
            {
                ProcedureAnswer.InputMissing missing => $"missing {string.Join(' ', missing.Inputs)}",
                var answer => $"apply {answer.Rule?.Id}",
            };
        }
        catch (RegimeConflictException conflict)
        {
            return $"apply {string.Join(' ', conflict.Rules)}";
        }
        catch (RegimeOutOfDateException outOfDate)
        {
            return $"out of date {string.Join(' ', outOfDate.Rules)}";
        }
    }

    private static string Naively(ApprovalRegime regime, Operation operation)
    {
        var met = regime.Rules.Where(r => IsMet(r.When, operation) && (!r.InWordsOnly || operation.Asserted.Contains(r.Id))).ToList();
        var inForce = met.Where(r => (r.From is not { } from || from <= Given.AsOf) && (r.Until is not { } until || until >= Given.AsOf)).ToList();
        if (inForce.Count == 0 && met.Count > 0)
        {
            return $"out of date {string.Join(' ', met.Select(r => r.Id))}";
        }

        // Every set of rules that stands: those that none of the set displaces. Exceptions without circles leave exactly one.
        var standing = Enumerable.Range(0, 1 << inForce.Count).Select(bits => inForce.Where((_, i) => (bits & (1 << i)) != 0).ToList())
            .Single(set => inForce.All(r => set.Contains(r) == !set.Any(other => other.ExceptionTo.Contains(r.Id))));
        return $"apply {string.Join(' ', standing.Select(r => r.Id))}";
    }

    private static bool IsMet(OperationPredicate when, Operation operation) =>
        (when.Frames.IsEmpty || when.Frames.Contains(operation.Frame!.Value))
        && (when.UnMandate is null || when.UnMandate == operation.HasUnMandate)
        && (when.TreatyBasis is null || when.TreatyBasis == operation.HasTreatyBasis)
        && (when.Armed is null || when.Armed == operation.IsArmed)
        && (when.HeadcountAtLeast is null || when.HeadcountAtLeast <= operation.Headcount)
        && (when.HeadcountAtMost is null || when.HeadcountAtMost >= operation.Headcount)
        && (when.Urgent is null || when.Urgent == operation.IsUrgent)
        && (when.Support.IsEmpty || when.Support.Contains(operation.Support!))
        && (when.Zones.IsEmpty || when.Zones.Contains(operation.Zone!.Value));

    private static IEnumerable<Operation> Completions(Operation stated) =>
        from frame in Or(stated.Frame, Frames)
        from mandate in Or(stated.HasUnMandate, Either)
        from treaty in Or(stated.HasTreatyBasis, Either)
        from armed in Or(stated.IsArmed, Either)
        from headcount in Or(stated.Headcount, Headcounts)
        from urgent in Or(stated.IsUrgent, Either)
        from support in stated.Support is { } known ? [known] : Supports
        from zone in Or(stated.Zone, Zones)
        select stated with
        {
            Frame = frame,
            HasUnMandate = mandate,
            HasTreatyBasis = treaty,
            IsArmed = armed,
            Headcount = headcount,
            IsUrgent = urgent,
            Support = support,
            Zone = zone,
        };

    private static T?[] Or<T>(T? stated, T?[] possible)
        where T : struct => stated is null ? possible : [stated];

    private static Operation Without(Operation operation, OperationInput input) => input switch
    {
        OperationInput.Frame => operation with { Frame = null },
        OperationInput.UnMandate => operation with { HasUnMandate = null },
        OperationInput.TreatyBasis => operation with { HasTreatyBasis = null },
        OperationInput.Armed => operation with { IsArmed = null },
        OperationInput.Headcount => operation with { Headcount = null },
        OperationInput.Urgent => operation with { IsUrgent = null },
        OperationInput.Support => operation with { Support = null },
        _ => operation with { Zone = null },
    };

    private static ApprovalRegime DrawRegime(Random random)
    {
        var count = random.Next(0, 6);
        return Regimes.Regime([.. Enumerable.Range(0, count).Select(i => Regimes.Rule($"r{i}", DrawPredicate(random)) with
        {
            InWordsOnly = random.Next(4) == 0,
            From = random.Next(4) == 0 ? Given.AsOf + Period.FromDays(random.Next(-1, 2)) : null,
            Until = random.Next(4) == 0 ? Given.AsOf + Period.FromDays(random.Next(1, 3)) : null,
            ExceptionTo = [.. Enumerable.Range(0, i).Where(_ => random.Next(2) == 0).Select(j => $"r{j}")],
        }).Select(r => r.Until < r.From ? r with { Until = null } : r).Reverse()]);
    }

    private static OperationPredicate DrawPredicate(Random random) => new()
    {
        Frames = Some(random, Frames),
        UnMandate = Maybe(random, Either),
        TreatyBasis = Maybe(random, Either),
        Armed = Maybe(random, Either),
        HeadcountAtLeast = random.Next(5) == 0 ? random.Next(0, 3) : null,
        HeadcountAtMost = random.Next(5) == 0 ? random.Next(2, 5) : null,
        Urgent = Maybe(random, Either),
        Support = random.Next(5) == 0 ? ["land"] : [],
        Zones = Some(random, Zones),
    };

    private static T? Maybe<T>(Random random, T?[] values)
        where T : struct => random.Next(5) == 0 ? values[random.Next(values.Length)] : null;

    private static ImmutableArray<T> Some<T>(Random random, T?[] values)
        where T : struct => random.Next(5) == 0 ? [values[0]!.Value, .. random.Next(2) == 0 ? [values[1]!.Value] : Array.Empty<T>()] : [];

    private static Operation DrawOperation(Random random, ApprovalRegime regime)
    {
        return new()
        {
            Frame = Stated(Frames),
            HasUnMandate = Stated(Either),
            HasTreatyBasis = Stated(Either),
            IsArmed = Stated(Either),
            Headcount = Stated(Headcounts),
            IsUrgent = Stated(Either),
            Support = random.Next(2) == 0 ? null : Supports[random.Next(Supports.Length)],
            Zone = Stated(Zones),
            Asserted = [.. regime.Rules.Where(r => r.InWordsOnly && random.Next(2) == 0).Select(r => r.Id)],
        };

        T? Stated<T>(T?[] values)
            where T : struct => random.Next(2) == 0 ? null : values[random.Next(values.Length)];
    }
}
