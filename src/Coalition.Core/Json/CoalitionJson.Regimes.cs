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
    /// <returns>The regimes.</returns>
    /// <exception cref="CoalitionModelException">The text is not valid, or larger than the default limits; the exception lists every problem.</exception>
    public static ApprovalRegimes ReadRegimes(string json) => ReadRegimes(json, CoalitionLimits.Default);

    /// <summary>Reads approval regimes of a limited size.</summary>
    /// <param name="json">The text of a regimes file.</param>
    /// <param name="limits">How large it may be; those of pledges and depth do not matter.</param>
    /// <returns>The regimes.</returns>
    /// <exception cref="CoalitionModelException">The text is not valid, or larger than the limits; the exception lists every problem.</exception>
    public static ApprovalRegimes ReadRegimes(string json, CoalitionLimits limits)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(limits);
        return ReadRegimes(Utf8(json, limits), limits);
    }

    /// <summary>Reads approval regimes.</summary>
    /// <param name="utf8Json">The bytes of a regimes file, in UTF-8, with or without a byte order mark.</param>
    /// <returns>The regimes.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not valid, or more than the default limits allow; the exception lists every problem.</exception>
    public static ApprovalRegimes ReadRegimes(ReadOnlySpan<byte> utf8Json) => ReadRegimes(utf8Json, CoalitionLimits.Default);

    /// <summary>Reads approval regimes of a limited size.</summary>
    /// <param name="utf8Json">The bytes of a regimes file, in UTF-8, with or without a byte order mark.</param>
    /// <param name="limits">How large it may be; those of pledges and depth do not matter.</param>
    /// <returns>The regimes.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not valid, or more than the limits allow; the exception lists every problem.</exception>
    public static ApprovalRegimes ReadRegimes(ReadOnlySpan<byte> utf8Json, CoalitionLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        RefuseBeyond(utf8Json.Length, limits);
        return ModelReader.ReadRegimes(WithoutMark(utf8Json), limits);
    }

    /// <summary>Writes approval regimes as a regimes file that reads back as equal regimes.</summary>
    /// <param name="regimes">The regimes.</param>
    /// <returns>The text, indented, with line feeds. Invariant.</returns>
    public static string Write(ApprovalRegimes regimes)
    {
        ArgumentNullException.ThrowIfNull(regimes);
        return Text(json => new ModelWriter(json).Write(regimes));
    }
}
