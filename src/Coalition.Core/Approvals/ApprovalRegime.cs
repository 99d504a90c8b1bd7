using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>A nation's law on sending forces abroad, or on admitting them, as rules, with what it rests on. A research aid, not legal advice.</summary>
/// <remarks>What the facts give in words is kept in their words. Equality is by value, and of the lists by sequence.</remarks>
public sealed record ApprovalRegime
{
    /// <summary>The most rules of one regime.</summary>
    public const int MaxRules = 32;

    /// <summary>The nation.</summary>
    public required NationCode Nation { get; init; }

    /// <summary>Its name, to show. Not empty.</summary>
    public required string Name { get; init => field = Guard.Text(value); }

    /// <summary>The constitution, acts and articles. Not empty.</summary>
    public required string LegalBasis { get; init => field = Guard.Text(value); }

    /// <summary>How far to trust it.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required RegimeConfidence Confidence { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>How the facts call the regime; null if they do not.</summary>
    public string? Kind { get; init => field = Guard.OptionalText(value); }

    /// <summary>How the facts call the majority that it asks for; null if they do not. The rules by which votes are counted are those of the steps.</summary>
    public string? Threshold { get; init => field = Guard.OptionalText(value); }

    /// <summary>Whether it binds by law or by politics, in the words of the facts; null if they do not say.</summary>
    public string? Bindingness { get; init => field = Guard.OptionalText(value); }

    /// <summary>The chambers.</summary>
    public ImmutableArray<RegimeChamber> Chambers { get; init => field = Guard.Items(value); } = [];

    /// <summary>Who else can stop a deployment.</summary>
    public ImmutableArray<RegimeActor> Actors { get; init => field = Guard.Items(value); } = [];

    /// <summary>What mandate from outside it asks for, in words; null if none.</summary>
    public string? ExternalMandate { get; init => field = Guard.OptionalText(value); }

    /// <summary>What mandates look like in practice, in words; null if the facts do not say.</summary>
    public string? MandatePractice { get; init => field = Guard.OptionalText(value); }

    /// <summary>Whether consent can be revoked, in words; null if the facts do not say.</summary>
    public string? Revocation { get; init => field = Guard.OptionalText(value); }

    /// <summary>The times that it sets, as the facts give them.</summary>
    public ImmutableArray<RegimeDeadline> Deadlines { get; init => field = Guard.Items(value); } = [];

    /// <summary>Its exceptions, as the facts give them.</summary>
    public ImmutableArray<string> Exceptions { get; init => field = Guard.Texts(value); } = [];

    /// <summary>How the facts read it for the force of the Paris talks; null if they do not.</summary>
    public RegimeReading? Reading { get; init; }

    /// <summary>The sources, as the facts give them.</summary>
    public ImmutableArray<string> Sources { get; init => field = Guard.Texts(value); } = [];

    /// <summary>Of what kind the sources are, in words; null if the facts do not say.</summary>
    public string? SourceKind { get; init => field = Guard.OptionalText(value); }

    /// <summary>Its rules, in any order; at most <see cref="MaxRules"/>.</summary>
    /// <exception cref="ArgumentException">
    /// There are too many, together they tell more than a million kinds of operations apart, two have one id, one refers to none of the others or they refer to each other in a circle, one ends before it begins, one has both
    /// steps and a reason why they are not known or neither, or a step has what its procedure does not allow. The message names the first such fault.
    /// </exception>
    public required ImmutableArray<RegimeRule> Rules
    {
        get;
        init
        {
            var problems = new Problems(1);
            RegimeChecker.CheckRules(Guard.Items(value), [], "$.rules", problems);
            field = problems.First is { } problem ? throw new ArgumentException(problem.ToString(), nameof(Rules)) : value;
        }
    }

    /// <summary>Which procedure an operation needs on a day.</summary>
    /// <param name="operation">The operation. Ids that it asserts of other nations do not matter, so that a misspelt one does not either: <see cref="ApprovalRegimes.ProcedureFor"/> refuses those.</param>
    /// <param name="on">The day.</param>
    /// <returns>The rule that applies with its steps; or that they are not known, and why; or which facts about the operation are missing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="operation"/> asserts a rule of this nation that is not in words only: its predicate decides.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="on"/> is no day of the ISO calendar in the years 1 to 9999.</exception>
    /// <exception cref="RegimeConflictException">Several rules apply, and none is declared an exception to the others.</exception>
    /// <exception cref="RegimeOutOfDateException">Rules are for such an operation, but none of them is in force on the day.</exception>
    /// <remarks>
    /// A rule that applies displaces those that it is declared an exception to; one that is displaced itself displaces nothing. Facts that are not stated are
    /// tried both ways, or with every frame, zone and named support type, and on both sides of every number; missing are those that change the answer while
    /// all others stay the same. Conflicts and dates count as answers here, and are thrown only where no missing fact could avoid them. The cost grows with
    /// the product of the values that rules distinguish of the facts not stated; nothing is tried for a fact that is stated, or on which no rule turns.
    /// </remarks>
    public ProcedureAnswer ProcedureFor(Operation operation, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return new RegimeQuestion(this, operation, Guard.Day(on, nameof(on))).Answer();
    }

    /// <summary>Equality by value.</summary>
    public bool Equals(ApprovalRegime? other) => other is not null
        && Nation == other.Nation && Name == other.Name && LegalBasis == other.LegalBasis && Confidence == other.Confidence && Kind == other.Kind
        && Threshold == other.Threshold && Bindingness == other.Bindingness && ExternalMandate == other.ExternalMandate
        && MandatePractice == other.MandatePractice && Revocation == other.Revocation && Reading == other.Reading && SourceKind == other.SourceKind
        && Sequence.Same(Chambers, other.Chambers) && Sequence.Same(Actors, other.Actors) && Sequence.Same(Deadlines, other.Deadlines)
        && Sequence.Same(Exceptions, other.Exceptions) && Sequence.Same(Sources, other.Sources) && Sequence.Same(Rules, other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Nation, Name, LegalBasis, Confidence, Sequence.Hash(Rules));
}
