using System.Runtime.InteropServices;
using Coalition.Requirements;

namespace Coalition.Sufficiency;

/// <summary>A requirement made ready for the day: what it refers to is looked up, and equal filters share their selection.</summary>
/// <remarks>
/// <see cref="IsMet"/> answers for the bound that is being worked out. A pledge may be assumed to stand, since a condition is read as if its own pledge
/// stood.
/// </remarks>
internal abstract class Formula(Requirement requirement)
{
    /// <summary>Where the requirement is met, once every bound is worked out.</summary>
    internal BoundSet Met;

    internal Requirement Requirement => requirement;

    internal virtual Formula[] Parts => [];

    internal abstract bool IsMet(FixedPoints at, PledgeOn? assumed);

    /// <summary>Works out whether it is met at the bound, and keeps the answer, of its parts too.</summary>
    internal bool Keep(FixedPoints at, PledgeOn? assumed)
    {
        var isMet = KeepParts(at, assumed);
        if (isMet)
        {
            Met.Add(at.Bound);
        }

        return isMet;
    }

    private protected virtual bool KeepParts(FixedPoints at, PledgeOn? assumed) => IsMet(at, assumed);

    internal sealed class Constant(Requirement requirement, bool value) : Formula(requirement)
    {
        internal bool Value => value;

        internal override bool IsMet(FixedPoints at, PledgeOn? assumed) => value;
    }

    internal sealed class OfCircumstance(Requirement.Holds requirement, int circumstance, BoundSet holds) : Formula(requirement)
    {
        internal int Circumstance => circumstance;

        internal override bool IsMet(FixedPoints at, PledgeOn? assumed) => holds[at.Bound];
    }

    /// <summary>A form that looks at pledges.</summary>
    internal abstract class OfPledges(Requirement requirement, Selection selection) : Formula(requirement)
    {
        internal Selection Selection => selection;
    }

    internal sealed class OfTotal(Requirement.Total requirement, LimitedSum sum, Unit unit) : OfPledges(requirement, sum.Selection)
    {
        private readonly TotalAt[] amounts = new TotalAt[3];

        internal Unit Unit => unit;

        internal Int128 Required => requirement.AtLeast;

        internal long? Cap => requirement.PerNationCap;

        internal LimitNetwork NetworkAt(Bound bound) => sum.NetworkAt(bound);

        internal TotalAt this[Bound bound] => amounts[(int)bound];

        internal override bool IsMet(FixedPoints at, PledgeOn? assumed) => sum.IsAtLeast(Required, assumed);

        // A total of a standard keeps its sum for the report; one of a condition is read as if a pledge stood, and reports none.
        private protected override bool KeepParts(FixedPoints at, PledgeOn? assumed)
        {
            if (assumed is not null)
            {
                return IsMet(at, assumed);
            }

            var reached = sum.Sum(out var binding);
            amounts[(int)at.Bound] = new TotalAt(reached, binding, reached >= Required ? [] : FigurelessThatMightSuffice(at));
            return reached >= Required;
        }

        // Pledges that count and have no figure, if figures could close the gap under the ceilings (rule S5).
        private PledgeOn[] FigurelessThatMightSuffice(FixedPoints at)
        {
            var figureless = new List<int>();
            for (var i = 0; i < Selection.Members.Length; i++)
            {
                if (!Selection.Members[i].Amount.HasFigure && Selection.Counts(Selection.Members[i], at.Bound))
                {
                    figureless.Add(i);
                }
            }

            return figureless.Count > 0 && sum.SumWith(CollectionsMarshal.AsSpan(figureless), Required) >= Required
                ? [.. figureless.Select(i => Selection.Members[i])]
                : [];
        }
    }

    internal sealed class OfContributors(Requirement.Contributors requirement, Selection selection) : OfPledges(requirement, selection)
    {
        internal long Required => requirement.AtLeast;

        internal override bool IsMet(FixedPoints at, PledgeOn? assumed)
        {
            var isOneMore = Selection.WouldAdd(assumed) is >= 0 and var member && !Selection.HasContributor(member);
            return Selection.Contributors + (isOneMore ? 1 : 0) >= requirement.AtLeast;
        }
    }

    internal sealed class OfContribution(Requirement.Contributes requirement, Selection selection) : OfPledges(requirement, selection)
    {
        internal override bool IsMet(FixedPoints at, PledgeOn? assumed) => Selection.Contributors > 0 || Selection.WouldAdd(assumed) >= 0;
    }

    internal sealed class OfStandard(Requirement.Met requirement, int guarantee, int standard, Formula formula, BoundSet inForce) : Formula(requirement)
    {
        /// <summary>The position of the guarantee.</summary>
        internal int Guarantee => guarantee;

        /// <summary>The number of the standard over all guarantees.</summary>
        internal int Standard => standard;

        internal Formula Formula => formula;

        internal override bool IsMet(FixedPoints at, PledgeOn? assumed) => inForce[at.Bound] && at.IsStandardMet(standard, formula, assumed);
    }

    /// <summary>A form that counts how many of its parts are met: all of them, any of them, or a number.</summary>
    internal sealed class OfParts(Requirement requirement, int needed, Formula[] parts) : Formula(requirement)
    {
        /// <summary>How many parts must be met.</summary>
        internal int Needed => needed;

        internal override Formula[] Parts => parts;

        internal override bool IsMet(FixedPoints at, PledgeOn? assumed)
        {
            // Stops as soon as the parts left cannot change the answer.
            var missing = needed;
            for (var i = 0; missing > 0 && missing <= parts.Length - i; i++)
            {
                missing -= parts[i].IsMet(at, assumed) ? 1 : 0;
            }

            return missing == 0;
        }

        private protected override bool KeepParts(FixedPoints at, PledgeOn? assumed)
        {
            var met = 0;
            foreach (var part in parts)
            {
                met += part.Keep(at, assumed) ? 1 : 0;
            }

            return met >= needed;
        }
    }
}

/// <summary>What a total comes to at a bound.</summary>
/// <param name="Sum">The sum.</param>
/// <param name="Binding">For each group of the selection, the limit that binds it, or -1; null if none binds.</param>
/// <param name="Figureless">If it is not met: the pledges that count without a figure, where figures might have sufficed.</param>
internal readonly record struct TotalAt(Int128 Sum, int[]? Binding, PledgeOn[] Figureless);
