using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Coalition;

/// <summary>A model that cannot be: it lists every problem, each with its place.</summary>
public sealed class CoalitionModelException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problems">The problems, at least one.</param>
    /// <param name="notListed">How many further problems there are, that a limit kept from being listed; at least 0.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty or the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="notListed"/> is negative.</exception>
    public CoalitionModelException(ImmutableArray<ModelProblem> problems, long notListed = 0)
        : base(Describe(problems, notListed))
    {
        ArgumentOutOfRangeException.ThrowIfNegative(notListed);
        Problems = problems;
        NotListed = notListed;
    }

    /// <summary>The problems, in the order in which they were found.</summary>
    public ImmutableArray<ModelProblem> Problems { get; }

    /// <summary>How many further problems there are beyond <see cref="CoalitionLimits.MaxProblems"/>.</summary>
    public long NotListed { get; }

    private static string Describe(ImmutableArray<ModelProblem> problems, long notListed)
    {
        if (problems.IsDefaultOrEmpty)
        {
            throw new ArgumentException("Expected at least one problem.", nameof(problems));
        }

        var count = problems.Length + notListed;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The model has {count} {(count == 1 ? "problem" : "problems")}:");
        foreach (var problem in problems)
        {
            text.Append('\n').Append("  ").Append(problem);
        }

        if (notListed > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  … and {notListed} more.");
        }

        return text.ToString();
    }
}
