using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>One point in which an approval of a model disagrees with the rule that it cites as its law.</summary>
public sealed record RegimeDisagreement
{
    internal RegimeDisagreement(ParliamentaryApproval approval, RegimeDisagreementKind kind, string found, string expected) =>
        (Approval, Law, Kind, Found, Expected) = (approval.Id, approval.Law!, kind, Guard.Clip(found), Guard.Clip(expected));

    /// <summary>The id of the approval.</summary>
    public string Approval { get; }

    /// <summary>The id of the rule that it cites.</summary>
    public string Law { get; }

    /// <summary>In what they disagree.</summary>
    public RegimeDisagreementKind Kind { get; }

    /// <summary>What the approval has, at most 100 characters of it.</summary>
    public string Found { get; }

    /// <summary>What the rule has, at most 100 characters of it.</summary>
    public string Expected { get; }

    /// <summary>The disagreement as one line. Invariant.</summary>
    public override string ToString() => $"{Approval}: found {Found}; expected {Expected}, by the rule '{Law}'.";
}
