using System.Collections.Immutable;
using Coalition.Internal;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Comparison;

/// <summary>Collects what is other in one report than in another, as steps that can be taken one by one.</summary>
internal sealed class Differences
{
    private readonly SufficiencyReport before;
    private readonly SufficiencyReport after;
    private readonly CancellationToken cancellation;
    private readonly ImmutableArray<ChangeStep>.Builder steps = ImmutableArray.CreateBuilder<ChangeStep>();

    internal Differences(SufficiencyReport before, SufficiencyReport after, CancellationToken cancellation)
    {
        this.before = before;
        this.after = after;
        this.cancellation = cancellation;
        Before = new Frame(before);
        After = new Frame(after);
    }

    internal Frame Before { get; }

    internal Frame After { get; }

    /// <summary>Whether a day moves on, so that facts which both models have may come into view.</summary>
    internal bool ComesIntoView => after.On > before.On || after.KnownAsOf > before.KnownAsOf;

    /// <summary>The steps, in the order in which changes are listed.</summary>
    internal static ImmutableArray<ChangeStep> Between(SufficiencyReport before, SufficiencyReport after, CancellationToken cancellation)
    {
        var differences = new Differences(before, after, cancellation);
        differences.CompareDays();
        differences.CompareGrants();
        differences.CompareModels();
        return differences.Steps;
    }

    /// <summary>The steps found so far.</summary>
    internal ImmutableArray<ChangeStep> Steps => steps.ToImmutable();

    internal void Add(
        ChangeKind kind, ChangedPart what, string words, Func<CoalitionChange, CoalitionChange> describe, Action<DraftEdits>? take,
        DayMoves brings = DayMoves.None, IReadOnlyCollection<Reference>? refers = null, Action<DraftEdits, Asked>? hide = null, DayMoves hiddenBy = DayMoves.None,
        Unit? declares = null) =>
        steps.Add(new ChangeStep
        {
            Change = describe(new CoalitionChange(steps.Count, kind, what, words)),
            Take = take,
            Hide = hide,
            HiddenBy = hiddenBy,
            Brings = brings,
            Refers = refers ?? [],
            Declares = declares,
        });

    private void CompareDays()
    {
        Compare(ChangedPart.Day, "the day moves", before.On, after.On);
        Compare(ChangedPart.KnownAsOf, "the day up to which publications count moves", before.KnownAsOf, after.KnownAsOf);

        void Compare(ChangedPart what, string words, LocalDate was, LocalDate now)
        {
            if (was != now)
            {
                var (old, young) = (IsoDate.Format(was), IsoDate.Format(now));
                Add(ChangeKind.Changed, what, $"{words} from {old} to {young}", change => change with { Before = old, After = young }, null);
            }
        }
    }

    private void CompareGrants()
    {
        foreach (var matter in after.Granted.Except(before.Granted))
        {
            Add(ChangeKind.Added, ChangedPart.Grant, $"'{matter}' is taken as granted", change => change with { Subject = matter.ToString() }, null);
        }

        foreach (var matter in before.Granted.Except(after.Granted))
        {
            Add(ChangeKind.Removed, ChangedPart.Grant, $"'{matter}' is taken as granted no more", change => change with { Subject = matter.ToString() }, null);
        }
    }

    private void CompareModels()
    {
        var (old, young) = (before.Model.Draft, after.Model.Draft);
        if (ReferenceEquals(old, young) && !ComesIntoView)
        {
            return;
        }

        CompareHead("asOf", "as-of date", IsoDate.Format(old.AsOf), IsoDate.Format(young.AsOf), null);
        CompareHead("title", "title", old.Title, young.Title, edits => edits.Title = young.Title);
        CompareHead("note", "note", old.Note, young.Note, edits => edits.Note = young.Note);
        Compare(EntryKinds.Nations, old.Nations, young.Nations);
        Compare(EntryKinds.SupportTypes, old.SupportTypes, young.SupportTypes);
        Compare(EntryKinds.Sources, old.Sources, young.Sources);
        Compare(EntryKinds.Circumstances, old.Circumstances, young.Circumstances);
        Compare(EntryKinds.Approvals, old.Approvals, young.Approvals);
        Compare(EntryKinds.Pledges, old.Pledges, young.Pledges);
        Compare(EntryKinds.Guarantees, old.Guarantees, young.Guarantees);
    }

    // The as-of date only bounds the other dates: whatever takes more than it allows is recorded under the later of the two.
    private void CompareHead(string name, string noun, string? was, string? now, Action<DraftEdits>? take)
    {
        if (was != now)
        {
            Add(
                ChangeKind.Changed, ChangedPart.Model, $"the {noun} of the model changes: from {Short(was)} to {Short(now)}",
                change => change with { Aspect = name, Before = was, After = now, BearsOnVerdicts = false }, take);
        }
    }

    private void Compare<T>(EntryKind<T> kind, ImmutableArray<T> old, ImmutableArray<T> young)
        where T : class
    {
        var positions = new Dictionary<string, int>(old.Length);
        for (var i = 0; i < old.Length; i++)
        {
            positions.Add(kind.Id(old[i]), i);
        }

        foreach (var entry in young)
        {
            cancellation.ThrowIfCancellationRequested();
            var id = kind.Id(entry);
            if (!positions.Remove(id, out var position))
            {
                Add(
                    ChangeKind.Added, kind.What, $"the {kind.Noun} '{id}' is added", change => change with { Subject = id, BearsOnVerdicts = kind.Bears(entry) },
                    edits => kind.Edits(edits).Add(entry), BroughtBy(kind.Sights(entry, After)), [.. kind.Refers(entry)],
                    declares: (entry as SupportType)?.Unit);
            }
            else if (ComesIntoView || !old[position].Equals(entry))
            {
                var place = new Place<T>(kind.What, id, null, $"'{id}'", (edits, edit) => kind.Edits(edits).Edit(position, edit));
                foreach (var part in kind.Parts)
                {
                    part.Compare(place, old[position], entry, this);
                }
            }
        }

        foreach (var (id, position) in positions.OrderBy(p => p.Value))
        {
            Add(
                ChangeKind.Removed, kind.What, $"the {kind.Noun} '{id}' is removed",
                change => change with { Subject = id, BearsOnVerdicts = kind.Bears(old[position]) }, edits => kind.Edits(edits).Remove(position));
        }
    }

    private DayMoves BroughtBy(IEnumerable<Sight> sights)
    {
        var brought = DayMoves.None;
        foreach (var sight in sights)
        {
            if (After.Beyond(sight) == DayMoves.None)
            {
                brought |= Before.Beyond(sight);
            }
        }

        return brought;
    }

    private static string Short(string? words) => words is null ? "nothing" : Guard.OneLine(Guard.Clip(words));
}
