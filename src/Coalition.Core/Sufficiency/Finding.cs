using System.Collections.Immutable;
using Coalition.Requirements;

namespace Coalition.Sufficiency;

/// <summary>A requirement as it was found on the day: its verdict and its grounds. The tree of findings mirrors the requirement.</summary>
public abstract class Finding
{
    private Finding(Requirement requirement, Verdict verdict)
    {
        Requirement = requirement;
        Verdict = verdict;
    }

    /// <summary>The requirement.</summary>
    public Requirement Requirement { get; }

    /// <summary>Whether it is met (rule S8).</summary>
    public Verdict Verdict { get; }

    /// <summary>The findings of its parts, in their order; empty for a form without parts.</summary>
    public virtual ImmutableArray<Finding> Parts => [];

    // Only this assembly can override it, so that no outside type joins the forms.
    private protected abstract void Close();

    /// <summary>Always met.</summary>
    public sealed class Always : Finding
    {
        internal Always(Requirement.Always requirement)
            : base(requirement, Verdict.Sufficient)
        {
        }

        private protected override void Close()
        {
        }
    }

    /// <summary>A circumstance that must hold.</summary>
    public sealed class Holds : Finding
    {
        internal Holds(Requirement.Holds requirement, Verdict verdict, Circumstance circumstance, CircumstanceState state)
            : base(requirement, verdict)
        {
            Circumstance = circumstance;
            State = state;
        }

        /// <summary>The circumstance.</summary>
        public Circumstance Circumstance { get; }

        /// <summary>Its state on the day, by what is on record.</summary>
        public CircumstanceState State { get; }

        private protected override void Close()
        {
        }
    }

    /// <summary>An amount that must be reached.</summary>
    public sealed class Total : Finding
    {
        internal Total(
            Requirement.Total requirement, Verdict verdict, Unit unit, TotalAmount secured, TotalAmount reachable, TotalAmount possible,
            ImmutableArray<Contribution> contributions, ImmutableArray<MissingFigures> missing)
            : base(requirement, verdict)
        {
            Required = new Quantity(requirement.AtLeast, unit);
            Secured = secured;
            Reachable = reachable;
            Possible = possible;
            Contributions = contributions;
            MissingFigures = missing;
        }

        /// <inheritdoc cref="Finding.Requirement"/>
        public new Requirement.Total Requirement => (Requirement.Total)base.Requirement;

        /// <summary>How much is enough.</summary>
        public Quantity Required { get; }

        /// <summary>What counts as things stand.</summary>
        public TotalAmount Secured { get; }

        /// <summary>What counts once every open matter is granted.</summary>
        public TotalAmount Reachable { get; }

        /// <summary>What counts once every open matter is granted and all who wait for each other move.</summary>
        public TotalAmount Possible { get; }

        /// <summary>Every pledge that the filter selects, whether it counts or is set aside, in the order of the model.</summary>
        public ImmutableArray<Contribution> Contributions { get; }

        /// <summary>Which figures are missing, for each verdict that they might bring the total to, the best first; empty if none would help.</summary>
        public ImmutableArray<MissingFigures> MissingFigures { get; }

        private protected override void Close()
        {
        }
    }

    /// <summary>A number of nations that must contribute.</summary>
    public sealed class Contributors : Finding
    {
        internal Contributors(
            Requirement.Contributors requirement, Verdict verdict, ImmutableArray<NationCode> secured, ImmutableArray<NationCode> reachable,
            ImmutableArray<NationCode> possible, ImmutableArray<Contribution> contributions)
            : base(requirement, verdict)
        {
            Secured = secured;
            Reachable = reachable;
            Possible = possible;
            Contributions = contributions;
        }

        /// <summary>The nations that contribute as things stand, sorted by code.</summary>
        public ImmutableArray<NationCode> Secured { get; }

        /// <summary>Those that contribute once every open matter is granted, sorted by code.</summary>
        public ImmutableArray<NationCode> Reachable { get; }

        /// <summary>Those that contribute once, besides, all who wait for each other move, sorted by code.</summary>
        public ImmutableArray<NationCode> Possible { get; }

        /// <summary>Every pledge that the filter selects, whether it counts or is set aside, in the order of the model.</summary>
        public ImmutableArray<Contribution> Contributions { get; }

        private protected override void Close()
        {
        }
    }

    /// <summary>One nation that must contribute.</summary>
    public sealed class Contributes : Finding
    {
        internal Contributes(Requirement.Contributes requirement, Verdict verdict, ImmutableArray<Contribution> contributions)
            : base(requirement, verdict) => Contributions = contributions;

        /// <summary>Every pledge of the nation that the filter selects, whether it counts or is set aside, in the order of the model.</summary>
        public ImmutableArray<Contribution> Contributions { get; }

        private protected override void Close()
        {
        }
    }

    /// <summary>Another standard that must be met, by a guarantee in force.</summary>
    public sealed class Met : Finding
    {
        internal Met(Requirement.Met requirement, Verdict verdict, StandardReport standard, GuaranteeForce force)
            : base(requirement, verdict)
        {
            Standard = standard;
            Force = force;
        }

        /// <summary>The report on that standard.</summary>
        public StandardReport Standard { get; }

        /// <summary>Whether its guarantee is in force.</summary>
        public GuaranteeForce Force { get; }

        private protected override void Close()
        {
        }
    }

    /// <summary>Parts of which all must be met: as good as the worst.</summary>
    public sealed class AllOf : Finding
    {
        internal AllOf(Requirement.AllOf requirement, Verdict verdict, ImmutableArray<Finding> parts)
            : base(requirement, verdict) => Parts = parts;

        /// <inheritdoc/>
        public override ImmutableArray<Finding> Parts { get; }

        private protected override void Close()
        {
        }
    }

    /// <summary>Parts of which one must be met: as good as the best.</summary>
    public sealed class AnyOf : Finding
    {
        internal AnyOf(Requirement.AnyOf requirement, Verdict verdict, ImmutableArray<Finding> parts)
            : base(requirement, verdict) => Parts = parts;

        /// <inheritdoc/>
        public override ImmutableArray<Finding> Parts { get; }

        private protected override void Close()
        {
        }
    }

    /// <summary>Parts of which so many must be met: as good as the k-th best.</summary>
    public sealed class AtLeast : Finding
    {
        internal AtLeast(Requirement.AtLeast requirement, Verdict verdict, ImmutableArray<Finding> parts)
            : base(requirement, verdict) => Parts = parts;

        /// <inheritdoc cref="Finding.Requirement"/>
        public new Requirement.AtLeast Requirement => (Requirement.AtLeast)base.Requirement;

        /// <inheritdoc/>
        public override ImmutableArray<Finding> Parts { get; }

        private protected override void Close()
        {
        }
    }
}
