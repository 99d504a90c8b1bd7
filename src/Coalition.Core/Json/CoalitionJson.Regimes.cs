using Coalition.Approvals;

namespace Coalition.Json;

/// <content>Approval regimes.</content>
public static partial class CoalitionJson
{
    /// <summary>The version of the format of approval regimes that this library reads and writes: <c>coalition-regimes/1</c>.</summary>
    public static string RegimesFormat => Json.RegimesFormat.Version;

    /// <summary>The JSON Schema (draft 2020-12) of the format of approval regimes, as published in <c>docs/coalition-regimes-1.schema.json</c>.</summary>
    public static string RegimesSchema { get; } = EmbeddedText("coalition-regimes-1.schema.json");

    /// <summary>Reads approval regimes.</summary>
    /// <param name="json">The text of a regimes file.</param>
    /// <param name="limits">How large it may be; those of pledges and depth do not matter. Null for <see cref="CoalitionLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The regimes.</returns>
    /// <exception cref="CoalitionModelException">The text is not valid, or larger than the limits; the exception lists every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ApprovalRegimes ReadRegimes(string json, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        limits ??= CoalitionLimits.Default;
        return ReadRegimes(Utf8(json, limits), limits, cancellation);
    }

    /// <summary>Reads approval regimes.</summary>
    /// <param name="utf8Json">The bytes of a regimes file, in UTF-8, with or without a byte order mark.</param>
    /// <param name="limits">How large it may be; those of pledges and depth do not matter. Null for <see cref="CoalitionLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The regimes.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not valid, or more than the limits allow; the exception lists every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ApprovalRegimes ReadRegimes(ReadOnlySpan<byte> utf8Json, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        limits ??= CoalitionLimits.Default;
        RefuseBeyond(utf8Json.Length, limits);
        return ModelReader.ReadRegimes(WithoutMark(utf8Json), limits, cancellation);
    }

    /// <summary>Reads approval regimes.</summary>
    /// <param name="utf8Json">A regimes file, in UTF-8; read to its end, or just beyond the limit, and not closed.</param>
    /// <param name="limits">How large it may be; those of pledges and depth do not matter. Null for <see cref="CoalitionLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The regimes.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not valid, or more than the limits allow; the exception lists every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="IOException">Reading fails.</exception>
    /// <exception cref="NotSupportedException">The stream is not one to read from.</exception>
    public static ApprovalRegimes ReadRegimes(Stream utf8Json, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        limits ??= CoalitionLimits.Default;
        return ReadRegimes(ToItsEnd(utf8Json, limits, cancellation), limits, cancellation);
    }

    /// <summary>Writes approval regimes as a regimes file that reads back as equal regimes.</summary>
    /// <param name="regimes">The regimes.</param>
    /// <returns>The text, indented, with line feeds. Invariant.</returns>
    public static string Write(ApprovalRegimes regimes)
    {
        ArgumentNullException.ThrowIfNull(regimes);
        return Text(json => new ModelWriter(json).Write(regimes));
    }

    /// <summary>Writes approval regimes as a regimes file that reads back as equal regimes.</summary>
    /// <param name="regimes">The regimes.</param>
    /// <param name="utf8Json">Where to write them, in UTF-8; not closed.</param>
    /// <exception cref="IOException">Writing fails.</exception>
    /// <exception cref="ArgumentException">The stream is not one to write to.</exception>
    public static void Write(ApprovalRegimes regimes, Stream utf8Json)
    {
        ArgumentNullException.ThrowIfNull(regimes);
        ToStream(utf8Json, json => new ModelWriter(json).Write(regimes));
    }
}
