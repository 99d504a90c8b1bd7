namespace Coalition.Comparison;

/// <summary>A change with what it does to the draft and the question.</summary>
internal sealed class ChangeStep
{
    internal required CoalitionChange Change { get; init; }

    /// <summary>What making the change does to the draft; null if nothing.</summary>
    internal Action<DraftEdits>? Take { get; init; }

    /// <summary>Where a fact comes into view: how it is taken out, if the days move and it is to stay out of view; null otherwise.</summary>
    internal Action<DraftEdits, Asked>? Hide { get; init; }

    /// <summary>Which days would bring into view what <see cref="Hide"/> takes out.</summary>
    internal DayMoves HiddenBy { get; init; }

    /// <summary>Which days the change brings along, so that what it adds is in view.</summary>
    internal DayMoves Brings { get; init; }

    /// <summary>The unit of a support type that it adds; null if it adds none.</summary>
    internal Unit? Declares { get; init; }

    /// <summary>The entries that it refers to.</summary>
    internal IReadOnlyCollection<Reference> Refers { get; init; } = [];
}

/// <summary>Which of the two days of a question move.</summary>
[Flags]
internal enum DayMoves
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>The day asked about.</summary>
    Day = 1,

    /// <summary>The day up to which publications count.</summary>
    Knowledge = 2,
}
