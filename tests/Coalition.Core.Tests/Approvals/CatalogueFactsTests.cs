using System.Text.Json;
using Coalition.Approvals;

namespace Coalition.Tests.Approvals;

/// <summary>The catalogue says what the researched facts say, row by row and unchanged. What is blank or null there is left out.</summary>
public class CatalogueFactsTests
{
    private static readonly JsonDocument Facts = JsonDocument.Parse(Repository.Bytes("tests", "Coalition.Core.Tests", "Data", "approval-regimes.json"));

    public static TheoryData<string> Nations => [.. Facts.RootElement.EnumerateArray().Select(r => r.GetProperty("iso2").GetString()!)];

    [Fact]
    public void Catalogue_States_ThoseOfTheFactsInTheirOrder()
    {
        Assert.Equal(Facts.RootElement.EnumerateArray().Select(r => Text(r, "iso2")), ApprovalRegimes.Catalogue.Select(r => r.Nation.Value));
        Assert.StartsWith("A research aid, not legal advice.", ApprovalRegimes.Catalogue.Note, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Nations))]
    public void Regime_WhatTheFactsGiveInWords_Unchanged(string nation)
    {
        var (fact, regime) = Row(nation);

        Assert.Equal(
            (Text(fact, "country"), Text(fact, "regimeKind"), Text(fact, "legalBasis"), Text(fact, "threshold"), Text(fact, "bindingness")),
            (regime.Name, regime.Kind, regime.LegalBasis, regime.Threshold, regime.Bindingness));
        Assert.Equal(
            (Text(fact, "externalMandateRequired"), Text(fact, "mandatePractice"), Text(fact, "revocation"), Text(fact, "sourceKind")),
            (regime.ExternalMandate, regime.MandatePractice, regime.Revocation, regime.SourceKind));
        Assert.Equal(Items(fact, "exceptions").Select(e => e.GetString()), regime.Exceptions);
        Assert.Equal(Items(fact, "sources").Select(e => e.GetString()), regime.Sources);
        Assert.Equal(
            (Text(fact.GetProperty("mnfuReading"), "label"), Text(fact.GetProperty("mnfuReading"), "text")), (regime.Reading!.Label, regime.Reading.Text));
        var confidence = fact.GetProperty("confidence");
        Assert.Equal(
            (Text(confidence, "basis"), Text(confidence, "level"), Text(confidence, "verify")),
            (regime.Confidence.Basis, regime.Confidence.Level, regime.Confidence.Verify));
    }

    [Theory]
    [MemberData(nameof(Nations))]
    public void Regime_ChambersActorsAndDeadlines_Unchanged(string nation)
    {
        var (fact, regime) = Row(nation);

        Assert.Equal(
            Items(fact, "chambers").Select(c => (Text(c, "name"), (int?)c.GetProperty("seats").GetInt32(), Text(c, "role"))),
            regime.Chambers.Select(c => ((string?)c.Name, c.Seats, c.Role)));
        Assert.Equal(
            Items(fact, "otherVetoActors").Select(a => (Text(a, "actor"), Text(a, "rule"))), regime.Actors.Select(a => ((string?)a.Actor, (string?)a.Rule)));
        Assert.Equal(
            Items(fact, "deadlines").Select(d => (Text(d, "what"), Text(d, "period"), Text(d, "countedFrom"), Text(d, "unit"), Text(d, "note"))),
            regime.Deadlines.Select(d => ((string?)d.What, d.Period, (string?)d.CountedFrom, d.Unit, d.Note)));
    }

    // The facts give Croatia's one procedure as two rows, by what the President says.
    [Theory]
    [MemberData(nameof(Nations))]
    public void Rules_EachProcedureOfTheFacts_HasOneWithItsWordsKindNoteAndDate(string nation)
    {
        var (fact, regime) = Row(nation);

        Assert.All(Items(fact, "procedures"), procedure => Assert.Contains(
            regime.Rules,
            rule => rule.InWords.Contains(Text(procedure, "when")!, StringComparison.Ordinal) && rule.Kind == Text(procedure, "kind")
                && (Text(procedure, "note") is not { } note || rule.Note?.Contains(note, StringComparison.Ordinal) == true)
                && (Text(procedure, "validFrom") is not { } from || rule.From == Fixtures.Given.Day(from))));
        Assert.All(regime.Rules.Where(r => r.Kind is not null), rule => Assert.Contains(
            Items(fact, "procedures"), procedure => rule.InWords.Contains(Text(procedure, "when")!, StringComparison.Ordinal) && rule.Kind == Text(procedure, "kind")));
    }

    // A rule that is no procedure of the facts stands on their exceptions, on the mandate from outside, or on the legal basis.
    [Theory]
    [MemberData(nameof(Nations))]
    public void Rules_WithoutAKind_HaveTheirWordsFromTheRow(string nation)
    {
        var (fact, regime) = Row(nation);
        string[] words = [.. Items(fact, "exceptions").Select(e => e.GetString()!), Text(fact, "externalMandateRequired") ?? "", Text(fact, "legalBasis")!];

        Assert.All(regime.Rules.Where(r => r.Kind is null), rule => Assert.Contains(words, w => w.Contains(rule.InWords, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Nations))]
    public void Rules_Dates_OnlyThoseThatTheFactsState(string nation)
    {
        var (fact, regime) = Row(nation);

        Assert.All(regime.Rules, rule =>
        {
            Assert.Null(rule.Until);
            Assert.True(rule.From is not { } from || Items(fact, "procedures").Any(p => Text(p, "validFrom") == Coalition.Internal.IsoDate.Format(from)));
        });
    }

    // Austria's seats are those of the plenary, where a committee decides.
    [Theory]
    [MemberData(nameof(Nations))]
    public void Steps_BodiesThatAreChambers_HaveTheirSeats(string nation)
    {
        var (fact, regime) = Row(nation);
        var seats = Items(fact, "chambers").ToDictionary(c => Text(c, "name")!, c => c.GetProperty("seats").GetInt32());

        Assert.All(regime.Rules.SelectMany(r => r.Steps).SelectMany(s => s.Bodies), body => Assert.Equal(
            nation != "AT" && seats.TryGetValue(body.Body, out var known) ? known : null, body.Members));
    }

    [Theory]
    [MemberData(nameof(Nations))]
    public void Steps_MajorityOfAnOrdinaryRule_IsTheThreshold(string nation)
    {
        var (fact, regime) = Row(nation);
        var expected = Text(fact, "threshold") switch
        {
            "SimpleMajorityOfVotesCast" => "more than 1/2 of cast",
            "AbsoluteMajorityOfMembers" or "MajorityDependsOnPresident" => "more than 1/2 of members",
            "AbsoluteMajorityOfPresent" => "more than 1/2 of present",
            _ => null,
        };

        // Advice and consent to a treaty has a majority of its own.
        Assert.All(
            regime.Rules.Where(r => r.Id != "us-treaty").SelectMany(r => r.Steps).SelectMany(s => s.Bodies).Where(b => b.Rule is not null),
            body => Assert.Equal(expected, body.Rule!.ToString()));
    }

    // Hours are taken as days; sitting days are not calendar days.
    [Theory]
    [MemberData(nameof(Nations))]
    public void Steps_TimesAndCaps_AreTimesOfTheFacts(string nation)
    {
        var (fact, regime) = Row(nation);
        string[] times = [.. Items(fact, "deadlines").Where(d => Text(d, "period") is not null)
            .Select(d => Text(d, "unit") == "sitting" ? $"{Text(d, "period")![1..^1]} sitting days" : Text(d, "period") == "PT48H" ? "P2D" : Text(d, "period")!)];

        Assert.All(
            regime.Rules.SelectMany(r => r.Steps).SelectMany(s => new[] { s.Within, s.Silence, s.ProvisionalExtension }).OfType<LegalPeriod>(),
            time => Assert.Contains(time.ToString(), times));
        foreach (var procedure in Items(fact, "procedures").Where(p => p.TryGetProperty("cap", out _)))
        {
            var cap = procedure.GetProperty("cap");
            var steps = regime.Rules.Where(r => r.InWords == Text(procedure, "when")).SelectMany(r => r.Steps).ToList();
            foreach (var limit in cap.EnumerateObject())
            {
                Assert.Contains(limit.Value.ToString(), steps.Select(s => limit.Name switch
                {
                    "perOperation" => $"{s.CapHeadcount}",
                    "total" => $"{s.CapTotal}",
                    "duration" => $"{s.CapDuration}",
                    "withoutVote" => $"{s.CapHeadcount}",
                    var other => throw new NotSupportedException(other),
                }));
            }
        }
    }

    // Whoever trusts a rule knows whether its predicate, or the absence of one, is our reading.
    [Fact]
    public void Rules_WithAPredicate_AreLabelledAnInferenceOrInWords()
    {
        string[] stated = ["ro-treaty", "ro-no-treaty"];

        Assert.All(
            ApprovalRegimes.Catalogue.SelectMany(r => r.Rules).Where(r => r.When != OperationPredicate.Any && !stated.Contains(r.Id)),
            rule => Assert.True(rule.IsInference || rule.InWordsOnly, rule.Id));
    }

    // A note that says so, without the label, would be a reading that passes for a fact.
    [Fact]
    public void Rules_WhoseNotesTellOfAReading_AreLabelledAnInference()
    {
        string[] words = ["taken to be", "taken to need", "inferred", "is read as"];
        var read = ApprovalRegimes.Catalogue.SelectMany(r => r.Rules)
            .Where(r => r.Steps.Select(s => s.Note).Append(r.Note).Any(note => words.Any(w => note?.Contains(w, StringComparison.Ordinal) == true))).ToList();

        Assert.True(read.Count >= 15, $"{read.Count} rules");
        Assert.All(read, rule => Assert.True(rule.IsInference, rule.Id));
    }

    // What their predicates or outcomes add to the words of the facts.
    [Theory]
    [InlineData("fi-demanding")]
    [InlineData("ie-bill")]
    [InlineData("ee-framework")]
    public void Rules_FormalisedFromProse_AreLabelledAnInference(string id) => Assert.True(ApprovalRegimes.Catalogue.FindRule(id)!.IsInference);

    // What the reading or an exception of the row doubts about the rule, whoever asks by an operation sees beside the answer.
    [Theory]
    [InlineData("de-deployment", "neighbouring ally")]
    [InlineData("tr-forces", "Black Sea")]
    [InlineData("se-nato-short-notice", "serious harm to Swedish interests")]
    [InlineData("ro-no-treaty", "whether beside Parliament too they do not say")]
    public void Rules_ThatTheFactsDoubt_SaySo(string id, string doubt) =>
        Assert.Contains(doubt, ApprovalRegimes.Catalogue.FindRule(id)!.Note, StringComparison.Ordinal);

    private static (JsonElement Fact, ApprovalRegime Regime) Row(string nation) =>
        (Facts.RootElement.EnumerateArray().Single(r => Text(r, "iso2") == nation), ApprovalRegimes.Catalogue[new NationCode(nation)]);

    private static JsonElement[] Items(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray()];

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
}
