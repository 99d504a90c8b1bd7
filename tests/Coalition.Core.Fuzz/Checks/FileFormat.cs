using System.Text;
using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Json;
using static Coalition.Fuzz.BrokenRuleException;

namespace Coalition.Fuzz;

/// <summary>The formats that the library reads and writes, and what holds of each whatever the bytes.</summary>
internal static class FileFormat
{
    internal static readonly FileFormat<CoalitionModel> Model = new(
        (bytes, limits) => CoalitionJson.Read(bytes, limits),
        stream => CoalitionJson.Read(stream),
        text => CoalitionJson.Read(text),
        CoalitionJson.Write,
        CoalitionJson.Write);

    internal static readonly FileFormat<ApprovalRegimes> Regimes = new(
        (bytes, limits) => CoalitionJson.ReadRegimes(bytes, limits),
        stream => CoalitionJson.ReadRegimes(stream),
        text => CoalitionJson.ReadRegimes(text),
        CoalitionJson.Write,
        CoalitionJson.Write);

    internal static readonly FileFormat<Outlook> Outlook = new(
        (bytes, limits) => CoalitionJson.ReadOutlook(bytes, limits),
        stream => CoalitionJson.ReadOutlook(stream),
        text => CoalitionJson.ReadOutlook(text),
        CoalitionJson.Write,
        CoalitionJson.Write);
}

/// <summary>A format: how what it holds is read and written.</summary>
/// <typeparam name="T">What a file of the format holds.</typeparam>
internal sealed record FileFormat<T>(
    Func<byte[], CoalitionLimits, T> Read, Func<Stream, T> ReadStream, Func<string, T> ReadText, Func<T, string> Write, Action<T, Stream> WriteStream)
    where T : class
{
    private static readonly CoalitionLimits Narrow = new() { MaxBytes = 4096, MaxPledges = 2, MaxEntries = 3, MaxDepth = 3, MaxProblems = 2 };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads bytes, and checks whatever holds of reading and writing.</summary>
    /// <returns>What was read; null if it was refused.</returns>
    internal T? Check(byte[] bytes)
    {
        if (bytes.Length > FuzzTarget.MostBytes)
        {
            return null;
        }

        var first = Try(() => Read(bytes, CoalitionLimits.Default));
        CheckRefusal(first.Refusal, CoalitionLimits.Default);
        using var stream = new MemoryStream(bytes);
        CheckSame(first, Try(() => ReadStream(stream)), "from a stream");
        if (Text(bytes) is { } text)
        {
            CheckSame(first, Try(() => ReadText(text)), "from a text");
        }

        CheckNarrow(bytes, first.Value);
        if (first.Value is not null)
        {
            CheckRoundTrip(first.Value);
        }

        return first.Value;
    }

    private void CheckNarrow(byte[] bytes, T? whole)
    {
        var (value, refusal) = Try(() => Read(bytes, Narrow));
        CheckRefusal(refusal, Narrow);
        ThrowUnless(value is null || value.Equals(whole), "What narrow limits let pass is what wide ones do.");
    }

    private void CheckRoundTrip(T value)
    {
        var text = Write(value);
        var back = Read(StrictUtf8.GetBytes(text), CoalitionLimits.Default);
        ThrowUnless(value.Equals(back) && value.GetHashCode() == back.GetHashCode(), "What is written reads back as equal.");
        ThrowUnless(Write(back) == text, "What is read back is written as before.");
        using var stream = new MemoryStream();
        WriteStream(value, stream);
        ThrowUnless(stream.ToArray().AsSpan().SequenceEqual(StrictUtf8.GetBytes(text)), "A stream receives the same as a text.");
    }

    private static void CheckRefusal(CoalitionModelException? refusal, CoalitionLimits limits)
    {
        if (refusal is null)
        {
            return;
        }

        ThrowUnless(refusal.Problems.Length >= 1 && refusal.Problems.Length <= limits.MaxProblems, "A refusal has problems, as many as the limit allows.");
        ThrowUnless(refusal.NotListed == 0 || refusal.Problems.Length == limits.MaxProblems, "What is not listed is beyond the limit.");
        foreach (var problem in refusal.Problems)
        {
            ThrowUnless(problem.Path.StartsWith('$'), "A place begins at the root.");
            ThrowUnless(!problem.ToString().Any(char.IsControl), "A problem is one line.");
        }
    }

    private static void CheckSame(Outcome first, Outcome other, string from)
    {
        ThrowUnless(Equals(first.Value, other.Value), $"The same is read {from}.");
        ThrowUnless(first.Refusal?.Message == other.Refusal?.Message, $"The same is refused {from}: {first.Refusal?.Message} / {other.Refusal?.Message}");
    }

    // Nothing but the one documented exception is caught.
    private static Outcome Try(Func<T> read)
    {
        try
        {
            return new Outcome(read(), null);
        }
        catch (CoalitionModelException refusal)
        {
            return new Outcome(null, refusal);
        }
    }

    private static string? Text(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private readonly record struct Outcome(T? Value, CoalitionModelException? Refusal);
}
