namespace Coalition.Approvals;

/// <summary>Under whose roof an operation is carried out.</summary>
/// <remarks>The default value is <see cref="AdHocCoalition"/>, under which no organisation answers for it.</remarks>
public enum OrganisationalFrame
{
    /// <summary>A coalition formed for the purpose, under no organisation.</summary>
    AdHocCoalition,

    /// <summary>NATO.</summary>
    Nato,

    /// <summary>The European Union.</summary>
    EuropeanUnion,

    /// <summary>The United Nations.</summary>
    UnitedNations,

    /// <summary>The Organization for Security and Co-operation in Europe.</summary>
    Osce,
}
