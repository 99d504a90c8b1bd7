namespace Coalition;

/// <summary>How what a source says is to be taken.</summary>
/// <remarks>The default value is <see cref="Illustrative"/>, the label that claims the least.</remarks>
public enum SourceLabel
{
    /// <summary>Made up, as an example.</summary>
    Illustrative,

    /// <summary>Worked out from other sources.</summary>
    Derived,

    /// <summary>Somebody's estimate, or a figure from unnamed sources.</summary>
    Estimate,

    /// <summary>On record that somebody said or did this.</summary>
    Fact,
}
