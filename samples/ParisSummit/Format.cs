namespace ParisSummit;

/// <summary>How the answer is shown.</summary>
internal enum Format
{
    /// <summary>Drawn for a terminal.</summary>
    Picture,

    /// <summary>The library's own text.</summary>
    Text,

    /// <summary>The library's own Markdown.</summary>
    Markdown,

    /// <summary>JSON, for other programs.</summary>
    Json,

    /// <summary>One HTML file with charts.</summary>
    Html,
}
