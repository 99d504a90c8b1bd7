using System.Collections.Immutable;
using System.Globalization;
using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Comparison;

/// <summary>The parts of entries in words. Invariant.</summary>
internal static class PartWords
{
    internal static string Of(Claim claim) => Joined([
        Figure(claim), Published(claim.Published), Source(claim.Source), Note(claim.Note)]);

    internal static string Of(CircumstanceEvent change) => Fact(FormatNames.Of(change.Change), change);

    internal static string Of(StageChange change) => Fact(FormatNames.Of(change.Stage), change);

    internal static string Of(ApprovalAct act) => act switch
    {
        ApprovalAct.Submitted { Mandate: { } mandate } => Fact(act.Name, act, $"asking for a mandate {Of(mandate)}"),
        ApprovalAct.Scheduled { VoteOn: { } voteOn } => Fact(act.Name, act, $"for {IsoDate.Format(voteOn)}"),
        ApprovalAct.Approved approved => Fact(
            act.Name, act, By(approved.Body), approved.Tally?.ToString(), approved.Overrides ? "overriding" : null,
            approved.Mandate is { } given ? $"with a mandate {Of(given)}" : null),
        ApprovalAct.Rejected rejected => Fact(act.Name, act, By(rejected.Body), rejected.Tally?.ToString(), rejected.Overrides ? "overriding" : null),
        ApprovalAct.Annulled annulled => Fact(act.Name, act, By(annulled.Body), annulled.Tally?.ToString()),
        ApprovalAct.Extended extended => Fact(act.Name, act, $"until {IsoDate.Format(extended.Until)}"),
        _ => Fact(act.Name, act),
    };

    internal static string Of(Mandate mandate) => Joined([
        mandate.From is { } from ? $"from {IsoDate.Format(from)}" : null,
        mandate.Until is { } until ? $"until {IsoDate.Format(until)}" : null,
        mandate.ExtendableUntil is { } extendable ? $"extendable until {IsoDate.Format(extendable)}" : null,
        .. mandate.Ceilings.Select(c => c.Support is { } support ? $"at most {Figure(c.AtMost)} of {support}" : $"at most {Figure(c.AtMost)} in total"),
        mandate.ExcludesReliefOverlap ? "without those being relieved" : null,
        mandate.Zones.IsEmpty ? null : $"in {Or(mandate.Zones.Select(FormatNames.Of))}",
        mandate.Support.IsEmpty ? null : $"for {Or(mandate.Support)}",
        .. mandate.Caveats.Select(c => $"with the caveat '{c}'"),
        mandate.Condition is { } condition ? $"under the condition: {condition}" : null]) is { Length: > 0 } words ? words : "without limit";

    internal static string Of(Decision decision) => Joined([
        decision.Body,
        decision.Members is { } members ? $"{Figure(members)} members" : null,
        decision.Rule is { } rule ? $"by {rule}" : null,
        decision.Override is { } word ? $"alone by {word}" : null,
        .. decision.Parties.Select(Of)]);

    internal static string Of(Readiness readiness) => $"{readiness.Notice} after '{readiness.From}'";

    internal static string List(IEnumerable<string> words) => string.Join(", ", words);

    internal static string? Of(LocalDate? day) => day is { } stated ? IsoDate.Format(stated) : null;

    /// <summary>What a sentence calls a dated fact, such as <c>the act 'approved' of 'gb-commons' on 2026-02-03</c>.</summary>
    internal static string Named(string noun, string name, string whose, DatedFact fact, string? body = null) =>
        $"the {noun} '{name}' of {whose}{(body is null ? "" : $" by '{Guard.OneLine(Guard.Clip(body))}'")} on {IsoDate.Format(fact.On)}{(fact.Assumed ? ", assumed," : "")}";

    /// <summary>The figure that a claim gives.</summary>
    internal static string Figure(Claim claim) => claim switch
    {
        { Lower: { } lower, Upper: { } upper } when lower != upper => $"{Figure(lower)} to {Figure(upper)}",
        { Lower: { } lower } => Figure(lower),
        { Upper: { } upper } => $"up to {Figure(upper)}",
        _ => "no figure",
    };

    /// <summary>A whole number with its thousands told apart.</summary>
    internal static string Figure(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Of(Party party) => string.Create(
        CultureInfo.InvariantCulture,
        $"{party.Name} with {party.Seats}{(party.Consent is { } consent ? $" consenting with probability {consent}" : "")}{(party.Source is { } source ? $", source '{source}'" : "")}");

    private static string Fact(string name, DatedFact fact, params ReadOnlySpan<string?> details) => Joined([
        $"{name} on {IsoDate.Format(fact.On)}", .. details, fact.Assumed ? "assumed" : null, Published(fact.Published), Source(fact.Source), Note(fact.Note)]);

    private static string? By(string? body) => body is null ? null : $"by {body}";

    private static string? Source(string? source) => source is null ? null : $"source '{source}'";

    private static string? Published(PublicationDate? published) => published is { } date ? $"published {date}" : null;

    private static string? Note(string? note) => note is null ? null : $"with the note '{note}'";

    private static string Or(IEnumerable<string> words) => string.Join(" or ", words);

    private static string Joined(ImmutableArray<string?> parts) => string.Join(", ", parts.Where(p => p is not null));
}
