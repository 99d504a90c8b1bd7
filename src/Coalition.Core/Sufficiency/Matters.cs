using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>The matters of a model as numbers, by kind and then in the order of the model.</summary>
internal sealed class Matters
{
    private readonly CoalitionModel model;
    private readonly int[] starts;
    private readonly OpenMatter?[] cache;

    internal Matters(CoalitionModel model)
    {
        this.model = model;
        int[] counts =
            [model.Approvals.Length, model.Nations.Length, model.Circumstances.Length, model.Pledges.Length, model.Pledges.Length];
        starts = new int[counts.Length + 1];
        for (var kind = 0; kind < counts.Length; kind++)
        {
            starts[kind + 1] = starts[kind] + counts[kind];
        }

        cache = new OpenMatter?[Count];
    }

    internal int Count => starts[^1];

    internal int Number(OpenMatterKind kind, int position) => starts[(int)kind] + position;

    internal OpenMatterKind KindOf(int number)
    {
        var kind = OpenMatterKind.Approval;
        while (number >= starts[(int)kind + 1])
        {
            kind++;
        }

        return kind;
    }

    /// <summary>The position in the model of the entry that a matter is about.</summary>
    internal int PositionOf(int number) => number - starts[(int)KindOf(number)];

    /// <summary>The number of a matter that a user names; -1 if the model has nothing of that name.</summary>
    internal int Number(OpenMatter matter)
    {
        var index = model.Index;
        var position = matter.Kind switch
        {
            OpenMatterKind.Approval => index.Approvals.PositionOf(matter.Id),
            OpenMatterKind.Admission => index.Nations.PositionOf(new NationCode(matter.Id)),
            OpenMatterKind.Circumstance => index.Circumstances.PositionOf(matter.Id),
            _ => index.Pledges.PositionOf(matter.Id),
        };
        return position < 0 ? -1 : Number(matter.Kind, position);
    }

    internal OpenMatter this[int number] => cache[number] ??= Name(number);

    internal ImmutableArray<OpenMatter> Of(bool[] set)
    {
        var count = 0;
        foreach (var member in set)
        {
            count += member ? 1 : 0;
        }

        var matters = ImmutableArray.CreateBuilder<OpenMatter>(count);
        for (var i = 0; matters.Count < count; i++)
        {
            if (set[i])
            {
                matters.Add(this[i]);
            }
        }

        return matters.MoveToImmutable();
    }

    internal ImmutableArray<OpenMatter> Of(int[] numbers)
    {
        var matters = ImmutableArray.CreateBuilder<OpenMatter>(numbers.Length);
        foreach (var number in numbers)
        {
            matters.Add(this[number]);
        }

        return matters.MoveToImmutable();
    }

    private OpenMatter Name(int number)
    {
        var kind = KindOf(number);
        var position = PositionOf(number);
        return OpenMatter.Of(kind, kind switch
        {
            OpenMatterKind.Approval => model.Approvals[position].Id,
            OpenMatterKind.Admission => model.Nations[position].Code.Value,
            OpenMatterKind.Circumstance => model.Circumstances[position].Id,
            _ => model.Pledges[position].Id,
        });
    }
}
