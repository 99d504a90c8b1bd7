using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>What is on record on the day, by what is known, and what the question takes as granted.</summary>
internal sealed class Day
{
    private readonly bool[] granted;
    private readonly LocalDate knownAsOf;

    internal Day(CoalitionModel model, LocalDate on, LocalDate knownAsOf, Matters matters, bool[] granted, CancellationToken cancellation)
    {
        Model = model;
        On = on;
        this.knownAsOf = knownAsOf;
        Record = new RecordOn(model, on, knownAsOf);
        Matters = matters;
        this.granted = granted;
        Circumstances = new CircumstanceState[model.Circumstances.Length];
        for (var i = 0; i < Circumstances.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            LookAtCircumstance(i);
        }

        Approvals = new ApprovalOn[model.Approvals.Length];
        for (var i = 0; i < Approvals.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            LookAtApproval(i);
        }
    }

    internal CoalitionModel Model { get; }

    internal LocalDate On { get; private set; }

    internal RecordOn Record { get; private set; }

    internal Matters Matters { get; }

    internal CircumstanceState[] Circumstances { get; }

    internal ApprovalOn[] Approvals { get; }

    /// <summary>Goes on to another day. What may be different on it is to be looked at anew: the circumstances first.</summary>
    internal void Move(LocalDate on)
    {
        On = on;
        Record = new RecordOn(Model, on, knownAsOf);
    }

    internal void LookAtCircumstance(int position) => Circumstances[position] = Record.StateOf(Model.Circumstances[position]);

    internal void LookAtApproval(int position)
    {
        var approval = Model.Approvals[position];
        var state = Record.StateOf(approval, out var source);
        Approvals[position] = new ApprovalOn(
            approval, state, source is null ? null : Model.Index.Sources.Find(source), On, IsGranted(OpenMatterKind.Approval, position));
    }

    internal bool IsGranted(OpenMatterKind kind, int position) => granted[Matters.Number(kind, position)];

    /// <summary>Whether a circumstance holds at a bound.</summary>
    internal BoundSet Holds(int circumstance)
    {
        var set = default(BoundSet);
        var standing = Circumstances[circumstance].Standing;
        if (standing == Standing.Passed || (standing == Standing.Pending && IsGranted(OpenMatterKind.Circumstance, circumstance)))
        {
            set.Add(Bound.Secured);
        }

        if (standing != Standing.Failed)
        {
            set.Add(Bound.Reachable);
            set.Add(Bound.Possible);
        }

        return set;
    }

    /// <summary>Whether a guarantee is in force, by what is on record and what the question takes as granted.</summary>
    internal GuaranteeForce ForceOf(Guarantee guarantee)
    {
        if (On < guarantee.From || On > guarantee.Until)
        {
            return GuaranteeForce.OutsideTerm;
        }

        var holds = guarantee.Trigger is { } trigger ? Holds(Model.Index.Circumstances.PositionOf(trigger)).Verdict : Verdict.Sufficient;
        return holds switch
        {
            Verdict.Sufficient => GuaranteeForce.InForce,
            Verdict.Contingent => GuaranteeForce.TriggerUnknown,
            _ => GuaranteeForce.TriggerGone,
        };
    }
}
