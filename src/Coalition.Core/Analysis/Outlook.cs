using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition.Analysis;

/// <summary>What an analyst assumes beyond the record: how probable things are, and what could be done at which cost. Checked as a whole, immutable.</summary>
/// <remarks>It stands apart from the model, which holds what is on record. Two outlooks are equal if all that they are made of is, the order of the lists included.</remarks>
public sealed class Outlook : IEquatable<Outlook>
{
    private readonly Dictionary<FunctionVariable, Estimate> byVariable;

    private Outlook(ImmutableArray<Source> sources, ImmutableArray<Estimate> estimates, RemedyMenu? remedies, string? note)
    {
        Sources = sources;
        Estimates = estimates;
        Remedies = remedies;
        Note = note;
        byVariable = estimates.ToDictionary(e => e.Of);
    }

    /// <summary>The sources that estimates and remedies cite, with their labels.</summary>
    public ImmutableArray<Source> Sources { get; }

    /// <summary>The probabilities: at most one estimate of each variable.</summary>
    public ImmutableArray<Estimate> Estimates { get; }

    /// <summary>What could be done; null if nothing is stated.</summary>
    public RemedyMenu? Remedies { get; }

    /// <summary>What holds for all of it; null if nothing.</summary>
    public string? Note { get; }

    /// <summary>Checks the parts of an outlook as a whole.</summary>
    /// <param name="sources">The sources that the rest cites.</param>
    /// <param name="estimates">The probabilities.</param>
    /// <param name="remedies">What could be done; null if nothing is stated.</param>
    /// <param name="note">What holds for all of it; null if nothing.</param>
    /// <returns>The outlook.</returns>
    /// <exception cref="ArgumentException">A list holds a null, or <paramref name="note"/> is blank.</exception>
    /// <exception cref="CoalitionModelException">
    /// The parts do not fit: two sources or remedies have one id, two estimates are of one variable, a source is not among those given, an estimate is given
    /// what is no circumstance, or without what holds otherwise, estimates depend on each other in a circle, or a pledge has another id than its remedy.
    /// The exception lists every problem, each with its place in an outlook file.
    /// </exception>
    public static Outlook Create(IEnumerable<Source> sources, IEnumerable<Estimate> estimates, RemedyMenu? remedies = null, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(estimates);
        ImmutableArray<Source> cited = [.. sources];
        ImmutableArray<Estimate> list = [.. estimates];
        return Create(
            Guard.Items(cited, nameof(sources)), [.. Guard.Items(list, nameof(estimates)).Select((e, i) => (i, e))], remedies, Guard.OptionalText(note, nameof(note)),
            [], new Problems(CoalitionLimits.Default.MaxProblems));
    }

    /// <param name="sources">The sources.</param>
    /// <param name="estimates">The estimates, each with its position in the list of all, of which some may have been too broken to build.</param>
    /// <param name="remedies">The menu.</param>
    /// <param name="note">The note.</param>
    /// <param name="brokenSources">Ids of sources that could not be built.</param>
    /// <param name="problems">Problems found so far.</param>
    internal static Outlook Create(
        ImmutableArray<Source> sources, ImmutableArray<(int Position, Estimate Estimate)> estimates, RemedyMenu? remedies, string? note, HashSet<string> brokenSources,
        Problems problems)
    {
        new OutlookChecker(sources, brokenSources, problems).Check(estimates, remedies);
        problems.ThrowIfAny();
        return new Outlook(sources, [.. estimates.Select(e => e.Estimate)], remedies, note);
    }

    /// <summary>The estimate of a variable.</summary>
    /// <param name="variable">The variable.</param>
    /// <returns>The estimate; null if there is none.</returns>
    public Estimate? Find(FunctionVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return byVariable.GetValueOrDefault(variable);
    }

    /// <summary>Equality by value.</summary>
    public bool Equals(Outlook? other) => other is not null
        && Sequence.Same(Sources, other.Sources) && Sequence.Same(Estimates, other.Estimates) && Equals(Remedies, other.Remedies) && Note == other.Note;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Outlook);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sequence.Hash(Sources), Sequence.Hash(Estimates), Remedies, Note);
}
