namespace Coalition.Tabular.Internal;

/// <summary>How a value of the model file stands in a cell.</summary>
internal enum CellKind
{
    /// <summary>Text as it is.</summary>
    Text,

    /// <summary>A day or month: text, which spreadsheets like to rewrite.</summary>
    Date,

    /// <summary>A whole number, in digits alone.</summary>
    Number,

    /// <summary><c>yes</c> or <c>no</c>: spreadsheets translate <c>true</c>.</summary>
    Flag,

    /// <summary>Ids with a space between them.</summary>
    Ids,

    /// <summary>What takes more than a cell, as the JSON of the model file.</summary>
    Json,
}
