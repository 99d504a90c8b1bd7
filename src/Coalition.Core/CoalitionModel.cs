using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;

namespace Coalition;

/// <summary>Everything on record about a coalition: the one root, checked as a whole, immutable.</summary>
/// <remarks>
/// A model is safe to use from any thread. Two models are equal if they were made of equal drafts, the order of the lists included;
/// the order bears on no verdict.
/// </remarks>
public sealed partial class CoalitionModel : IEquatable<CoalitionModel>
{
    private CoalitionModel(CoalitionDraft draft, CoalitionLimits limits, ModelIndex index)
    {
        Draft = draft;
        Limits = limits;
        Index = index;
        SupportTypes = SupportType.WellKnown.AddRange(draft.SupportTypes);
    }

    /// <summary>What the model is made of.</summary>
    public CoalitionDraft Draft { get; }

    /// <summary>The day up to which the model holds what was known, inclusive.</summary>
    public LocalDate AsOf => Draft.AsOf;

    /// <summary>The support types of the model: the well-known ones, and then its own.</summary>
    public ImmutableArray<SupportType> SupportTypes { get; }

    /// <summary>The participants.</summary>
    public ImmutableArray<Nation> Nations => Draft.Nations;

    /// <summary>The sources that entries cite.</summary>
    public ImmutableArray<Source> Sources => Draft.Sources;

    /// <summary>The facts of the world on which things wait.</summary>
    public ImmutableArray<Circumstance> Circumstances => Draft.Circumstances;

    /// <summary>The procedures of approval.</summary>
    public ImmutableArray<ParliamentaryApproval> Approvals => Draft.Approvals;

    /// <summary>The pledges.</summary>
    public ImmutableArray<Pledge> Pledges => Draft.Pledges;

    /// <summary>The guarantees.</summary>
    public ImmutableArray<Guarantee> Guarantees => Draft.Guarantees;

    internal CoalitionLimits Limits { get; }

    internal ModelIndex Index { get; }

