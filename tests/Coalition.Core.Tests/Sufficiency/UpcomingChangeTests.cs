using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Sufficiency;

public class UpcomingChangeTests
{
    private const string Model = """
        "approvals": {
          "fr": {
            "nation": "FR", "procedure": "priorApproval",
            "acts": [
              { "act": "submitted", "on": "2026-01-02", "mandate": { "until": "2026-03-31" } },
              { "act": "approved", "on": "2026-01-05" }
            ]
          },
          "de": {
            "nation": "DE", "procedure": "tacitApproval", "silence": "P7D", "acts": [{ "act": "submitted", "on": "2026-01-09" }]
          },
          "gb": { "nation": "GB", "procedure": "priorApproval", "due": "2026-02-01" }
        },
        "pledges": {
          "p": { "nation": "FR", "support": "land", "stage": "firm", "from": "2026-04-01", "until": "2026-04-30", "needs": ["fr"] },
          "q": { "nation": "DE", "support": "land", "stage": "firm", "needs": ["de"] },
          "r": { "nation": "GB", "support": "land", "stage": "firm", "needs": ["gb"] }
        },
        "guarantees": {
          "g": {
            "pillar": "other", "beneficiary": "UA", "from": "2026-02-01", "until": "2026-05-31",
            "standards": { "s": { "requires": { "total": "land", "atLeast": 1 } } }
          }
        }
        """;

    [Theory]
    [InlineData("FR: the mandate of 'fr' ends on 2026-03-31")]
    [InlineData("GB: the decision of 'gb' is due by 2026-02-01")]
    [InlineData("DE: silence up to 2026-01-16 gives the consent of 'de'")]
    [InlineData("FR: the period of 'p' begins on 2026-04-01")]
    [InlineData("FR: the period of 'p' ends on 2026-04-30")]
    [InlineData(": the term of 'g' begins on 2026-02-01")]
    [InlineData(": the term of 'g' ends on 2026-05-31")]
    public void What_OfEachKind_SaysItBeforehandWithoutTheNotice(string expected) =>
        Assert.Contains(expected, Timeline().NextChanges(Given.AsOf).Select(c => $"{c.Change.Nation}: {c.What}"));

    [Fact]
    public void ToString_IsWhatComesAndTheNotice() => Assert.All(
        Timeline().NextChanges(Given.AsOf),
        c => Assert.Equal($"{c.What}: {c.DaysOfNotice} {(c.DaysOfNotice == 1 ? "day's" : "days'")} notice", c.ToString()));

    private static SufficiencyTimeline Timeline() =>
        SufficiencyTimeline.Over(Given.Model(Model), Given.AsOf, new NodaTime.LocalDate(2026, 12, 31));
}
