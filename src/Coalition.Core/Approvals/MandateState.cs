using NodaTime;

namespace Coalition.Approvals;

/// <summary>How the mandate of an approval stands on a day. Its endings differ, and so do their grounds.</summary>
public abstract record MandateState
{
    private MandateState()
    {
    }

    /// <summary>The words for the state, such as <c>provisionally extended</c>.</summary>
    public string Name => Word;

    // Only this assembly can override it, so that no outside type joins the cases.
    private protected abstract string Word { get; }

    /// <summary>What the record says of a mandate; null where none was given.</summary>
    /// <param name="state">The state of the approval on the day.</param>
    /// <param name="on">The day.</param>
    /// <param name="judge">Whether the condition of a mandate holds, by what is on record.</param>
    internal static MandateState? Of(ParliamentaryApprovalState state, LocalDate on, Func<Mandate, Standing> judge)
    {
        if (state is ParliamentaryApprovalState.Revoked revoked)
        {
            return new Revoked(revoked.On);
        }

        var renewal = state as ParliamentaryApprovalState.RenewalRequested;
        if ((renewal?.Current ?? state) is not ParliamentaryApprovalState.Approved approved)
        {
            return null;
        }

        if (approved.First.From > on || state.MandateOn(on) is not { } mandate)
        {
            return new NotBegun(approved.First.From!.Value);
        }

        if (mandate.Until < on)
        {
            return new Expired(mandate.Until.Value);
        }

        if (judge(mandate) == Standing.Failed)
        {
            return new ConditionFailed(mandate);
        }

        var given = approved.MandateOn(on)!;
        if (given.Until < on)
        {
            return new ProvisionallyExtended(mandate, mandate.Until!.Value);
        }

        var at = approved.Mandates.IndexOf(given);
        return at + 1 == approved.Mandates.Length ? new Active(given)
            : WithoutPeriod(given) == WithoutPeriod(approved.Mandates[at + 1]) ? new Extended(given)
            : new Amended(given);
    }

    private static Mandate WithoutPeriod(Mandate mandate) => mandate with { From = null, Until = null, ExtendableUntil = null };

    /// <summary>Its first day lies ahead.</summary>
    /// <param name="From">The first day.</param>
    public sealed record NotBegun(LocalDate From) : MandateState
    {
        private protected override string Word => "not begun";
    }

    /// <summary>It may be used.</summary>
    /// <param name="Mandate">What it allows.</param>
    public sealed record Active(Mandate Mandate) : MandateState
    {
        private protected override string Word => "active";
    }

    /// <summary>Its last day has passed, and it goes on because its renewal was requested in time.</summary>
    /// <param name="Mandate">What it allows.</param>
    /// <param name="Until">The last day on which it goes on, inclusive.</param>
    public sealed record ProvisionallyExtended(Mandate Mandate, LocalDate Until) : MandateState
    {
        private protected override string Word => "provisionally extended";
    }

    /// <summary>It may be used, and has been given anew for a further period, otherwise unchanged.</summary>
    /// <param name="Mandate">What it allows.</param>
    public sealed record Extended(Mandate Mandate) : MandateState
    {
        private protected override string Word => "extended";
    }

    /// <summary>It may be used, and allows something else than the one before it.</summary>
    /// <param name="Mandate">What it allows.</param>
    public sealed record Amended(Mandate Mandate) : MandateState
    {
        private protected override string Word => "amended";
    }

    /// <summary>Its last day has passed.</summary>
    /// <param name="Until">The last day, inclusive.</param>
    public sealed record Expired(LocalDate Until) : MandateState
    {
        private protected override string Word => "expired";
    }

    /// <summary>Parliament has taken it back.</summary>
    /// <param name="On">The first day on which it is gone.</param>
    public sealed record Revoked(LocalDate On) : MandateState
    {
        private protected override string Word => "revoked";
    }

    /// <summary>Its period runs, and what it is conditional on has ended or is ruled out.</summary>
    /// <param name="Mandate">What it would allow.</param>
    public sealed record ConditionFailed(Mandate Mandate) : MandateState
    {
        private protected override string Word => "condition failed";
    }
}
