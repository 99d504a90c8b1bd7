namespace Coalition.Approvals;

/// <summary>How several bodies decide together.</summary>
public enum DecisionCombination
{
    /// <summary>Each must consent, and the refusal of one ends the matter, unless another may override it: see <see cref="Decision.Override"/>.</summary>
    EachConsents,

    /// <summary>They sit and vote as one: one vote of all their members, under one rule.</summary>
    JointSitting,

    /// <summary>The executive acts first, and any one of them may annul that; to go on beyond the deadline takes the consent of each.</summary>
    AnyMayAnnul,
}
