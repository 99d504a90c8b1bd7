using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition.Requirements;

/// <summary>The small language of "enough" (DESIGN 3.4): what a standard requires, and what a pledge waits for.</summary>
/// <remarks>
/// Closed and monotone: more support never makes a requirement false, and there is no negation. Equality is by value,
/// and of lists by sequence.
/// </remarks>
public abstract record Requirement
{
    /// <summary>Beyond what any <see cref="CoalitionLimits.MaxDepth"/> allows, and far from exhausting the stack of a walk.</summary>
    internal const int MostLevels = 256;

    /// <summary>The parts that any one may have in all, so that comparing and telling it take a moment however its parts are shared.</summary>
    internal const int MostParts = 4_000_000;

    private Requirement()
    {
    }

    /// <summary>The levels of requirements within this one, itself included: 1 for a form without parts.</summary>
    internal int Depth { get; private init; } = 1;

    /// <summary>The forms within this one, itself included, each as often as it stands there.</summary>
    internal long Size { get; private init; } = 1;

    /// <summary>The requirement in words, such as <c>at least 5,000 of land</c>. Invariant.</summary>
    public sealed override string ToString() => RequirementText.Describe(this);

    // Only this assembly can override it, so that no outside type joins the forms.
    private protected abstract void Close();

    // Computed once from the parts, so that nothing ever recurses into a requirement of unknown depth.
    private static int DepthOver(ImmutableArray<Requirement> of)
    {
        var depth = 0;
        foreach (var part in of)
        {
            depth = Math.Max(depth, part.Depth);
        }

        return depth < MostLevels ? depth + 1 : throw new ArgumentException($"Expected at most {MostLevels} levels of requirements, found more.", nameof(of));
    }

    // One requirement may stand in many places, so that the sum can double with every level.
    private static long SizeOver(ImmutableArray<Requirement> of)
    {
        long size = 1;
        foreach (var part in of)
        {
            size += part.Size;
            if (size > MostParts)
            {
                throw new ArgumentException($"Expected at most {MostParts} requirements in all, each as often as it stands there, found more.", nameof(of));
            }
        }

        return size;
    }

    private static ImmutableArray<Requirement> Parts(ImmutableArray<Requirement> of) => Guard.Items(of, nameof(of)).IsEmpty
        ? throw new ArgumentException("Expected at least one requirement, found none.", nameof(of))
        : of;

    /// <summary>Always met.</summary>
    public sealed record Always : Requirement
    {
        private protected override void Close()
        {
        }
    }

    /// <summary>Met when a circumstance has occurred and not ended.</summary>
    public sealed record Holds : Requirement
    {
        /// <summary>Requires a circumstance.</summary>
        /// <param name="circumstance">Its id.</param>
        /// <exception cref="ArgumentException"><paramref name="circumstance"/> is not an id.</exception>
        public Holds(string circumstance) => Circumstance = Guard.Id(circumstance, nameof(circumstance));

        /// <summary>The id of the circumstance.</summary>
        public string Circumstance { get; }

        private protected override void Close()
        {
        }
    }

    /// <summary>Met when the amounts of matching pledges add up to enough, under ceilings and caps (rule S6).</summary>
    public sealed record Total : Requirement
    {
        /// <summary>Requires an amount.</summary>
        /// <param name="filter">Which pledges are added.</param>
        /// <param name="atLeast">How much is enough, inclusive; at least 0.</param>
        /// <param name="perNationCap">The most that counts from any one nation, inclusive; null for no cap.</param>
        /// <param name="unit">What is counted; null for the unit that the support types named by the filter share.</param>
        /// <param name="sustained">Whether of each pledge only what it can keep deployed is added.</param>
        /// <exception cref="ArgumentOutOfRangeException">A figure is negative.</exception>
        /// <exception cref="ArgumentException"><paramref name="unit"/> is the default value.</exception>
        public Total(PledgeFilter filter, long atLeast, long? perNationCap = null, Unit? unit = null, bool sustained = false)
        {
            ArgumentNullException.ThrowIfNull(filter);
            Filter = filter;
            AtLeast = Guard.NotNegative(atLeast, nameof(atLeast));
            PerNationCap = Guard.NotNegative(perNationCap, nameof(perNationCap));
            Unit = Guard.OptionalUnit(unit, nameof(unit));
            Sustained = sustained;
        }

        /// <summary>Which pledges are added.</summary>
        public PledgeFilter Filter { get; }

        /// <summary>How much is enough, inclusive.</summary>
        public new long AtLeast { get; }

        /// <summary>The most that counts from any one nation, inclusive; null for no cap.</summary>
        public long? PerNationCap { get; }

        /// <summary>What is counted as stated; null for the unit that the support types named by the filter share.</summary>
        public Unit? Unit { get; }

        /// <summary>
        /// Whether of each pledge only what it can keep deployed is added: of a pool the share of its <see cref="Pledge.Rotation"/>, rounded down for each
        /// pledge and each end of its amount, before ceilings and caps. False by default: amounts are added as claimed.
        /// </summary>
        public bool Sustained { get; }

        private protected override void Close()
        {
        }
    }

