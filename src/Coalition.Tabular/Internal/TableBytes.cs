using System.Buffers;
using System.Text;

namespace Coalition.Tabular.Internal;

/// <summary>The bytes of the tables, in the order of <see cref="TableFormat.All"/>: together no more than the limit allows.</summary>
internal static class TableBytes
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static ReadOnlyMemory<byte>[] Of(CsvTables tables, CoalitionLimits limits)
    {
        string[] texts = [tables.Pledges, tables.Claims, tables.Stages, tables.Acts];

        // No text has fewer bytes than characters.
        RefuseBeyond(texts.Sum(t => (long)t.Length), limits);
        RefuseBeyond(texts.Sum(t => (long)Encoding.UTF8.GetByteCount(t)), limits);
        return [.. texts.Select((text, i) => Utf8(text, TableFormat.All[i]))];
    }

    internal static ReadOnlyMemory<byte>[] Of(Func<string, Stream> open, CoalitionLimits limits, CancellationToken cancellation)
    {
        var tables = new ReadOnlyMemory<byte>[TableFormat.All.Length];
        var before = 0L;
        for (var i = 0; i < tables.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var file = open(TableFormat.All[i].File);
            tables[i] = ToItsEnd(file, before, limits, cancellation);
            before += tables[i].Length;
        }

        return tables;
    }

    private static ReadOnlyMemory<byte> ToItsEnd(Stream file, long before, CoalitionLimits limits, CancellationToken cancellation)
    {
        if (file.CanSeek)
        {
            RefuseBeyond(before + file.Length - file.Position, limits);
        }

        var bytes = new ArrayBufferWriter<byte>();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = file.Read(bytes.GetSpan(1 << 16));
            if (read == 0)
            {
                return bytes.WrittenMemory;
            }

            bytes.Advance(read);
            RefuseBeyond(before + bytes.WrittenCount, limits);
        }
    }

    private static ReadOnlyMemory<byte> Utf8(string text, TableFormat table)
    {
        try
        {
            return StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw One(table.File, "text with half of a surrogate pair", "Unicode text");
        }
    }

    private static void RefuseBeyond(long bytes, CoalitionLimits limits)
    {
        if (bytes > limits.MaxBytes)
        {
            throw One(
                string.Join(", ", TableFormat.All.Select(t => t.File)), FormattableString.Invariant($"more than {limits.MaxBytes} bytes together"),
                FormattableString.Invariant($"at most {limits.MaxBytes} bytes, the limit in force"));
        }
    }

    private static CoalitionModelException One(string place, string found, string expected) => new([new ModelProblem(place, found, expected)]);
}
