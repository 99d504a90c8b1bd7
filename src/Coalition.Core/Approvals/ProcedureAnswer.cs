using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>What a nation's regime answers to the question which procedure an operation needs, with the grounds.</summary>
/// <remarks>A closed set. Equality is by value, and of the lists by sequence.</remarks>
public abstract record ProcedureAnswer
{
    private ProcedureAnswer(ApprovalRegime regime, RegimeRule? rule, ImmutableArray<RegimeRule> setAside) =>
        (Regime, Rule, SetAside) = (regime, rule, setAside);

    /// <summary>The regime that answers.</summary>
    public ApprovalRegime Regime { get; }

    /// <summary>The rule that led to the answer; null if none did.</summary>
    public RegimeRule? Rule { get; }

    /// <summary>The rules in words only that are in force and might be for the operation, but whose ids it does not assert, in their order.</summary>
    public ImmutableArray<RegimeRule> SetAside { get; }

    /// <summary>The citation of the rule, or without one the legal basis of the regime.</summary>
    public string Citation => Rule?.Citation ?? Regime.LegalBasis;

    /// <summary>How far to trust the rule, or without one the regime.</summary>
    public RegimeConfidence Confidence => Rule?.Confidence ?? Regime.Confidence;

    /// <summary>Equality by value.</summary>
    public virtual bool Equals(ProcedureAnswer? other) => other is not null && EqualityContract == other.EqualityContract
        && Regime == other.Regime && Rule == other.Rule && Sequence.Same(SetAside, other.SetAside);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Regime.Nation, Rule, Sequence.Hash(SetAside));

    // Only this assembly can override it, so that no outside type joins the cases.
    private protected abstract void Close();

    /// <summary>A rule applies.</summary>
    public sealed record Applies : ProcedureAnswer
    {
        internal Applies(ApprovalRegime regime, RegimeRule rule, ImmutableArray<RegimeRule> setAside)
            : base(regime, rule, setAside)
        {
        }

        /// <summary>The rule that applies.</summary>
        public new RegimeRule Rule => base.Rule!;

        /// <summary>What the rule asks for, in order; at least one step.</summary>
        public ImmutableArray<RegimeStep> Steps => Rule.Steps;

        /// <summary>The approvals that follow the rule, without acts: a pledge needs all of them.</summary>
        /// <param name="id">The id that the first is to have; the second has <c>id-2</c>, and so on.</param>
        /// <returns>
        /// One for each step, in their order. An information beside consent that follows the fact is no approval of its own, but the time that the one has for
        /// it. A number up to which no vote is needed is the mandate by law; what no field holds is told in the note, and so is from what the law counts a time
        /// (the approval's own times run from its acts, those of information and of consent from the day on which forces act).
        /// </returns>
        /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
        /// <exception cref="ArgumentException"><paramref name="id"/> is not an id.</exception>
        public ImmutableArray<ParliamentaryApproval> ToApprovals(string id) => RegimeSteps.ToApprovals(Rule, Regime.Nation, id);

        private protected override void Close()
        {
        }
    }

    /// <summary>What the operation needs is not known.</summary>
    public sealed record NotKnown : ProcedureAnswer
    {
        internal NotKnown(ApprovalRegime regime, RegimeRule? rule, ImmutableArray<RegimeRule> setAside)
            : base(regime, rule, setAside)
        {
        }

        /// <summary>Why not: what the rule says, or that no rule is for such an operation.</summary>
        public string Reason => Rule?.NotKnown ?? "No rule that the facts state is for such an operation.";

        private protected override void Close()
        {
        }
    }

    /// <summary>The answer turns on facts about the operation that are not stated.</summary>
    public sealed record InputMissing : ProcedureAnswer
    {
        internal InputMissing(ApprovalRegime regime, ImmutableArray<OperationInput> inputs, ImmutableArray<RegimeRule> setAside)
            : base(regime, null, setAside) => Inputs = inputs;

        /// <summary>The facts that are not stated and on which the answer turns, in the order of the enumeration; at least one.</summary>
        public ImmutableArray<OperationInput> Inputs { get; }

        /// <summary>Equality by value.</summary>
        public bool Equals(InputMissing? other) => base.Equals(other) && Sequence.Same(Inputs, other!.Inputs);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Sequence.Hash(Inputs));

        private protected override void Close()
        {
        }
    }
}