    /// <summary>Met when enough different nations contribute, with or without a figure.</summary>
    public sealed record Contributors : Requirement
    {
        /// <summary>Requires a number of nations.</summary>
        /// <param name="filter">Which pledges make their nation a contributor.</param>
        /// <param name="atLeast">How many nations are enough, inclusive; at least 0.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> is negative.</exception>
        public Contributors(PledgeFilter filter, long atLeast)
        {
            ArgumentNullException.ThrowIfNull(filter);
            Filter = filter;
            AtLeast = Guard.NotNegative(atLeast, nameof(atLeast));
        }

        /// <summary>Which pledges make their nation a contributor.</summary>
        public PledgeFilter Filter { get; }

        /// <summary>How many nations are enough, inclusive.</summary>
        public new long AtLeast { get; }

        private protected override void Close()
        {
        }
    }

    /// <summary>Met when one nation contributes, with or without a figure.</summary>
    public sealed record Contributes : Requirement
    {
        /// <summary>Requires a nation's contribution.</summary>
        /// <param name="nation">The nation.</param>
        /// <param name="filter">Which of its pledges make it a contributor.</param>
        public Contributes(NationCode nation, PledgeFilter filter)
        {
            ArgumentNullException.ThrowIfNull(filter);
            Nation = nation;
            Filter = filter;
        }

        /// <summary>The nation.</summary>
        public NationCode Nation { get; }

        /// <summary>Which of its pledges make it a contributor.</summary>
        public PledgeFilter Filter { get; }

        /// <summary>The filter and the nation in one; null where the filter names only other nations, and so selects nothing.</summary>
        internal PledgeFilter? OfNation => Filter.Nations.IsEmpty || Filter.Nations.Contains(Nation) ? Filter with { Nations = [Nation] } : null;

        private protected override void Close()
        {
        }
    }

    /// <summary>Met when a standard of a guarantee is met and the guarantee is in force.</summary>
    public sealed record Met : Requirement
    {
        /// <summary>Requires a guarantee to be enough by a standard.</summary>
        /// <param name="guarantee">The id of the guarantee.</param>
        /// <param name="standard">The id of the standard; null where the guarantee has only one.</param>
        /// <exception cref="ArgumentException">An argument is not an id.</exception>
        public Met(string guarantee, string? standard = null)
        {
            Guarantee = Guard.Id(guarantee, nameof(guarantee));
            Standard = Guard.OptionalId(standard, nameof(standard));
        }

        /// <summary>The id of the guarantee.</summary>
        public string Guarantee { get; }

        /// <summary>The id of the standard as stated; null where the guarantee has only one.</summary>
        public string? Standard { get; }

        private protected override void Close()
        {
        }
    }

    /// <summary>Met when every part is.</summary>
    public sealed record AllOf : Requirement
    {
        /// <summary>Requires every part.</summary>
        /// <param name="of">The parts, at least one.</param>
        /// <exception cref="ArgumentException">There is no part, a null among them, more than 256 levels of requirements, or more than 4,000,000 in all.</exception>
        public AllOf(params ImmutableArray<Requirement> of)
        {
            Of = Parts(of);
            Depth = DepthOver(of);
            Size = SizeOver(of);
        }

        /// <summary>The parts.</summary>
        public ImmutableArray<Requirement> Of { get; }

        /// <summary>Equality by value.</summary>
        public bool Equals(AllOf? other) => other is not null && Sequence.Same(Of, other.Of);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(nameof(AllOf), Sequence.Hash(Of));

        private protected override void Close()
        {
        }
    }

    /// <summary>Met when some part is.</summary>
    public sealed record AnyOf : Requirement
    {
        /// <summary>Requires some part.</summary>
        /// <param name="of">The parts, at least one.</param>
        /// <exception cref="ArgumentException">There is no part, a null among them, more than 256 levels of requirements, or more than 4,000,000 in all.</exception>
        public AnyOf(params ImmutableArray<Requirement> of)
        {
            Of = Parts(of);
            Depth = DepthOver(of);
            Size = SizeOver(of);
        }

        /// <summary>The parts.</summary>
        public ImmutableArray<Requirement> Of { get; }

        /// <summary>Equality by value.</summary>
        public bool Equals(AnyOf? other) => other is not null && Sequence.Same(Of, other.Of);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(nameof(AnyOf), Sequence.Hash(Of));

        private protected override void Close()
        {
        }
    }

    /// <summary>Met when at least so many parts are.</summary>
    public sealed record AtLeast : Requirement
    {
        /// <summary>Requires a number of parts.</summary>
        /// <param name="count">How many, inclusive: from 1 to the number of parts.</param>
        /// <param name="of">The parts, at least one.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1 or above the number of parts.</exception>
        /// <exception cref="ArgumentException">There is no part, a null among them, more than 256 levels of requirements, or more than 4,000,000 in all.</exception>
        public AtLeast(int count, params ImmutableArray<Requirement> of)
        {
            Of = Parts(of);
            Count = count >= 1 && count <= of.Length ? count : throw new ArgumentOutOfRangeException(
                nameof(count), count, $"Expected a number from 1 to the number of parts, {of.Length}.");
            Depth = DepthOver(of);
            Size = SizeOver(of);
        }

        /// <summary>How many parts, inclusive.</summary>
        public int Count { get; }

        /// <summary>The parts.</summary>
        public ImmutableArray<Requirement> Of { get; }

        /// <summary>Equality by value.</summary>
        public bool Equals(AtLeast? other) => other is not null && Count == other.Count && Sequence.Same(Of, other.Of);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(nameof(AtLeast), Count, Sequence.Hash(Of));

        private protected override void Close()
        {
        }
    }
}
