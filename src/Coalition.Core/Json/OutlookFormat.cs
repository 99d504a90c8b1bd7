namespace Coalition.Json;

/// <summary>The names of the format of outlooks, version 1. The reader goes by them, and a test holds the published schema to them.</summary>
internal static class OutlookFormat
{
    internal const string Version = "coalition-outlook/1";

    internal static readonly PropertyNames Root = new("$schema", "format", "note", "sources", "probabilities", "remedies");

    internal static readonly PropertyNames Estimate = new("of", "probability", "given", "otherwise", "source", "note");

    internal static readonly PropertyNames Remedies = new("unit", "menu");

    internal static readonly PropertyNames Remedy = new("title", "cost", "source", "pledge", "grant", "waive");
}
