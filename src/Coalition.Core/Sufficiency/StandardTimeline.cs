using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>What is found of one guarantee by one standard, day by day, as intervals.</summary>
public sealed class StandardTimeline
{
    internal StandardTimeline(string guarantee, string standard, ImmutableArray<TimelineInterval> intervals)
    {
        Guarantee = guarantee;
        Standard = standard;
        Intervals = intervals;
    }

    /// <summary>The id of the guarantee.</summary>
    public string Guarantee { get; }

    /// <summary>The id of the standard.</summary>
    public string Standard { get; }

    /// <summary>The intervals in order of time: at least one, without gap or overlap, each other than the one before in its force or its verdict.</summary>
    public ImmutableArray<TimelineInterval> Intervals { get; }

    /// <summary>The interval in which a day lies.</summary>
    /// <param name="day">A day of the timeline.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> lies outside the timeline.</exception>
    public TimelineInterval At(LocalDate day)
    {
        Guard.Day(day, nameof(day));
        var (from, to) = (0, Intervals.Length - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            var interval = Intervals[middle];
            if (day < interval.From)
            {
                to = middle - 1;
            }
            else if (day > interval.Until)
            {
                from = middle + 1;
            }
            else
            {
                return interval;
            }
        }

        throw SufficiencyTimeline.Outside(day, nameof(day), Intervals[0].From, Intervals[^1].Until);
    }
}
