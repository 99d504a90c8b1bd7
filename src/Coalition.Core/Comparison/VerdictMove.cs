using Coalition.Internal;
using Coalition.Sufficiency;

namespace Coalition.Comparison;

/// <summary>A standard whose verdict is other after than before.</summary>
public sealed class VerdictMove
{
    internal VerdictMove(string guarantee, string standard, (Verdict? Verdict, GuaranteeForce Force) before, (Verdict? Verdict, GuaranteeForce Force) after, MoveCause cause)
    {
        Guarantee = guarantee;
        Standard = standard;
        (Before, ForceBefore) = before;
        (After, ForceAfter) = after;
        Cause = cause;
    }

    /// <summary>The id of the guarantee.</summary>
    public string Guarantee { get; }

    /// <summary>The id of the standard.</summary>
    public string Standard { get; }

    /// <summary>The verdict before; null if the guarantee was not in force.</summary>
    public Verdict? Before { get; }

    /// <summary>The verdict after; null if the guarantee is not in force.</summary>
    public Verdict? After { get; }

    /// <summary>Whether the guarantee was in force before.</summary>
    public GuaranteeForce ForceBefore { get; }

    /// <summary>Whether the guarantee is in force after.</summary>
    public GuaranteeForce ForceAfter { get; }

    /// <summary>Which changes turn the verdict before into the verdict after.</summary>
    public MoveCause Cause { get; }

    /// <summary>The move in words, such as <c>force by five-thousand: insufficient, then contingent</c>. Invariant.</summary>
    public override string ToString() => $"{Guarantee} by {Standard}: {Word(Before, ForceBefore)}, then {Word(After, ForceAfter)}";

    internal static string Word(Verdict? verdict, GuaranteeForce force) => verdict is { } given ? FormatNames.Of(given)
        : force == GuaranteeForce.OutsideTerm ? "not in force, outside its term" : "not in force, its trigger gone";
}
