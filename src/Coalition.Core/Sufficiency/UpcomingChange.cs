using System.Globalization;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>What lapses, falls due or begins after a day, and how many days' notice there is.</summary>
/// <remarks>Equality is by value.</remarks>
public sealed record UpcomingChange
{
    internal UpcomingChange(DatedChange change, int daysOfNotice)
    {
        Change = change;
        DaysOfNotice = daysOfNotice;
    }

    /// <summary>The change, and what or whom it is about.</summary>
    public DatedChange Change { get; }

    /// <summary>The last day on which things still are as they are; what falls due is due on it.</summary>
    public LocalDate LastDay => Change.LastDay;

    /// <summary>The days from the day asked about to <see cref="LastDay"/>: 0 on that day itself, 1 on the day before it.</summary>
    public int DaysOfNotice { get; }

    /// <summary>The change in words, without the notice, such as <c>the mandate of 'de-bundestag' ends on 2026-12-31</c>. Invariant.</summary>
    public string What => Change.Ahead();

    /// <summary>The change in words, such as <c>the mandate of 'de-bundestag' ends on 2026-12-31: 30 days' notice</c>. Invariant.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{What}: {DaysOfNotice} {(DaysOfNotice == 1 ? "day's" : "days'")} notice");
}