    /// <summary>Checks a draft as a whole, and makes it a model.</summary>
    /// <param name="draft">What the model is made of.</param>
    /// <param name="limits">How large it may be; null for <see cref="CoalitionLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The model.</returns>
    /// <exception cref="CoalitionModelException">The draft is not a valid model; the exception lists every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CoalitionModel Create(CoalitionDraft draft, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        limits ??= CoalitionLimits.Default;
        return Create(draft, limits, new Problems(limits.MaxProblems), null, cancellation);
    }

    internal static CoalitionModel Create(
        CoalitionDraft draft, CoalitionLimits limits, Problems problems, BrokenEntries? broken, CancellationToken cancellation)
    {
        var index = ModelChecker.Check(draft, limits, problems, broken, cancellation);
        problems.ThrowIfAny();
        return new CoalitionModel(draft, limits, index);
    }

    /// <summary>The model of a draft; null if it is not valid.</summary>
    internal static CoalitionModel? TryCreate(CoalitionDraft draft, CoalitionLimits limits, CancellationToken cancellation)
    {
        var problems = new Problems(1);
        var index = ModelChecker.Check(draft, limits, problems, null, cancellation);
        return problems.Count == 0 ? new CoalitionModel(draft, limits, index) : null;
    }

    /// <summary>The source of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException">The model has no such source.</exception>
    public Source GetSource(string id) => Find(Index.Sources, id, "source");

    /// <summary>The support type of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The support type.</returns>
    /// <exception cref="ArgumentException">The model has no such support type.</exception>
    public SupportType GetSupportType(string id) => Find(Index.SupportTypes, id, "support type");

    /// <summary>The nation of a code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The nation.</returns>
    /// <exception cref="ArgumentException">The model has no such nation.</exception>
    public Nation GetNation(NationCode code) => Find(Index.Nations, code, "nation");

    /// <summary>The circumstance of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The circumstance.</returns>
    /// <exception cref="ArgumentException">The model has no such circumstance.</exception>
    public Circumstance GetCircumstance(string id) => Find(Index.Circumstances, id, "circumstance");

    /// <summary>The approval of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The approval.</returns>
    /// <exception cref="ArgumentException">The model has no such approval.</exception>
    public ParliamentaryApproval GetApproval(string id) => Find(Index.Approvals, id, "approval");

    /// <summary>The pledge of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The pledge.</returns>
    /// <exception cref="ArgumentException">The model has no such pledge.</exception>
    public Pledge GetPledge(string id) => Find(Index.Pledges, id, "pledge");

    /// <summary>The guarantee of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The guarantee.</returns>
    /// <exception cref="ArgumentException">The model has no such guarantee.</exception>
    public Guarantee GetGuarantee(string id) => Find(Index.Guarantees, id, "guarantee");

    /// <summary>The state of an approval on a day.</summary>
    /// <param name="approval">The id of the approval.</param>
    /// <param name="on">The day.</param>
    /// <param name="knownAsOf">Only what had been published by this day counts; null for <see cref="AsOf"/>, and not after it.</param>
    /// <returns>The state that follows from the acts on record (rule S2).</returns>
    /// <exception cref="ArgumentException">
    /// The model has no such approval, <paramref name="knownAsOf"/> is after <see cref="AsOf"/>, or a day is not of the ISO calendar, in the years 1 to 9999.
    /// </exception>
    public ParliamentaryApprovalState ApprovalState(string approval, LocalDate on, LocalDate? knownAsOf = null) =>
        Recorded(on, knownAsOf).StateOf(Find(Index.Approvals, approval, "approval"));

    /// <summary>How the mandate of an approval stands on a day.</summary>
    /// <param name="approval">The id of the approval.</param>
    /// <param name="on">The day.</param>
    /// <param name="knownAsOf">Only what had been published by this day counts; null for <see cref="AsOf"/>, and not after it.</param>
    /// <returns>
    /// The state; null where no mandate was given. A condition of the mandate counts as failed where circumstances alone decide that; what it asks of pledges
    /// is for an evaluation to tell.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The model has no such approval, <paramref name="knownAsOf"/> is after <see cref="AsOf"/>, or a day is not of the ISO calendar, in the years 1 to 9999.
    /// </exception>
    public MandateState? MandateState(string approval, LocalDate on, LocalDate? knownAsOf = null) =>
        Recorded(on, knownAsOf).MandateStateOf(Find(Index.Approvals, approval, "approval"));

    /// <summary>The deadlines that run for an approval on a day, passed ones included while nothing has answered them.</summary>
    /// <param name="approval">The id of the approval.</param>
    /// <param name="on">The day.</param>
    /// <param name="knownAsOf">Only what had been published by this day counts; null for <see cref="AsOf"/>, and not after it.</param>
    /// <returns>The deadlines, by <see cref="DeadlineKind"/>.</returns>
    /// <exception cref="ArgumentException">
    /// The model has no such approval, <paramref name="knownAsOf"/> is after <see cref="AsOf"/>, or a day is not of the ISO calendar, in the years 1 to 9999.
    /// </exception>
    public ImmutableArray<ApprovalDeadline> Deadlines(string approval, LocalDate on, LocalDate? knownAsOf = null) =>
        [.. Recorded(on, knownAsOf).DeadlinesOf(Find(Index.Approvals, approval, "approval")).OrderBy(d => d.Kind)];

    /// <summary>The state of a circumstance on a day.</summary>
    /// <param name="circumstance">The id of the circumstance.</param>
    /// <param name="on">The day.</param>
    /// <param name="knownAsOf">Only what had been published by this day counts; null for <see cref="AsOf"/>, and not after it.</param>
    /// <returns>The state that follows from the events on record (rule S2).</returns>
    /// <exception cref="ArgumentException">
    /// The model has no such circumstance, <paramref name="knownAsOf"/> is after <see cref="AsOf"/>, or a day is not of the ISO calendar, in the years 1 to 9999.
    /// </exception>
    public CircumstanceState CircumstanceState(string circumstance, LocalDate on, LocalDate? knownAsOf = null) =>
        Recorded(on, knownAsOf).StateOf(Find(Index.Circumstances, circumstance, "circumstance"));

    /// <summary>The stage of a pledge on a day.</summary>
    /// <param name="pledge">The id of the pledge.</param>
    /// <param name="on">The day.</param>
    /// <param name="knownAsOf">Only what had been published by this day counts; null for <see cref="AsOf"/>, and not after it.</param>
    /// <returns>The latest stage on record; null before the first, when the pledge does not exist.</returns>
    /// <exception cref="ArgumentException">
    /// The model has no such pledge, <paramref name="knownAsOf"/> is after <see cref="AsOf"/>, or a day is not of the ISO calendar, in the years 1 to 9999.
    /// </exception>
    public PledgeStage? StageOf(string pledge, LocalDate on, LocalDate? knownAsOf = null) =>
        Recorded(on, knownAsOf).StageOf(Find(Index.Pledges, pledge, "pledge")).Stage;

    /// <summary>Equality by value of what the models are made of.</summary>
    public bool Equals(CoalitionModel? other) => other is not null && Draft.Equals(other.Draft);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CoalitionModel);

    /// <inheritdoc/>
    public override int GetHashCode() => Draft.GetHashCode();

    private RecordOn Recorded(LocalDate on, LocalDate? knownAsOf) => new(this, Guard.Day(on, nameof(on)), Known(knownAsOf));

    // The model's own date unless another is given; nothing is known to the model beyond its own.
    internal LocalDate Known(LocalDate? knownAsOf) => Guard.Day(knownAsOf, nameof(knownAsOf)) is not { } date || date <= AsOf
        ? knownAsOf ?? AsOf
        : throw new ArgumentOutOfRangeException(
            nameof(knownAsOf), IsoDate.Format(date), $"The model holds what was known up to {IsoDate.Format(AsOf)}, and nothing later.");

    internal static TEntry Find<TKey, TEntry>(EntryIndex<TKey, TEntry> entries, TKey id, string what)
        where TKey : notnull
        where TEntry : class
    {
        ArgumentNullException.ThrowIfNull(id);
        return entries.Find(id) ?? throw new ArgumentException($"The model has no {what} '{Guard.Clip(id.ToString()!)}'.", what);
    }
}
