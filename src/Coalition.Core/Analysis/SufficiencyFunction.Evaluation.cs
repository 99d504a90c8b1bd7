using Coalition.Analysis.Diagrams;
using Coalition.Sufficiency;

namespace Coalition.Analysis;

public sealed partial class SufficiencyFunction
{
    private BitProgram? program;

    /// <summary>Whether it is sufficient under an assignment.</summary>
    /// <param name="assignment">The value of each variable, in the order of <see cref="Variables"/>.</param>
    /// <returns>Whether it is met at the least fixed point of all conditions (rule S7).</returns>
    /// <exception cref="ArgumentException">There are not as many values as variables.</exception>
    /// <remarks>Cost: one step for each variable on a path through the decision diagram, and no allocation.</remarks>
    public bool IsSufficient(ReadOnlySpan<bool> assignment)
    {
        RequireOneForEachVariable(assignment.Length, nameof(assignment));
        return diagram.IsTrue(sufficient, assignment);
    }

    /// <summary>The verdict under an assignment, which settles every variable.</summary>
    /// <param name="assignment">The value of each variable, in the order of <see cref="Variables"/>.</param>
    /// <returns>
    /// Sufficient if met at the least fixed point of all conditions, deadlocked if met at the greatest only, else insufficient (rules S7 and S8); never contingent, as
    /// nothing is open.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many values as variables.</exception>
    /// <remarks>Cost: that of <see cref="IsSufficient(ReadOnlySpan{bool})"/>, twice if it is not sufficient.</remarks>
    public Verdict VerdictOf(ReadOnlySpan<bool> assignment)
    {
        RequireOneForEachVariable(assignment.Length, nameof(assignment));
        return diagram.IsTrue(sufficient, assignment) ? Verdict.Sufficient
            : diagram.IsTrue(possible, assignment) ? Verdict.Deadlocked
            : Verdict.Insufficient;
    }

    /// <summary>Whether it is sufficient under each of many assignments at once.</summary>
    /// <param name="assignments">
    /// Row after row, one for each variable in the order of <see cref="Variables"/>, each of as many words as <paramref name="results"/>: bit <c>i</c> (from the lowest) of
    /// word <c>j</c> of a row is the value of its variable in assignment <c>64 j + i</c>.
    /// </param>
    /// <param name="results">Receives the answers in the same layout: bit <c>i</c> of word <c>j</c> is that for assignment <c>64 j + i</c>.</param>
    /// <exception cref="ArgumentException">The words of <paramref name="assignments"/> are not as many as the variables times those of the results.</exception>
    /// <remarks>
    /// Evaluated from the gates and sums, and not from the diagram, by bitwise steps on many assignments each (Biham, 1997, "A fast new DES implementation in software",
    /// for the layout): a sum takes two steps for each bit set in one of its amounts, after dividing by their greatest common divisor. Circles of
    /// conditions are gone through until no assignment of a block changes. The steps are compiled on first use. Worth its while from some hundred assignments on.
    /// </remarks>
    public void IsSufficient(ReadOnlySpan<ulong> assignments, Span<ulong> results)
    {
        if (assignments.Length != (long)Variables.Length * results.Length)
        {
            throw new ArgumentException(
                $"Expected {Variables.Length} rows of {results.Length} words each, one for each variable, but there are {assignments.Length} words.", nameof(assignments));
        }

        LazyInitializer.EnsureInitialized(ref program, () => BitCompiler.Compile(circuit, requirement)).Run(assignments, results);
    }

    private void RequireOneForEachVariable(int length, string argument)
    {
        if (length != Variables.Length)
        {
            throw new ArgumentException($"Expected {Variables.Length} values, one for each variable, but there are {length}.", argument);
        }
    }
}
