namespace Coalition.Approvals;

/// <summary>In what an approval disagrees with the rule that it cites.</summary>
public enum RegimeDisagreementKind
{
    /// <summary>No regime has such a rule.</summary>
    NoSuchRule,

    /// <summary>The rule is of another nation.</summary>
    AnotherNation,

    /// <summary>What the rule asks for is not known, so that no approval can be said to follow it.</summary>
    NotKnown,

    /// <summary>The procedure.</summary>
    Procedure,

    /// <summary>The bodies that decide, their members or the votes that they need; their order does not matter.</summary>
    Decisions,

    /// <summary>How the bodies decide together.</summary>
    Combination,

    /// <summary>Whether parliament must be informed first, or within what time.</summary>
    Information,

    /// <summary>How long silence must last until it is consent.</summary>
    Silence,

    /// <summary>How long forces may act without consent, or from when that runs.</summary>
    DecideWithin,

    /// <summary>For how long a mandate goes on while its renewal is pending.</summary>
    ProvisionalExtension,
}
