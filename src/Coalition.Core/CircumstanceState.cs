using NodaTime;

namespace Coalition;

/// <summary>What is known of a circumstance on a day.</summary>
public abstract record CircumstanceState
{
    private CircumstanceState()
    {
    }

    /// <summary>Whether a requirement that the circumstance holds is met, may yet be, or fails.</summary>
    public abstract Standing Standing { get; }

    /// <summary>The word for the state, such as <c>unknown</c>.</summary>
    public abstract string Name { get; }

    // Only this assembly can override it, so that no outside type joins the cases.
    private protected abstract void Close();

    /// <summary>The change on a day, or null if this state does not allow it.</summary>
    internal CircumstanceState? After(CircumstanceEvent change) => change.Change switch
    {
        CircumstanceChange.Occurred => this is Occurred ? null : new Occurred(change.On),
        CircumstanceChange.Ended => this is Occurred ? new Ended(change.On) : null,
        _ => this is Occurred or RuledOut ? null : new RuledOut(change.On),
    };

    /// <summary>Nothing is on record: an open matter.</summary>
    public sealed record Unknown : CircumstanceState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Pending;

        /// <inheritdoc/>
        public override string Name => "unknown";

        private protected override void Close()
        {
        }
    }

    /// <summary>It holds.</summary>
    /// <param name="Since">The day from which it holds, inclusive.</param>
    public sealed record Occurred(LocalDate Since) : CircumstanceState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Passed;

        /// <inheritdoc/>
        public override string Name => "occurred";

        private protected override void Close()
        {
        }
    }

    /// <summary>It held, and holds no more.</summary>
    /// <param name="Since">The first day on which it holds no more.</param>
    public sealed record Ended(LocalDate Since) : CircumstanceState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Failed;

        /// <inheritdoc/>
        public override string Name => "ended";

        private protected override void Close()
        {
        }
    }

    /// <summary>It will not occur, by what is on record.</summary>
    /// <param name="Since">The day from which it is ruled out, inclusive.</param>
    public sealed record RuledOut(LocalDate Since) : CircumstanceState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Failed;

        /// <inheritdoc/>
        public override string Name => "ruled out";

        private protected override void Close()
        {
        }
    }
}
