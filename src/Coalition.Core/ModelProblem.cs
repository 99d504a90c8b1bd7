using Coalition.Internal;

namespace Coalition;

/// <summary>One thing that is wrong with a model: where, what was found, and what was expected.</summary>
/// <remarks>The place is a path of the model file, such as <c>$.pledges.gb-land.needs[0]</c>, also where the model is built in code; of a table, <c>claims.csv row 3, column to</c>. Control characters are shown as escapes.</remarks>
public sealed record ModelProblem
{
    /// <summary>Creates a problem.</summary>
    /// <param name="path">The place.</param>
    /// <param name="found">What stands there; shortened to a readable length.</param>
    /// <param name="expected">What should.</param>
    public ModelProblem(string path, string found, string expected)
    {
        Path = Guard.OneLine(Guard.Text(path, nameof(path)));
        Found = Guard.Clip(Guard.OneLine(Guard.Text(found, nameof(found))));
        Expected = Guard.OneLine(Guard.Text(expected, nameof(expected)));
    }

    /// <summary>The place, as a path from the root <c>$</c> of the model file.</summary>
    public string Path { get; }

    /// <summary>What was found, at most 100 characters of it.</summary>
    public string Found { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }

    /// <summary>The problem as one line.</summary>
    public override string ToString() => $"{Path}: found {Found}; expected {Expected}.";
}
