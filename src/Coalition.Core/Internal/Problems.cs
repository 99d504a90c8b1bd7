using System.Collections.Immutable;

namespace Coalition.Internal;

/// <summary>Collects the problems of one model.</summary>
internal sealed class Problems(int max)
{
    private readonly ImmutableArray<ModelProblem>.Builder list = ImmutableArray.CreateBuilder<ModelProblem>();

    private long notListed;

    internal bool IsEmpty => list.Count == 0;

    internal int Count => list.Count;

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

    internal void ThrowIfAny()
    {
        if (list.Count > 0)
        {
            throw new CoalitionModelException(list.ToImmutable(), notListed);
        }
    }
}
