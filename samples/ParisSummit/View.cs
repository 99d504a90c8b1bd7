using Coalition;

namespace ParisSummit;

/// <summary>What is to be shown.</summary>
internal abstract record View
{
    private View()
    {
    }

    /// <summary>How everything stands on one day.</summary>
    internal sealed record Report(Format Format) : View;

    /// <summary>How the verdicts change over days.</summary>
    internal sealed record Timeline(Days Days) : View;

    /// <summary>What is other in another model, and which verdicts it moves.</summary>
    /// <param name="OtherFile">The other model file, as the user named it.</param>
    /// <param name="Format">How it is told: as a picture, text or Markdown.</param>
    internal sealed record Comparison(string OtherFile, Format Format) : View;

    /// <summary>What one nation's law asks for, and what is on record of it.</summary>
    internal sealed record OneNation(NationCode Code) : View;

    /// <summary>What the verdicts of one day hang on.</summary>
    /// <param name="OutlookFile">The file with probabilities and costs, as the user named it; null for the program's own, where the model is.</param>
    internal sealed record Analysis(string? OutlookFile) : View;

    /// <summary>What the law of every state of the catalogue asks for.</summary>
    internal sealed record Regimes : View;

    /// <summary>Nothing: the tables of the model are written into a folder.</summary>
    internal sealed record Export(string Folder) : View;
}
