using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>Something that is different from one day on, and why.</summary>
/// <remarks>
/// What falls due on a day, or ends with it, changes on the day after: a mandate until 2026-12-31 is different from 2027-01-01 on, and its
/// <see cref="LastDay"/> is 2026-12-31. Equality is by value.
/// </remarks>
public sealed record DatedChange
{
    internal const string AskedFor = "asked for";
    internal const string Provisionally = "extended provisionally";

    internal DatedChange(LocalDate on, DatedChangeKind kind, string subject, NationCode? nation = null, string? detail = null)
    {
        On = on;
        Kind = kind;
        Subject = subject;
        Nation = nation;
        Detail = detail;
    }

    /// <summary>The first day on which things are different.</summary>
    public LocalDate On { get; }

    /// <summary>The last day on which things were as before: the day before <see cref="On"/>.</summary>
    public LocalDate LastDay => On.PlusDays(-1);

    /// <summary>What happens.</summary>
    public DatedChangeKind Kind { get; }

    /// <summary>The id of the approval, circumstance, pledge or guarantee to which it happens.</summary>
    public string Subject { get; }

    /// <summary>The nation whose approval or pledge it is; null for a circumstance and for a guarantee.</summary>
    public NationCode? Nation { get; }

    /// <summary>
    /// The act taken or the stage reached, as the model file spells it; of a deadline, what was due: <c>decision</c>, <c>information</c> or <c>consent</c>; of a
    /// mandate, <c>asked for</c> if it is not given yet, or <c>extended provisionally</c>; null otherwise.
    /// </summary>
    public string? Detail { get; }

    /// <summary>The change in words, such as <c>the mandate of 'de-bundestag' ended on 2026-12-31</c>. Invariant.</summary>
    public override string ToString() => Kind switch
    {
        DatedChangeKind.ActTaken => $"the act '{Detail}' of '{Subject}' was taken on {IsoDate.Format(On)}",
        DatedChangeKind.MandateBegan => $"{Mandate} began on {IsoDate.Format(On)}",
        DatedChangeKind.MandateEnded => $"{Mandate} ended on {IsoDate.Format(LastDay)}",
        DatedChangeKind.DeadlinePassed => $"the {Detail} of '{Subject}' was due by {IsoDate.Format(LastDay)}",
        DatedChangeKind.SilenceGaveConsent => $"silence up to {IsoDate.Format(LastDay)} gave the consent of '{Subject}'",
        DatedChangeKind.CircumstanceOccurred => $"'{Subject}' occurred on {IsoDate.Format(On)}",
        DatedChangeKind.CircumstanceEnded => $"'{Subject}' ended on {IsoDate.Format(On)}",
        DatedChangeKind.CircumstanceRuledOut => $"'{Subject}' was ruled out on {IsoDate.Format(On)}",
        DatedChangeKind.StageChanged => $"'{Subject}' reached the stage {Detail} on {IsoDate.Format(On)}",
        DatedChangeKind.PledgeBegan => $"the period of '{Subject}' began on {IsoDate.Format(On)}",
        DatedChangeKind.PledgeEnded => $"the period of '{Subject}' ended on {IsoDate.Format(LastDay)}",
        DatedChangeKind.ForceReady => $"'{Subject}' became ready on {IsoDate.Format(On)}",
        DatedChangeKind.TermBegan => $"the term of '{Subject}' began on {IsoDate.Format(On)}",
        DatedChangeKind.TermEnded => $"the term of '{Subject}' ended on {IsoDate.Format(LastDay)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The change in words, as it is told beforehand.</summary>
    internal string Ahead() => Kind switch
    {
        DatedChangeKind.MandateBegan => $"{Mandate} begins on {IsoDate.Format(On)}",
        DatedChangeKind.MandateEnded => $"{Mandate} ends on {IsoDate.Format(LastDay)}",
        DatedChangeKind.DeadlinePassed => $"the {Detail} of '{Subject}' is due by {IsoDate.Format(LastDay)}",
        DatedChangeKind.SilenceGaveConsent => $"silence up to {IsoDate.Format(LastDay)} gives the consent of '{Subject}'",
        DatedChangeKind.PledgeBegan => $"the period of '{Subject}' begins on {IsoDate.Format(On)}",
        DatedChangeKind.PledgeEnded => $"the period of '{Subject}' ends on {IsoDate.Format(LastDay)}",
        DatedChangeKind.ForceReady => $"'{Subject}' becomes ready on {IsoDate.Format(On)}",
        DatedChangeKind.TermBegan => $"the term of '{Subject}' begins on {IsoDate.Format(On)}",
        DatedChangeKind.TermEnded => $"the term of '{Subject}' ends on {IsoDate.Format(LastDay)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string Mandate => Detail is null ? $"the mandate of '{Subject}'" : $"the mandate of '{Subject}', {Detail},";
}
