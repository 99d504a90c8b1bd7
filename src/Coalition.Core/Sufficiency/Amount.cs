namespace Coalition.Sufficiency;

/// <summary>The range that the claims of a pledge leave (rule S5).</summary>
internal readonly record struct Amount(bool HasFigure, long Lower, long Upper)
{
    /// <summary>One more claim: the least lower end, the greatest upper end, never an average.</summary>
    internal Amount With(Claim claim) => !claim.HasFigure ? this
        : !HasFigure ? new Amount(true, claim.LowerOrNothing, claim.UpperOrLower)
        : new Amount(true, Math.Min(Lower, claim.LowerOrNothing), Math.Max(Upper, claim.UpperOrLower));
}
