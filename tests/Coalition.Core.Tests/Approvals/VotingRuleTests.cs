using Coalition.Approvals;

namespace Coalition.Tests.Approvals;

public class VotingRuleTests
{
    private const string Expected =
        "a rule such as 'more than 1/2 of cast', 'at least 2/3 of members' or 'more than 1/2 of present, quorum 1/3 of members'";

    public static TheoryData<string> Written =>
    [
        "more than 1/2 of cast", "at least 1/2 of cast", "more than 1/2 of present", "at least 2/3 of members", "at least 1/1 of members",
        "more than 999/1000 of cast", "more than 1/2 of present, quorum 1/3 of members", "at least 3/5 of cast, quorum 1/1 of members",
    ];

    [Theory]
    [MemberData(nameof(Written))]
    public void Parse_WhatToStringWrites_GivesTheRule(string text)
    {
        var rule = VotingRule.Parse(text);

        Assert.Equal(text, rule.ToString());
        Assert.Equal(rule, new VotingRule(rule.Comparison, rule.Needed.Numerator, rule.Needed.Denominator, rule.Of, rule.Quorum));
    }

    [Fact]
    public void Parse_QuorumAndShare_PutWhereTheyBelong()
    {
        var rule = VotingRule.Parse("at least 3/5 of present, quorum 1/4 of members");

        Assert.Equal(VoteComparison.AtLeast, rule.Comparison);
        Assert.Equal(new Share(3, 5), rule.Needed);
        Assert.Equal(VoteBase.Present, rule.Of);
        Assert.Equal(new Share(1, 4), rule.Quorum);
    }

    [Theory]
    [InlineData("")]
    [InlineData("more")]
    [InlineData("more than")]
    [InlineData("more than half of cast")]
    [InlineData("More than 1/2 of cast")]
    [InlineData("at most 1/2 of cast")]
    [InlineData("more than 1/2 of votes")]
    [InlineData("more than 1/2 of")]
    [InlineData("more than 1/2 cast")]
    [InlineData("more than 1/2 of cast ")]
    [InlineData("more than 1/2  of cast")]
    [InlineData("more than 1/1 of cast")]
    [InlineData("more than 0/2 of cast")]
    [InlineData("more than 3/2 of cast")]
    [InlineData("more than 1/2 of cast,")]
    [InlineData("more than 1/2 of cast, quorum 1/3")]
    [InlineData("more than 1/2 of cast, quorum 1/3 of present")]
    [InlineData("more than 1/2 of cast, quorum 0/3 of members")]
    [InlineData("more than 1/2 of cast quorum 1/3 of members")]
    [InlineData("more than 1/2 of cast, quorum 1/3 of members, please")]
    public void Parse_NoRule_Refused(string text)
    {
        Assert.False(VotingRule.TryParse(text, out var rule));
        Assert.Null(rule);
        Assert.Equal($"'{text}' is not a voting rule: expected {Expected}.", Assert.Throws<FormatException>(() => VotingRule.Parse(text)).Message);
    }

