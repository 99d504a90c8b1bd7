using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>An approval on the day: its state, and the mandates that may be used, now and once its open decision is granted.</summary>
internal sealed class ApprovalOn
{
    private readonly string id;

    internal ApprovalOn(ParliamentaryApproval approval, ParliamentaryApprovalState state, Source? source, LocalDate on, bool isGranted)
    {
        id = approval.Id;
        State = state;
        Source = source;
        Standing = state.Standing == Standing.Pending && isGranted ? Standing.Passed : state.Standing;
        IsOpen = state.Asked is not null;

        // Where nobody's consent is needed, or not yet, the law itself says what is allowed; a request may ask for more.
        var lawful = state.ActsByLaw ? approval.StatutoryMandate ?? Mandate.Unlimited : null;
        Current = lawful ?? state.MandateOn(on);
        Asked = (lawful is null || state.Pending is not null) && state.Asked is { } asked && asked.Covers(on) ? asked : null;
        var current = Current is { } mandate && mandate.Covers(on) ? Current : null;

        // Granting is wholly favourable (rule S4): what the standing mandate allows remains allowed beside what is asked for.
        Granted = current is null ? Of(Asked) : Asked is null ? [current] : [current, Asked];

        // Where nothing stands yet, a pledge is judged by what is asked for, since only the approval gate keeps it waiting.
        MayWiden = Asked is not null && !isGranted && state.Standing != Standing.Pending;
        Now = MayWiden ? Of(current) : Granted;
    }

    internal ParliamentaryApprovalState State { get; }

    /// <summary>The source of the latest act on record, or else of the approval.</summary>
    internal Source? Source { get; }

    /// <summary>Its state in words: why it is not passed, where it is not. Told when asked, and once for all pledges that need it.</summary>
    internal string Ground => field ??= $"approval '{id}': {State.InWords}";

    /// <summary>The approval gate, with the decision taken as granted where the question does.</summary>
    internal Standing Standing { get; }

    /// <summary>Whether a decision is open, be it on a renewal.</summary>
    internal bool IsOpen { get; }

    /// <summary>The mandate that governs the day, even if it has ended; null if there is none or none has begun.</summary>
    internal Mandate? Current { get; }

    /// <summary>The mandate asked for, if it covers the day.</summary>
    internal Mandate? Asked { get; }

    /// <summary>The mandates that cover the day and may be used as things stand.</summary>
    internal ImmutableArray<Mandate> Now { get; }

    /// <summary>The mandates that cover the day and may be used once the open decision is granted.</summary>
    internal ImmutableArray<Mandate> Granted { get; }

    /// <summary>Whether granting adds a mandate to those that may be used as things stand.</summary>
    internal bool MayWiden { get; }

    /// <summary>Whether its gate and its mandates are those of another day: what is different otherwise bears on no verdict.</summary>
    internal bool AllowsLike(ApprovalOn other) =>
        Standing == other.Standing && Sequence.Same(Now, other.Now) && Sequence.Same(Granted, other.Granted);

    internal ImmutableArray<Mandate> At(Bound bound) => bound == Bound.Secured ? Now : Granted;

    /// <summary>The ceiling in total on whatever is done under the approval at a bound: the widest of the mandates that may be used; null if none limits it.</summary>
    internal long? TotalCeiling(Bound bound)
    {
        // Where none may be used nothing stands, but a condition may ask what would be if it did (a renewal overdue).
        return Widest(null, ~0, At(bound).IsEmpty ? Granted : At(bound));
    }

    /// <summary>Which of the mandates of <see cref="Granted"/> limit a pledge at a bound, as bits: those that allow it and may be used.</summary>
    /// <remarks>
    /// Where none may be used yet, those that may once the decision is granted, whose conditions it is under as well. It does not stand then, but its own
    /// condition asks what would be if it did.
    /// </remarks>
    internal int LimitsOn(Pledge pledge, Bound bound)
    {
        // Those that may be used as things stand come first among those that may be used then.
        var atBound = Allowing(pledge, At(bound));
        return atBound == 0 ? Allowing(pledge, Granted) : atBound;
    }

    /// <summary>The ceiling on a support type, or on the total, of pledges that some mandates limit: the widest of those; null if none limits it.</summary>
    internal long? Ceiling(string? support, int limits) => Widest(support, limits, Granted);

    private static int Allowing(Pledge pledge, ImmutableArray<Mandate> mandates)
    {
        var bits = 0;
        for (var i = 0; i < mandates.Length; i++)
        {
            bits |= mandates[i].Allows(pledge) ? 1 << i : 0;
        }

        return bits;
    }

    private static long? Widest(string? support, int among, ImmutableArray<Mandate> mandates)
    {
        long? widest = null;
        for (var i = 0; i < mandates.Length; i++)
        {
            if ((among & (1 << i)) == 0)
            {
                continue;
            }

            if (mandates[i].CeilingOn(support) is not { } ceiling)
            {
                return null;
            }

            widest = widest is { } other ? Math.Max(other, ceiling) : ceiling;
        }

        return widest;
    }

    private static ImmutableArray<Mandate> Of(Mandate? mandate) => mandate is null ? [] : [mandate];
}
