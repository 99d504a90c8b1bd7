using Coalition.Analysis;

namespace Coalition.Json;

/// <content>Outlooks.</content>
public static partial class CoalitionJson
{
    /// <summary>The version of the format of outlooks that this library reads and writes: <c>coalition-outlook/1</c>.</summary>
    public static string OutlookFormat => Json.OutlookFormat.Version;

    /// <summary>The JSON Schema (draft 2020-12) of the format of outlooks, as published in <c>docs/coalition-outlook-1.schema.json</c>.</summary>
    public static string OutlookSchema { get; } = EmbeddedText("coalition-outlook-1.schema.json");

    /// <summary>Reads an outlook.</summary>
    /// <param name="json">The text of an outlook file.</param>
    /// <param name="limits">How large it may be; the limit of entries holds for sources, probabilities and remedies each. Null for <see cref="CoalitionLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The outlook.</returns>
    /// <exception cref="CoalitionModelException">The text is not valid, or larger than the limits; the exception lists every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Outlook ReadOutlook(string json, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        limits ??= CoalitionLimits.Default;
        return ReadOutlook(Utf8(json, limits), limits, cancellation);
    }

    /// <summary>Reads an outlook.</summary>
    /// <param name="utf8Json">The bytes of an outlook file, in UTF-8, with or without a byte order mark.</param>
    /// <param name="limits">How large it may be; the limit of entries holds for sources, probabilities and remedies each. Null for <see cref="CoalitionLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The outlook.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not valid, or more than the limits allow; the exception lists every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Outlook ReadOutlook(ReadOnlySpan<byte> utf8Json, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        limits ??= CoalitionLimits.Default;
        RefuseBeyond(utf8Json.Length, limits);
        return ModelReader.ReadOutlook(WithoutMark(utf8Json), limits, cancellation);
    }

    /// <summary>Reads an outlook.</summary>
    /// <param name="utf8Json">An outlook file, in UTF-8; read to its end, or just beyond the limit, and not closed.</param>
    /// <param name="limits">How large it may be; the limit of entries holds for sources, probabilities and remedies each. Null for <see cref="CoalitionLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The outlook.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not valid, or more than the limits allow; the exception lists every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="IOException">Reading fails.</exception>
    /// <exception cref="NotSupportedException">The stream is not one to read from.</exception>
    public static Outlook ReadOutlook(Stream utf8Json, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        limits ??= CoalitionLimits.Default;
        return ReadOutlook(ToItsEnd(utf8Json, limits, cancellation), limits, cancellation);
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
