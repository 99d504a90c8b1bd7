namespace Coalition.Sufficiency;

/// <summary>Numbers things among themselves, in the order in which they are met.</summary>
/// <param name="count">The things there may be, known by their positions.</param>
internal sealed class Numbering(int count)
{
    // One more than the number of each; 0 where it has none.
    private readonly int[] numbers = new int[count];
    private readonly List<int> met = [];

    internal int NumberOf(int thing)
    {
        ref var number = ref numbers[thing];
        if (number == 0)
        {
            met.Add(thing);
            number = met.Count;
        }

        return number - 1;
    }

    /// <summary>Begins anew, and gives the things that had a number, by their number.</summary>
    internal int[] Clear()
    {
        int[] all = [.. met];
        foreach (var thing in all)
        {
            numbers[thing] = 0;
        }

        met.Clear();
        return all;
    }
}
