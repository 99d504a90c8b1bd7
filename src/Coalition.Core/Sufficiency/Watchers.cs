namespace Coalition.Sufficiency;

/// <summary>Which pledges wait for what: the selections that their conditions look at, directly or through standards.</summary>
/// <remarks>Cost: linear in the parts of all conditions and standards, since a standard stands between what it looks at and those who look at it.</remarks>
internal sealed class Watchers
{
    private readonly Dictionary<Selection, int> numbers = [];

    // By the number of a standard, or of a selection after all standards: the positions of the pledges, and the standards, that look at it.
    private readonly List<int>?[] pledges;
    private readonly List<int>?[] standards;

    internal Watchers(PledgeOn[] conditional, Formula[] standards, IReadOnlyCollection<Selection> selections, CancellationToken cancellation)
    {
        foreach (var selection in selections)
        {
            numbers.Add(selection, standards.Length + numbers.Count);
        }

        pledges = new List<int>?[standards.Length + selections.Count];
        this.standards = new List<int>?[pledges.Length];
        for (var i = 0; i < standards.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(standards[i], this.standards, i);
        }

        foreach (var pledge in conditional)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var condition in pledge.Conditions)
            {
                Add(condition.Now, pledges, pledge.Position);
                if (condition.MayChange)
                {
                    Add(condition.Granted, pledges, pledge.Position);
                }
            }
        }
    }

    /// <summary>The pledges that still wait and look at something that has changed.</summary>
    /// <param name="changed">The selections in which some pledge has come to stand, or has fallen.</param>
    /// <param name="waiting">Those that still wait, by their positions.</param>
    /// <param name="isForwards">Whether from the first of the model to the last, or the other way.</param>
    internal List<PledgeOn> Of(HashSet<Selection> changed, PledgeOn?[] waiting, bool isForwards)
    {
        var met = new HashSet<int>();
        var left = new Stack<int>();
        foreach (var selection in changed)
        {
            left.Push(numbers[selection]);
        }

        var positions = new HashSet<int>();
        while (left.TryPop(out var number))
        {
            foreach (var position in pledges[number] ?? [])
            {
                if (waiting[position] is not null)
                {
                    positions.Add(position);
                }
            }

            foreach (var standard in standards[number] ?? [])
            {
                if (met.Add(standard))
                {
                    left.Push(standard);
                }
            }
        }

        List<PledgeOn> found = [.. positions.Order().Select(position => waiting[position]!)];
        if (!isForwards)
        {
            found.Reverse();
        }

        return found;
    }

    private void Add(Formula formula, List<int>?[] watchers, int watcher)
    {
        switch (formula)
        {
            case Formula.OfPledges ofPledges:
                (watchers[numbers[ofPledges.Selection]] ??= []).Add(watcher);
                break;
            case Formula.OfStandard ofStandard:
                (watchers[ofStandard.Standard] ??= []).Add(watcher);
                break;
            default:
                foreach (var part in formula.Parts)
                {
                    Add(part, watchers, watcher);
                }

                break;
        }
    }
}
