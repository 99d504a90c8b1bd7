using Coalition.Analysis;

namespace Coalition.Reporting;

/// <summary>What an analysis answers, or why it does not.</summary>
/// <param name="Value">The answer; null where the question does not arise, or is refused.</param>
/// <param name="Refusal">Why there is none, where it did not fit its budget; null otherwise.</param>
internal readonly record struct Answer<T>(T? Value, string? Refusal)
    where T : class
{
    internal static Answer<T> To(Func<T?> question)
    {
        try
        {
            return new Answer<T>(question(), null);
        }
        catch (AnalysisBudgetException refusal)
        {
            return new Answer<T>(null, refusal.Message);
        }
    }

    /// <summary>A further question of the answer.</summary>
    internal Answer<TNext> Then<TNext>(Func<T, TNext?> question)
        where TNext : class
    {
        var value = Value;
        return value is null ? new Answer<TNext>(null, Refusal) : Answer<TNext>.To(() => question(value));
    }
}
