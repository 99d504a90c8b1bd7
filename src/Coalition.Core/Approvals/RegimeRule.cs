using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>One rule of a nation's law: for such an operation, such a procedure.</summary>
/// <remarks>
/// It has either <see cref="Steps"/>, or says why they are not known in <see cref="NotKnown"/>. What spans several properties is checked by the
/// <see cref="ApprovalRegime"/> that holds the rule. Equality is by value, and of the lists by sequence.
/// </remarks>
public sealed record RegimeRule
{
    /// <summary>The id by which approvals and other rules refer to the rule, unique among all regimes of a set.</summary>
    public required string Id { get; init => field = Guard.Id(value); }

    /// <summary>The first day on which it is in force, inclusive; null if the facts do not state one.</summary>
    public LocalDate? From { get; init => field = Guard.Day(value); }

    /// <summary>The last day on which it is in force, inclusive; null if the facts do not state one.</summary>
    public LocalDate? Until { get; init => field = Guard.Day(value); }

    /// <summary>For which operations it is.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public OperationPredicate When { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = OperationPredicate.Any;

    /// <summary>For which operations it is, in the words of the facts. Not empty.</summary>
    public required string InWords { get; init => field = Guard.Text(value); }

    /// <summary>How the facts call the procedure; null if they do not.</summary>
    public string? Kind { get; init => field = Guard.OptionalText(value); }

    /// <summary>Whether <see cref="When"/>, or the outcome, was inferred from prose rather than stated as such.</summary>
    public bool IsInference { get; init; }

    /// <summary>
    /// Whether the condition in words says more than <see cref="When"/> can. Such a rule applies only to an operation that asserts its id; otherwise the answer
    /// lists it as set aside.
    /// </summary>
    public bool InWordsOnly { get; init; }

    /// <summary>The ids of rules of the same nation which it displaces where it applies.</summary>
    public ImmutableArray<string> ExceptionTo { get; init => field = Guard.Ids(value); } = [];

    /// <summary>What it asks for, in order; empty if that is not known.</summary>
    public ImmutableArray<RegimeStep> Steps { get; init => field = Guard.Items(value); } = [];

    /// <summary>Why it is not known what it asks for; null if it is known.</summary>
    public string? NotKnown { get; init => field = Guard.OptionalText(value); }

    /// <summary>The article, or what else it rests on. Not empty.</summary>
    public required string Citation { get; init => field = Guard.Text(value); }

    /// <summary>How far to trust it; null if as far as the regime.</summary>
    public RegimeConfidence? Confidence { get; init; }

    /// <summary>What the facts say beyond the fields; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }

    /// <summary>Equality by value.</summary>
    public bool Equals(RegimeRule? other) => other is not null
        && Id == other.Id && From == other.From && Until == other.Until && When == other.When && InWords == other.InWords && Kind == other.Kind
        && IsInference == other.IsInference && InWordsOnly == other.InWordsOnly && NotKnown == other.NotKnown && Citation == other.Citation
        && Confidence == other.Confidence && Note == other.Note && Sequence.Same(ExceptionTo, other.ExceptionTo) && Sequence.Same(Steps, other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, From, Until, When, InWords, NotKnown, Citation, Sequence.Hash(Steps));

    internal bool IsInForce(LocalDate on) => !(on < From) && !(on > Until);
}
