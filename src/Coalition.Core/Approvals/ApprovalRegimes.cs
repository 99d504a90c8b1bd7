using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Coalition.Internal;
using Coalition.Json;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>Regimes of several nations, one for each. A research aid, not legal advice.</summary>
/// <remarks>Immutable, and safe to use from several threads. Equality is by the regimes in their order, and the note.</remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A set of laws looked up by nation, named in the field's plural; a suffix would name the container and not the thing.")]
public sealed class ApprovalRegimes : IReadOnlyCollection<ApprovalRegime>, IEquatable<ApprovalRegimes>
{
    // Read when first asked for, once, whatever the number of threads. The one place where a noun knows the file format: the catalogue is a file like any other,
    // so that it is checked like any other.
    private static readonly Lazy<ApprovalRegimes> Embedded = new(static () => CoalitionJson.ReadRegimes(CoalitionJson.EmbeddedText("regimes-catalogue.json")));

    private readonly ImmutableArray<ApprovalRegime> regimes;
    private readonly Dictionary<NationCode, ApprovalRegime> byNation;
    private readonly Dictionary<string, (ApprovalRegime Regime, RegimeRule Rule)> byRule;

    private ApprovalRegimes(ImmutableArray<ApprovalRegime> regimes, string? note)
    {
        this.regimes = regimes;
        Note = note;
        byNation = regimes.ToDictionary(r => r.Nation);
        byRule = regimes.SelectMany(regime => regime.Rules.Select(rule => (Regime: regime, Rule: rule))).ToDictionary(r => r.Rule.Id);
    }

    /// <summary>The 34 states that this library comes with. A research aid, not legal advice: <c>docs/regimes.md</c> shows each with its sources and what is to be verified.</summary>
    public static ApprovalRegimes Catalogue => Embedded.Value;

    /// <summary>What holds for all of them, in words; null if nothing is said.</summary>
    public string? Note { get; }

    /// <summary>The number of regimes.</summary>
    public int Count => regimes.Length;

    /// <summary>The regime of a nation.</summary>
    /// <param name="nation">The nation.</param>
    /// <exception cref="KeyNotFoundException">There is none; <see cref="Find"/> says so without an exception.</exception>
    public ApprovalRegime this[NationCode nation] =>
        Find(nation) ?? throw new KeyNotFoundException($"There is no approval regime of '{nation}'.");

    /// <summary>Puts regimes together.</summary>
    /// <param name="regimes">The regimes, each of another nation.</param>
    /// <param name="note">What holds for all of them, in words; null if nothing.</param>
    /// <returns>The regimes, in their order.</returns>
    /// <exception cref="ArgumentException"><paramref name="note"/> is blank, or a regime is null.</exception>
    /// <exception cref="CoalitionModelException">Two are of one nation, one is of the default code, or two rules have one id; the exception lists every problem.</exception>
    public static ApprovalRegimes Create(IEnumerable<ApprovalRegime> regimes, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(regimes);
        ImmutableArray<ApprovalRegime> list = [.. regimes];
        var problems = new Problems(CoalitionLimits.Default.MaxProblems);
        return Create(Guard.Items(list, nameof(regimes)), Guard.OptionalText(note, nameof(note)), problems);
    }

    /// <summary>These regimes with others added; where both have one of a nation, the other's stands in its place.</summary>
    /// <param name="other">The others.</param>
    /// <returns>The regimes: these in their order, then the nations that are new. Notes that differ are kept both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="CoalitionModelException">Two rules of different nations have one id; the exception lists every problem.</exception>
    public ApprovalRegimes With(ApprovalRegimes other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var note = string.Join('\n', new[] { Note, other.Note }.OfType<string>().Distinct());
        return Create(regimes.Select(r => other.Find(r.Nation) ?? r).Concat(other.regimes.Where(r => !byNation.ContainsKey(r.Nation))), note.Length == 0 ? null : note);
    }

    /// <summary>The regime of a nation if there is one.</summary>
    /// <param name="nation">The nation.</param>
    /// <returns>The regime, or null.</returns>
    public ApprovalRegime? Find(NationCode nation) => byNation.GetValueOrDefault(nation);

    /// <summary>The rule with an id if there is one.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The rule, or null.</returns>
    public RegimeRule? FindRule(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return byRule.TryGetValue(id, out var found) ? found.Rule : null;
    }

    /// <summary>Which procedure an operation of a nation needs on a day.</summary>
    /// <param name="nation">The nation.</param>
    /// <param name="operation">The operation. Ids that it asserts must be those of rules of these regimes, be it of other nations.</param>
    /// <param name="on">The day.</param>
    /// <returns>What the regime of the nation answers: <see cref="ApprovalRegime.ProcedureFor"/>.</returns>
    /// <exception cref="KeyNotFoundException">There is no regime of the nation.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="operation"/> asserts an id that no rule of these regimes has, or a rule of the nation that is not in words only: its predicate decides.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="on"/> is no day of the ISO calendar in the years 1 to 9999.</exception>
    /// <exception cref="RegimeConflictException">Several rules apply, and none is declared an exception to the others.</exception>
    /// <exception cref="RegimeOutOfDateException">Rules are for such an operation, but none of them is in force on the day.</exception>
    public ProcedureAnswer ProcedureFor(NationCode nation, Operation operation, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var regime = this[nation];
        foreach (var id in operation.Asserted)
        {
            if (!byRule.ContainsKey(id))
            {
                throw new ArgumentException($"'{id}' is asserted: expected the id of a rule of these regimes.", nameof(operation));
            }
        }

        return regime.ProcedureFor(operation, on);
    }

    /// <summary>In what the approvals of a model disagree with the rules that they cite as their law. Those that cite none are passed over.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The disagreements, in the order of the approvals; empty if there are none.</returns>
    /// <remarks>An approval is held against what its rule gives by itself, <see cref="ProcedureAnswer.Applies.ToApprovals"/>; whether the rule is for the operation is not asked.</remarks>
    public ImmutableArray<RegimeDisagreement> Disagreements(CoalitionModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Approvals.Where(a => a.Law is not null).SelectMany(a => RegimeComparison.Compare(
            a, byRule.TryGetValue(a.Law!, out var found) ? (found.Regime.Nation, found.Rule) : null))];
    }

    /// <summary>The regimes, one after the other, in their order.</summary>
    public IEnumerator<ApprovalRegime> GetEnumerator() => regimes.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether another has equal regimes in the same order, and the same note.</summary>
    public bool Equals([NotNullWhen(true)] ApprovalRegimes? other) => other is not null && Note == other.Note && Sequence.Same(regimes, other.regimes);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ApprovalRegimes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Note, Sequence.Hash(regimes));

    internal static ApprovalRegimes Create(ImmutableArray<ApprovalRegime> regimes, string? note, Problems problems)
    {
        RegimeChecker.CheckSet(regimes, problems);
        problems.ThrowIfAny();
        return new ApprovalRegimes(regimes, note);
    }
}
