using System.Collections.Immutable;
using Coalition.Internal;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Comparison;

/// <summary>Makes some of the changes to what was before, and evaluates what comes of it.</summary>
internal sealed class Trials
{
    private readonly SufficiencyReport before;
    private readonly SufficiencyReport after;
    private readonly ImmutableArray<ChangeStep> steps;
    private readonly int[][] along;
    private readonly CoalitionLimits limits;

    internal Trials(SufficiencyReport before, SufficiencyReport after, ImmutableArray<ChangeStep> steps)
    {
        this.before = before;
        this.after = after;
        this.steps = steps;
        along = new BringAlong(before.Model, steps).ByStep();
        limits = Both(before.Model.Limits, after.Model.Limits);
    }

    /// <summary>The changes with what they take along.</summary>
    internal bool[] WithAlong(ReadOnlySpan<int> chosen)
    {
        var taken = new bool[steps.Length];
        foreach (var step in chosen)
        {
            taken[step] = true;
            foreach (var other in along[step])
            {
                taken[other] = true;
            }
        }

        return taken;
    }

    /// <summary>The report after the changes.</summary>
    /// <exception cref="CoalitionModelException">What comes of them cannot be recorded.</exception>
    /// <exception cref="ArgumentException">A matter cannot be granted then, since it is not open.</exception>
    internal SufficiencyReport Report(bool[] taken)
    {
        var draft = Draft(taken, CancellationToken.None);
        var model = draft is null ? before.Model : CoalitionModel.Create(draft, limits with { MaxProblems = before.Model.Limits.MaxProblems });
        return new Evaluation(Situation(model, taken, CancellationToken.None), CancellationToken.None).Report(CancellationToken.None);
    }

    /// <summary>The verdicts after the changes, of some standards; null if what comes of the changes cannot be recorded.</summary>
    internal Verdict?[]? Verdicts(bool[] taken, IReadOnlyDictionary<StandardKey, int> standards, CancellationToken cancellation)
    {
        var draft = Draft(taken, cancellation);
        var model = draft is null ? before.Model : CoalitionModel.TryCreate(draft, limits, cancellation);
        if (model is null)
        {
            return null;
        }

        Situation situation;
        try
        {
            situation = Situation(model, taken, cancellation);
        }
        catch (ArgumentException)
        {
            return null;
        }

        foreach (var bound in Enum.GetValues<Bound>())
        {
            situation.Points.WorkOutVerdicts(bound, cancellation);
        }

        var verdicts = new Verdict?[standards.Count];
        var number = 0;
        foreach (var guarantee in model.Guarantees)
        {
            var isInForce = situation.Day.ForceOf(guarantee) >= GuaranteeForce.TriggerUnknown;
            foreach (var standard in guarantee.Standards)
            {
                if (standards.TryGetValue(new StandardKey(guarantee.Id, standard.Id), out var asked))
                {
                    verdicts[asked] = isInForce ? situation.Standards[number].Met.Verdict : null;
                }

                number++;
            }
        }

        return verdicts;
    }

    // Null where the changes leave the model as it was.
    private CoalitionDraft? Draft(bool[] taken, CancellationToken cancellation)
    {
        DraftEdits? edits = null;
        for (var i = 0; i < steps.Length; i++)
        {
            if (taken[i] && steps[i].Take is { } take)
            {
                cancellation.ThrowIfCancellationRequested();
                take(edits ??= new DraftEdits(before.Model.Draft));
            }
        }

        var asOf = Array.TrueForAll(taken, isTaken => isTaken) ? after.Model.AsOf
            : Array.TrueForAll(taken, isTaken => !isTaken) ? before.Model.AsOf
            : LocalDate.Max(before.Model.AsOf, after.Model.AsOf);

        // Last, since what is left of an entry decides how a fact of it is left out of view.
        var (moves, asked) = (Moves(taken), Asked(taken));
        for (var i = 0; i < steps.Length; i++)
        {
            if (!taken[i] && steps[i].Hide is { } hide && (steps[i].HiddenBy & ~moves) == DayMoves.None)
            {
                cancellation.ThrowIfCancellationRequested();
                hide(edits ??= new DraftEdits(before.Model.Draft), asked);
                asOf = LocalDate.Max(asOf, asked.LeastAsOf);
            }
        }

        return edits is null && asOf == before.Model.AsOf ? null : (edits ?? new DraftEdits(before.Model.Draft)).Build(asOf);
    }

    private Situation Situation(CoalitionModel model, bool[] taken, CancellationToken cancellation)
    {
        var (on, knownAsOf) = Asked(taken);
        var granted = new List<OpenMatter>(before.Granted.Intersect(after.Granted));
        var mayLapse = new List<OpenMatter>();
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Change is { What: ChangedPart.Grant } change)
            {
                if (change.Kind == ChangeKind.Added && taken[i])
                {
                    granted.Add(OpenMatter.Parse(change.Subject!));
                }
                else if (change.Kind == ChangeKind.Removed && !taken[i])
                {
                    mayLapse.Add(OpenMatter.Parse(change.Subject!));
                }
            }
        }

        if (mayLapse.Count > 0)
        {
            // A matter that is granted no more after may have been settled meanwhile: then there is nothing to grant.
            var bare = new Situation(model, on, knownAsOf, [], cancellation);
            granted.AddRange(mayLapse.Where(m => bare.Day.Matters.Number(m) is >= 0 and var number && bare.Open[number]));
        }

        return new Situation(model, on, knownAsOf, granted, cancellation);
    }

    private Asked Asked(bool[] taken)
    {
        var moves = Moves(taken);
        return new Asked(moves.HasFlag(DayMoves.Day) ? after.On : before.On, moves.HasFlag(DayMoves.Knowledge) ? after.KnownAsOf : before.KnownAsOf);
    }

    private DayMoves Moves(bool[] taken)
    {
        var moves = DayMoves.None;
        for (var i = 0; i < Math.Min(2, steps.Length); i++)
        {
            if (taken[i])
            {
                moves |= BringAlong.MoveOf(steps[i].Change.What);
            }
        }

        return moves;
    }

    // Halfway from one model to the other there may be as many entries as in both.
    private static CoalitionLimits Both(CoalitionLimits one, CoalitionLimits other)
    {
        return new CoalitionLimits
        {
            MaxPledges = Sum(one.MaxPledges, other.MaxPledges),
            MaxEntries = Sum(one.MaxEntries, other.MaxEntries),
            MaxTerms = Sum(one.MaxTerms, other.MaxTerms),
            MaxDepth = Math.Max(one.MaxDepth, other.MaxDepth),
            MaxProblems = 1,
        };

        static int Sum(int one, int other) => (int)Math.Min(int.MaxValue, (long)one + other);
    }
}
