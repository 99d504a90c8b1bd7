using System.Collections.Immutable;
using System.Numerics;
using Coalition.Approvals;
using NodaTime;

namespace Coalition.Internal;

/// <summary>Finds the rule of one regime that applies to an operation.</summary>
/// <remarks>
/// The rules are the bits of a set. Each value of an input lets some rules through, and a rule is for an operation if all its inputs let it through: the
/// intersection. Values that let the same rules through are one class, and of an input that is not stated every class is tried.
/// </remarks>
internal readonly ref struct RegimeQuestion
{
    private static readonly bool[] Either = [false, true];

    private readonly ApprovalRegime regime;
    private readonly LocalDate on;
    private readonly uint all, inForce, asserted, inWordsOnly;

    // For each rule those that displace it.
    private readonly uint[] displacing;

    // For each input the rules that each of its possible values lets through; one value where it is stated.
    private readonly uint[][] inputs;

    internal RegimeQuestion(ApprovalRegime regime, Operation operation, LocalDate on)
    {
        this.regime = regime;
        this.on = on;
        foreach (var id in operation.Asserted)
        {
            if (regime.Rules.FirstOrDefault(r => r.Id == id) is { InWordsOnly: false })
            {
                throw new ArgumentException($"'{id}' is asserted: expected a rule whose condition is in words only. The predicate of this one decides.", nameof(operation));
            }
        }

        all = Rules(regime, _ => true);
        inForce = Rules(regime, r => r.IsInForce(on));
        inWordsOnly = Rules(regime, r => r.InWordsOnly);
        asserted = Rules(regime, r => operation.Asserted.Contains(r.Id));
        displacing = [.. regime.Rules.Select(displaced => Rules(regime, r => r.ExceptionTo.Contains(displaced.Id)))];
        IEnumerable<OperationPredicate> predicates = regime.Rules.Select(r => r.When);
        inputs =
        [
            Values(regime, operation.Frame, Enum.GetValues<OrganisationalFrame>(), static (p, v) => p.Frames.IsEmpty || p.Frames.Contains(v)),
            Values(regime, operation.HasUnMandate, Either, static (p, v) => p.UnMandate is null || p.UnMandate == v),
            Values(regime, operation.HasTreatyBasis, Either, static (p, v) => p.TreatyBasis is null || p.TreatyBasis == v),
            Values(regime, operation.IsArmed, Either, static (p, v) => p.Armed is null || p.Armed == v),
            Values(regime, operation.Headcount, Headcounts(predicates), static (p, v) => !(v < p.HeadcountAtLeast) && !(v > p.HeadcountAtMost)),
            Values(regime, operation.IsUrgent, Either, static (p, v) => p.Urgent is null || p.Urgent == v),

            // The empty text stands for every type that no rule names.
            operation.Support is { } support ? [Rules(regime, r => Admits(r.When, support))]
                : [.. predicates.SelectMany(p => p.Support).Append("").Distinct().Select(v => Rules(regime, r => Admits(r.When, v)))],
            Values(regime, operation.Zone, Enum.GetValues<Zone>(), static (p, v) => p.Zones.IsEmpty || p.Zones.Contains(v)),
        ];

        static bool Admits(OperationPredicate predicate, string support) => predicate.Support.IsEmpty || predicate.Support.Contains(support);
    }

    internal ProcedureAnswer Answer()
    {
        var asked = all & ~(inWordsOnly & ~asserted);
        var might = inWordsOnly & ~asserted & inForce;
        var classes = new uint[inputs.Length][];
        var count = 1;
        for (var i = 0; i < inputs.Length; i++)
        {
            might &= inputs[i].Aggregate(0u, (some, one) => some | one);
            classes[i] = [.. inputs[i].Select(rules => rules & asked).Distinct()];
            count *= classes[i].Length;
        }

        var setAside = Of(might);
        var outcomes = new Outcome[count];
        var decided = new Dictionary<uint, Outcome>();
        for (var i = 0; i < count; i++)
        {
            var (rules, rest) = (asked, i);
            foreach (var values in classes)
            {
                rules &= values[rest % values.Length];
                rest /= values.Length;
            }

            if (!decided.TryGetValue(rules, out outcomes[i]))
            {
                decided[rules] = outcomes[i] = Decide(rules);
            }
        }

        var missing = Missing(classes, outcomes);
        return missing.IsEmpty ? Answer(outcomes[0], setAside) : new ProcedureAnswer.InputMissing(regime, missing, setAside);
    }

    // The inputs of which some change, the others being the same, changes the outcome.
    private static ImmutableArray<OperationInput> Missing(uint[][] classes, Outcome[] outcomes)
    {
        var missing = ImmutableArray.CreateBuilder<OperationInput>();
        for (int input = 0, stride = 1; input < classes.Length; stride *= classes[input++].Length)
        {
            var length = classes[input].Length;
            for (var i = 0; i < outcomes.Length; i++)
            {
                if (i / stride % length > 0 && outcomes[i] != outcomes[i - stride])
                {
                    missing.Add((OperationInput)input);
                    break;
                }
            }
        }

        return missing.ToImmutable();
    }

    private ProcedureAnswer Answer(Outcome outcome, ImmutableArray<RegimeRule> setAside)
    {
        if (outcome.OutOfDate != 0)
        {
            throw new RegimeOutOfDateException(regime.Nation, Of(outcome.OutOfDate), on);
        }

        return Of(outcome.Apply) switch
        {
            [] => new ProcedureAnswer.NotKnown(regime, null, setAside),
            [{ NotKnown: null } rule] => new ProcedureAnswer.Applies(regime, rule, setAside),
            [var rule] => new ProcedureAnswer.NotKnown(regime, rule, setAside),
            var several => throw new RegimeConflictException(regime.Nation, [.. several.Select(r => r.Id)], on),
        };
    }

    private Outcome Decide(uint rules)
    {
        var apply = Undisplaced(rules & inForce);
        return new Outcome(apply, apply == 0 ? rules & ~inForce : 0);
    }

    // Exceptions refer to each other in no circle, so that some rule is always either displaced, or displaced by none of those not yet settled.
    private uint Undisplaced(uint rules)
    {
        if ((rules & (rules - 1)) == 0)
        {
            return rules;
        }

        var (open, standing) = (rules, 0u);
        while (open != 0)
        {
            for (var left = open; left != 0; left &= left - 1)
            {
                var i = BitOperations.TrailingZeroCount(left);
                if ((displacing[i] & standing) != 0)
                {
                    open &= ~(1u << i);
                }
                else if ((displacing[i] & open) == 0)
                {
                    open &= ~(1u << i);
                    standing |= 1u << i;
                }
            }
        }

        return standing;
    }

    private ImmutableArray<RegimeRule> Of(uint rules)
    {
        var list = ImmutableArray.CreateBuilder<RegimeRule>(BitOperations.PopCount(rules));
        for (; rules != 0; rules &= rules - 1)
        {
            list.Add(regime.Rules[BitOperations.TrailingZeroCount(rules)]);
        }

        return list.MoveToImmutable();
    }

    private static uint[] Values<T>(ApprovalRegime regime, T? stated, IEnumerable<T> possible, Func<OperationPredicate, T, bool> admits)
        where T : struct => [.. (stated is { } value ? [value] : possible).Select(v => Rules(regime, r => admits(r.When, v)))];

    // One of each stretch between the numbers at which some rule begins or ends.
    private static IEnumerable<long> Headcounts(IEnumerable<OperationPredicate> predicates) => predicates
        .SelectMany(p => new[] { p.HeadcountAtLeast, p.HeadcountAtMost < long.MaxValue ? p.HeadcountAtMost + 1 : null }).OfType<long>().Append(0).Distinct();

    private static uint Rules(ApprovalRegime regime, Func<RegimeRule, bool> which)
    {
        var rules = 0u;
        for (var i = 0; i < regime.Rules.Length; i++)
        {
            rules |= which(regime.Rules[i]) ? 1u << i : 0;
        }

        return rules;
    }

    /// <summary>The rules that apply, more than one in a conflict; or where none does, those that would on another day.</summary>
    private readonly record struct Outcome(uint Apply, uint OutOfDate);
}
