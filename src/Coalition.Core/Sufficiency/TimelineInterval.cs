using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>Days in succession, on each of which a standard is found the same.</summary>
public sealed class TimelineInterval
{
    internal TimelineInterval(LocalDate from, LocalDate until, GuaranteeForce force, Verdict? verdict, ImmutableArray<DatedChange> changes)
    {
        From = from;
        Until = until;
        Force = force;
        Verdict = verdict;
        Changes = changes;
    }

    /// <summary>The first day, inclusive.</summary>
    public LocalDate From { get; }

    /// <summary>The last day, inclusive.</summary>
    public LocalDate Until { get; }

    /// <summary>Whether the guarantee is in force on these days.</summary>
    public GuaranteeForce Force { get; }

    /// <summary>The verdict; null if the guarantee is not in force (as in <see cref="StandardReport.Verdict"/>).</summary>
    public Verdict? Verdict { get; }

    /// <summary>
    /// What changed on <see cref="From"/> of all that the standard depends on, and moved a gate, a mandate, a circumstance or a term: causes of the change, though
    /// not each of them need be one. Not empty but in the first interval, before which the timeline does not look.
    /// </summary>
    public ImmutableArray<DatedChange> Changes { get; }

    /// <summary>The interval in words, such as <c>2026-01-10 to 2026-03-31: contingent</c>. Invariant.</summary>
    public override string ToString() =>
        $"{IsoDate.Format(From)} to {IsoDate.Format(Until)}: {(Verdict is { } verdict ? FormatNames.Of(verdict) : "no verdict")}"
        + Force switch
        {
            GuaranteeForce.OutsideTerm => ", outside the term",
            GuaranteeForce.TriggerGone => ", the trigger is ruled out or has ended",
            GuaranteeForce.TriggerUnknown => ", the trigger is unknown",
            _ => "",
        };
}
