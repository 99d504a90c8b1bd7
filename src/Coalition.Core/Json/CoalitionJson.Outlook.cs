using Coalition.Analysis;

namespace Coalition.Json;

/// <content>Outlooks.</content>
public static partial class CoalitionJson
{
    /// <summary>The version of the format of outlooks that this library reads and writes: <c>coalition-outlook/1</c>.</summary>
    public static string OutlookFormat => Json.OutlookFormat.Version;

    /// <summary>The JSON Schema (draft 2020-12) of the format of outlooks, as published in <c>docs/coalition-outlook-1.schema.json</c>.</summary>
    public static string OutlookSchema { get; } = EmbeddedText("coalition-outlook-1.schema.json");

    /// <summary>Reads an outlook: what an analyst assumes beyond the record.</summary>
    /// <param name="json">The text of an outlook file.</param>
    /// <returns>The outlook.</returns>
    /// <exception cref="CoalitionModelException">The text is not valid, or larger than the default limits; the exception lists every problem.</exception>
    public static Outlook ReadOutlook(string json) => ReadOutlook(json, CoalitionLimits.Default);

    /// <summary>Reads an outlook of a limited size.</summary>
    /// <param name="json">The text of an outlook file.</param>
    /// <param name="limits">How large it may be; the limit of entries holds for sources, probabilities and remedies each.</param>
    /// <returns>The outlook.</returns>
    /// <exception cref="CoalitionModelException">The text is not valid, or larger than the limits; the exception lists every problem.</exception>
    public static Outlook ReadOutlook(string json, CoalitionLimits limits)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(limits);
        return ReadOutlook(Utf8(json, limits), limits);
    }

    /// <summary>Reads an outlook.</summary>
    /// <param name="utf8Json">The bytes of an outlook file, in UTF-8, with or without a byte order mark.</param>
    /// <returns>The outlook.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not valid, or more than the default limits allow; the exception lists every problem.</exception>
    public static Outlook ReadOutlook(ReadOnlySpan<byte> utf8Json) => ReadOutlook(utf8Json, CoalitionLimits.Default);

    /// <summary>Reads an outlook of a limited size.</summary>
    /// <param name="utf8Json">The bytes of an outlook file, in UTF-8, with or without a byte order mark.</param>
    /// <param name="limits">How large it may be; the limit of entries holds for sources, probabilities and remedies each.</param>
    /// <returns>The outlook.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not valid, or more than the limits allow; the exception lists every problem.</exception>
    public static Outlook ReadOutlook(ReadOnlySpan<byte> utf8Json, CoalitionLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        RefuseBeyond(utf8Json.Length, limits);
        return ModelReader.ReadOutlook(WithoutMark(utf8Json), limits);
    }

    /// <summary>Reads an outlook.</summary>
    /// <param name="utf8Json">An outlook file, in UTF-8; read to its end, and not closed.</param>
    /// <returns>The outlook.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not valid, or more than the default limits allow; the exception lists every problem.</exception>
    /// <exception cref="IOException">Reading fails.</exception>
    /// <exception cref="NotSupportedException">The stream is not one to read from.</exception>
    public static Outlook ReadOutlook(Stream utf8Json) => ReadOutlook(utf8Json, CoalitionLimits.Default);

    /// <summary>Reads an outlook of a limited size.</summary>
    /// <param name="utf8Json">An outlook file, in UTF-8; read to its end, or just beyond the limit, and not closed.</param>
    /// <param name="limits">How large it may be; the limit of entries holds for sources, probabilities and remedies each.</param>
    /// <returns>The outlook.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not valid, or more than the limits allow; the exception lists every problem.</exception>
    /// <exception cref="IOException">Reading fails.</exception>
    /// <exception cref="NotSupportedException">The stream is not one to read from.</exception>
    public static Outlook ReadOutlook(Stream utf8Json, CoalitionLimits limits)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        ArgumentNullException.ThrowIfNull(limits);
        return ReadOutlook(ToItsEnd(utf8Json, limits), limits);
    }

    /// <summary>Writes an outlook as an outlook file that reads back as an equal outlook.</summary>
    /// <param name="outlook">The outlook.</param>
    /// <returns>The text, indented, with line feeds. Invariant.</returns>
    public static string Write(Outlook outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        return Text(json => new ModelWriter(json).Write(outlook));
    }

    /// <summary>Writes an outlook as an outlook file that reads back as an equal outlook.</summary>
    /// <param name="outlook">The outlook.</param>
    /// <param name="utf8Json">Where to write it, in UTF-8; not closed.</param>
    /// <exception cref="IOException">Writing fails.</exception>
    /// <exception cref="ArgumentException">The stream is not one to write to.</exception>
    public static void Write(Outlook outlook, Stream utf8Json)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        ToStream(utf8Json, json => new ModelWriter(json).Write(outlook));
    }
}