    [Fact]
    public void Parse_LongText_RefusedAndClipped()
    {
        Assert.Equal(
            $"'{new string('x', 100)}…' is not a voting rule: expected {Expected}.",
            Assert.Throws<FormatException>(() => VotingRule.Parse(new string('x', 1_000_000))).Message);
        Assert.False(VotingRule.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>("s", () => VotingRule.Parse(null!));
    }

    [Theory]
    [InlineData("more than 1/2 of cast", 0, 1)]
    [InlineData("more than 1/2 of cast", 1, 1)]
    [InlineData("more than 1/2 of cast", 2, 2)]
    [InlineData("more than 1/2 of cast", 533, 267)]
    [InlineData("more than 1/2 of cast", 534, 268)]
    [InlineData("at least 1/2 of cast", 0, 1)]
    [InlineData("at least 1/2 of cast", 533, 267)]
    [InlineData("at least 1/2 of cast", 534, 267)]
    [InlineData("at least 2/3 of members", 3, 2)]
    [InlineData("at least 2/3 of members", 150, 100)]
    [InlineData("at least 2/3 of members", 151, 101)]
    [InlineData("at least 2/3 of members", 152, 102)]
    [InlineData("more than 2/3 of members", 150, 101)]
    [InlineData("at least 1/1 of members", 450, 450)]
    [InlineData("more than 999/1000 of cast", 1000, 1000)]
    [InlineData("more than 999/1000 of cast", long.MaxValue, 9214148664817921032)]
    public void VotesNeeded_AtTheEdges_IsTheFewest(string rule, long total, long needed)
    {
        Assert.Equal(needed, VotingRule.Parse(rule).VotesNeeded(total));
    }

    [Fact]
    public void VotesNeeded_AgainstEveryCountOfASmallBody_SameAsTheDefinition()
    {
        for (var denominator = 1; denominator <= 6; denominator++)
        {
            for (var numerator = 1; numerator <= denominator; numerator++)
            {
                for (var total = 1; total <= 60; total++)
                {
                    var atLeast = Enumerable.Range(1, total).First(v => v * denominator >= total * numerator);
                    Assert.Equal(atLeast, new VotingRule(VoteComparison.AtLeast, numerator, denominator, VoteBase.Cast).VotesNeeded(total));
                    if (numerator < denominator)
                    {
                        var moreThan = Enumerable.Range(1, total).First(v => v * denominator > total * numerator);
                        Assert.Equal(moreThan, new VotingRule(VoteComparison.MoreThan, numerator, denominator, VoteBase.Cast).VotesNeeded(total));
                    }
                }
            }
        }
    }

    [Fact]
    public void VotesNeeded_NegativeTotal_Refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("total", () => VotingRule.SimpleMajority.VotesNeeded(-1));

    [Theory]
    [InlineData("more than 1/2 of cast", 5, 5, 0, false)]
    [InlineData("more than 1/2 of cast", 6, 5, 9, true)]
    [InlineData("at least 1/2 of cast", 5, 5, 0, true)]
    [InlineData("more than 1/2 of present", 6, 5, 1, false)]
    [InlineData("more than 1/2 of present", 7, 5, 1, true)]
    [InlineData("more than 1/2 of members", 10, 0, 0, false)]
    [InlineData("more than 1/2 of members", 11, 9, 0, true)]
    [InlineData("more than 1/2 of cast", 0, 0, 0, false)]
    [InlineData("at least 1/2 of cast", 0, 0, 3, false)]
    public void Carries_InABodyOfTwenty_AsTheRuleCounts(string rule, int yes, int no, int abstain, bool carries) =>
        Assert.Equal(carries, VotingRule.Parse(rule).Carries(new Tally(yes, no, abstain), 20));

    [Theory]
    [InlineData(5, 1, 0, false)]
    [InlineData(5, 1, 1, true)]
    [InlineData(3, 4, 0, false)]
    [InlineData(4, 3, 0, true)]
    public void Carries_WithAQuorum_CountsThosePresentInclusively(int yes, int no, int abstain, bool carries) =>
        Assert.Equal(carries, VotingRule.Parse("more than 1/2 of cast, quorum 1/3 of members").Carries(new Tally(yes, no, abstain), 21));

    [Fact]
    public void Carries_MembersNotKnown_DecidedOnlyWhereTheyDoNotMatter()
    {
        var tally = new Tally(10, 5);

        Assert.Null(VotingRule.Parse("more than 1/2 of members").Carries(tally, null));
        Assert.Null(VotingRule.Parse("more than 1/2 of cast, quorum 1/3 of members").Carries(tally, null));
        Assert.True(VotingRule.Parse("more than 1/2 of cast").Carries(tally, null));
        Assert.True(VotingRule.Parse("more than 1/2 of present").Carries(tally, null));
    }

    [Fact]
    public void Constructor_MoreThanAll_Refused() => Assert.Equal(
        "More than all can never be reached: expected 'at least 1/1', or a smaller share. (Parameter 'numerator')",
        Assert.Throws<ArgumentException>(() => new VotingRule(VoteComparison.MoreThan, 3, 3, VoteBase.Cast)).Message);

    [Fact]
    public void Constructor_NoMembersOfTheSets_Refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("comparison", () => new VotingRule((VoteComparison)2, 1, 2, VoteBase.Cast));
        Assert.Throws<ArgumentOutOfRangeException>("of", () => new VotingRule(VoteComparison.AtLeast, 1, 2, (VoteBase)3));
        Assert.Throws<ArgumentOutOfRangeException>("numerator", () => new VotingRule(VoteComparison.AtLeast, 0, 2, VoteBase.Cast));
        var thrown = Assert.Throws<ArgumentOutOfRangeException>("quorum", () => new VotingRule(VoteComparison.AtLeast, 1, 2, VoteBase.Cast, default(Share)));
        Assert.StartsWith("Expected a share above 0.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SimpleMajority_MoreThanHalfOfTheVotesCast() => Assert.Equal("more than 1/2 of cast", VotingRule.SimpleMajority.ToString());

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Carries_QuorumOfTwoThirdsOfNine_FromSixPresent(int yes, bool carries) =>
        Assert.Equal(carries, VotingRule.Parse("more than 1/2 of cast, quorum 2/3 of members").Carries(new Tally(yes, 0), 9));

    [Fact]
    public void Carries_OfNoTally_Refused() => Assert.Throws<ArgumentNullException>("tally", () => VotingRule.SimpleMajority.Carries(null!, 9));
}
