namespace Coalition.Fuzz;

/// <summary>A rule of the library that an input breaks.</summary>
/// <param name="rule">The rule, and how it is broken.</param>
internal sealed class BrokenRuleException(string rule) : Exception(rule)
{
    /// <summary>Throws unless a rule holds.</summary>
    internal static void ThrowUnless(bool holds, string rule)
    {
        if (!holds)
        {
            throw new BrokenRuleException(rule);
        }
    }
}
