namespace ParisSummit;

/// <summary>What the user asked for cannot be asked: told in one line, with exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>What the library says of an argument, without the parameter's name and value that .NET adds for developers.</summary>
    internal static UsageException Of(string option, ArgumentException refusal)
    {
        var end = refusal.Message.IndexOf($" (Parameter '{refusal.ParamName}')", StringComparison.Ordinal);
        return new UsageException($"{option}: {(end < 0 ? refusal.Message : refusal.Message[..end])}");
    }
}
