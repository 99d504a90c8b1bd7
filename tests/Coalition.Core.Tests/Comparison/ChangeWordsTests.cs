using Coalition.Approvals;
using Coalition.Comparison;
using Coalition.Requirements;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Comparison;

/// <summary>Changes in words that say which and what.</summary>
public class ChangeWordsTests
{
    [Fact]
    public void Act_OfOneOfTwoBodies_NamesTheBody()
    {
        CoalitionModel Of(params ApprovalAct[] acts) => CoalitionModel.Create(Given.Draft with
        {
            Approvals =
            [
                Given.Approval("fr-both", Given.FR, ApprovalProcedure.PriorApproval, [new ApprovalAct.Submitted { On = Given.Day("2026-01-02") }, .. acts]) with
                {
                    Decisions = [new Decision { Body = "Lower house" }, new Decision { Body = "Upper\nhouse" }],
                },
            ],
        });

        var comparison = CoalitionComparison.Between(
            Of(),
            Of(
                new ApprovalAct.Approved { On = Given.Day("2026-01-06"), Body = "Lower house" },
                new ApprovalAct.Approved { On = Given.Day("2026-01-06"), Body = "Upper\nhouse", Assumed = true }),
            Given.AsOf);

        Assert.Equal(
            [
                "the act 'approved' of 'fr-both' by 'Lower house' on 2026-01-06 is added",
                "the act 'approved' of 'fr-both' by 'Upper\\u000ahouse' on 2026-01-06, assumed, is added",
            ],
            comparison.Changes.Select(c => c.ToString()));
    }

    [Fact]
    public void Property_IsCalledWhatAReaderCallsIt_AndNamedAsTheFileSpellsIt()
    {
        var before = CoalitionModel.Create(Given.Draft with
        {
            Approvals = [Given.Approval("gb-commons", Given.GB, ApprovalProcedure.PriorApproval)],
            Pledges = [Given.Pledge("fr-land", Given.FR, 5)],
            Guarantees = [Given.Guarantee("force", ("s", Given.Total("land", 5)))],
        });
        var guarantee = before.Guarantees[0];
        var after = CoalitionModel.Create(before.Draft with
        {
            AsOf = Given.AsOf.PlusDays(1),
            Approvals = [before.Approvals[0] with { Due = Given.Day("2026-02-01") }],
            Pledges = [before.Pledges[0] with { From = Given.Day("2026-01-02"), Until = Given.Day("2026-03-31") }],
            Guarantees = [guarantee with { Standards = [guarantee.Standards[0] with { Requires = new Requirement.Contributors(PledgeFilter.All, 1) }] }],
        });

        var comparison = CoalitionComparison.Between(before, after, Given.AsOf, knownAsOf: Given.AsOf);

        Assert.Equal(
            [
                "the as-of date of the model changes: from 2026-01-10 to 2026-01-11",
                "the due date of 'gb-commons' changes: from nothing to 2026-02-01",
                "the first day of 'fr-land' changes: from nothing to 2026-01-02",
                "the last day of 'fr-land' changes: from nothing to 2026-03-31",
                $"the requirement of 's' of 'force' changes: from {before.Guarantees[0].Standards[0].Requires} to {after.Guarantees[0].Standards[0].Requires}",
            ],
            comparison.Changes.Select(c => c.ToString()));
        Assert.Equal(["asOf", "due", "from", "until", "requires"], comparison.Changes.Select(c => c.Aspect));
    }
}
