using Coalition.Internal;
using Coalition.Sufficiency;

namespace Coalition.Analysis;

/// <summary>Something that could be done so that a guarantee becomes sufficient, at a cost.</summary>
/// <remarks>Equality is by value.</remarks>
public abstract record Remedy
{
    private Remedy() { }

    /// <summary>The id by which selections name the remedy.</summary>
    public required string Id { get; init => field = Guard.Id(value); }

    /// <summary>What it is, to show; null if its content says enough.</summary>
    public string? Title { get; init => field = Guard.OptionalText(value); }

    /// <summary>What it costs, in the unit of the menu; at least 0.</summary>
    public required long Cost { get; init => field = Guard.NotNegative(value); }

    /// <summary>The id of the source, of the outlook; null if none is cited.</summary>
    public string? Source { get; init => field = Guard.OptionalId(value); }

    // Only this assembly can override it, so that no outside type joins the cases.
    private protected abstract void Close();

    /// <summary>One more pledge is made.</summary>
    public sealed record FurtherPledge : Remedy
    {
        /// <summary>The pledge, called by the id of the remedy. It cites the sources of the outlook, and refers to the rest of the model.</summary>
        public required Pledge Pledge { get; init => field = value ?? throw new ArgumentNullException(nameof(Pledge)); }

        private protected override void Close() { }
    }

    /// <summary>An open matter is granted (rule S4): an approval is won, a circumstance brought about.</summary>
    public sealed record Grant : Remedy
    {
        /// <summary>The matter.</summary>
        public required OpenMatter Matter { get; init => field = value ?? throw new ArgumentNullException(nameof(Matter)); }

        private protected override void Close() { }
    }

    /// <summary>A pledge's conditions are given up: its own, and those of the mandates of the approvals that it needs (as by rule S9).</summary>
    public sealed record Waiver : Remedy
    {
        /// <summary>The id of the pledge.</summary>
        public required string Pledge { get; init => field = Guard.Id(value); }

        private protected override void Close() { }
    }
}
