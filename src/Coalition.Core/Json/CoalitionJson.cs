using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Coalition.Sufficiency;

namespace Coalition.Json;

/// <summary>Reads and writes models, outlooks and approval regimes, and writes reports, as JSON.</summary>
/// <remarks>
/// <para>
/// The format of a model file is described in <c>docs/format.md</c> and by <see cref="Schema"/>. Reading is strict: every problem of a well-formed text is
/// reported at once, each with its place, and nothing is dropped, repaired or defaulted. Property names are case-sensitive, comments and trailing commas are
/// refused, and a byte order mark is allowed.
/// </para>
/// <para>Whatever the bytes, no exception but those documented here is thrown.</para>
/// </remarks>
public static partial class CoalitionJson
{
    // Letters of any language stay readable; what HTML would read as markup is not escaped: this is no HTML.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private const int PieceLength = 1 << 16;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The version of the model format that this library reads and writes: <c>coalition/1</c>.</summary>
    public static string Format => ModelFormat.Version;

    /// <summary>The JSON Schema (draft 2020-12) of the model format, as published in <c>docs/coalition-1.schema.json</c>.</summary>
    public static string Schema { get; } = EmbeddedText("coalition-1.schema.json");

    /// <summary>Reads a model.</summary>
    /// <param name="json">The text of a model file.</param>
    /// <param name="limits">How large it may be; null for <see cref="CoalitionLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The model.</returns>
    /// <exception cref="CoalitionModelException">The text is not a valid model, or larger than the limits; the exception lists every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CoalitionModel Read(string json, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        limits ??= CoalitionLimits.Default;
        return Read(Utf8(json, limits), limits, cancellation);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="utf8Json">The bytes of a model file, in UTF-8, with or without a byte order mark.</param>
    /// <param name="limits">How large it may be; null for <see cref="CoalitionLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The model.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not a valid model, or more than the limits allow; the exception lists every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CoalitionModel Read(ReadOnlySpan<byte> utf8Json, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        limits ??= CoalitionLimits.Default;
        RefuseBeyond(utf8Json.Length, limits);
        return ModelReader.Read(WithoutMark(utf8Json), limits, cancellation);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="utf8Json">A model file, in UTF-8; read to its end, or just beyond the limit, and not closed.</param>
    /// <param name="limits">How large it may be; null for <see cref="CoalitionLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The model.</returns>
    /// <exception cref="CoalitionModelException">The bytes are not a valid model, or more than the limits allow; the exception lists every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="IOException">Reading fails.</exception>
    /// <exception cref="NotSupportedException">The stream is not one to read from.</exception>
    public static CoalitionModel Read(Stream utf8Json, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        limits ??= CoalitionLimits.Default;
        return Read(ToItsEnd(utf8Json, limits, cancellation), limits, cancellation);
    }

    /// <summary>Writes a model as a model file that reads back as an equal model.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The text, indented, with line feeds. Invariant.</returns>
    public static string Write(CoalitionModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Text(json => new ModelWriter(json).Write(model.Draft));
    }

    /// <summary>Writes a model as a model file that reads back as an equal model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="utf8Json">Where to write it, in UTF-8; not closed.</param>
    /// <exception cref="IOException">Writing fails.</exception>
    /// <exception cref="ArgumentException">The stream is not one to write to.</exception>
    public static void Write(CoalitionModel model, Stream utf8Json)
    {
        ArgumentNullException.ThrowIfNull(model);
        ToStream(utf8Json, json => new ModelWriter(json).Write(model.Draft));
    }

    /// <summary>Writes a report, for other programs to read. This library does not read it back: it evaluates again.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text, indented, with line feeds. Invariant.</returns>
    public static string Write(SufficiencyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Text(json => new ReportWriter(json).Write(report));
    }

    private static void ToStream(Stream utf8Json, Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        using (var json = new Utf8JsonWriter(utf8Json, Indented))
        {
            write(json);
        }

        utf8Json.WriteByte((byte)'\n');
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    // Read in pieces that are joined once: a buffer that doubles would need three times the limit at its last step.
    private static ReadOnlySpan<byte> ToItsEnd(Stream utf8Json, CoalitionLimits limits, CancellationToken cancellation)
    {
        if (utf8Json.CanSeek)
        {
            RefuseBeyond(utf8Json.Length - utf8Json.Position, limits);
        }

        var pieces = new List<byte[]>();
        long length = 0;
        var filled = PieceLength;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (filled == PieceLength)
            {
                pieces.Add(new byte[PieceLength]);
                filled = 0;
            }

            if (utf8Json.Read(pieces[^1].AsSpan(filled)) is > 0 and var read)
            {
                (filled, length) = (filled + read, length + read);
                RefuseBeyond(length, limits);
                continue;
            }

            var whole = new byte[length];
            for (var i = 0; i < pieces.Count; i++)
            {
                pieces[i].AsSpan(0, i < pieces.Count - 1 ? PieceLength : filled).CopyTo(whole.AsSpan(i * PieceLength));
            }

            return whole;
        }
    }

    private static void RefuseBeyond(long bytes, CoalitionLimits limits)
    {
        if (bytes > limits.MaxBytes)
        {
            throw ModelReader.One("$", FormattableString.Invariant($"more than {limits.MaxBytes} bytes"), FormattableString.Invariant($"at most {limits.MaxBytes} bytes, the limit in force"));
        }
    }

    private static byte[] Utf8(string json, CoalitionLimits limits)
    {
        // No text has fewer bytes than characters.
        RefuseBeyond(json.Length, limits);
        try
        {
            return StrictUtf8.GetBytes(json);
        }
        catch (EncoderFallbackException)
        {
            throw ModelReader.One("$", "text with half of a surrogate pair", "Unicode text");
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8Json) => utf8Json.StartsWith("\uFEFF"u8) ? utf8Json[3..] : utf8Json;

    internal static string EmbeddedText(string name)
    {
        using var stream = typeof(CoalitionJson).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
