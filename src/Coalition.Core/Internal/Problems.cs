using System.Collections.Immutable;

namespace Coalition.Internal;

/// <summary>Collects the problems of one model.</summary>
internal sealed class Problems(int max)
{
    private readonly ImmutableArray<ModelProblem>.Builder list = ImmutableArray.CreateBuilder<ModelProblem>();

    private long notListed;

    /// <summary>How many there are, listed or not.</summary>
    internal long Count => list.Count + notListed;

    /// <summary>The first of those listed; null if there is none.</summary>
    internal ModelProblem? First => list.Count > 0 ? list[0] : null;

    internal void Add(string path, string found, string expected)
    {
        if (list.Count < max)
        {
            list.Add(new ModelProblem(path, found, expected));
        }
        else
        {
            notListed++;
        }
    }

    /// <summary>Notes a list that is longer than a limit.</summary>
    /// <returns>Whether it is.</returns>
    internal bool AddIfBeyond(int count, int most, string path)
    {
        if (count > most)
        {
            Add(path, $"{count} entries", $"at most {most}, the limit in force");
        }

        return count > most;
    }

    internal void ThrowIfAny()
    {
        if (list.Count > 0)
        {
            throw new CoalitionModelException(list.ToImmutable(), notListed);
        }
    }
}
