namespace Coalition;

/// <summary>The part that a nation plays in the coalition.</summary>
/// <remarks>A nation may have several. The default value is <see cref="Observer"/>, the part that promises nothing.</remarks>
public enum NationRole
{
    /// <summary>Takes part in the talks and promises nothing.</summary>
    Observer,

    /// <summary>Offers support.</summary>
    Contributor,

    /// <summary>Frames the force, or a component of it, for the others to plug into.</summary>
    Framework,

    /// <summary>Receives the forces on its territory and consents to them.</summary>
    Host,

    /// <summary>Stands behind the coalition from outside, should it be attacked.</summary>
    BackstopProvider,

    /// <summary>Convenes and coordinates.</summary>
    Coordinator,
}
