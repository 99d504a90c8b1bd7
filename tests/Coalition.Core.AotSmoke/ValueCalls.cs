using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.AotSmoke;

/// <summary>The scalars, their texts, and the builders of requirements.</summary>
internal static class ValueCalls
{
    internal static void Run(Checks checks)
    {
        Nations(checks);
        Units(checks);
        Dates(checks);
        Rules(checks);
        Matters(checks);
        Requirements(checks);
    }

    private static void Nations(Checks checks)
    {
        checks.Equal("FR", new NationCode("FR"));
        checks.Equal("FR", NationCode.Parse("FR"));
        checks.Equal("FR", NationCode.Parse("FR".AsSpan()));
        checks.Equal("GB", NationCode.TryParse("GB", out var code) ? code : null);
        checks.Equal("GB", NationCode.TryParse("GB".AsSpan(), out var fromSpan) ? fromSpan : null);
        checks.Equal(true, Zone.Rear.IsOnHostTerritory());
    }

    private static void Units(Checks checks)
    {
        checks.List(
            "personnel, brigades, batteries, sorties-per-day, trainees-per-year, EUR, measures, commitments",
            [Unit.Personnel, Unit.Brigades, Unit.Batteries, Unit.SortiesPerDay, Unit.TraineesPerYear, Unit.Euro, Unit.Measures, Unit.Commitments]);
        checks.Equal(true, Unit.WellKnown.Contains(Unit.Personnel));
        checks.Equal("EUR", Unit.Parse("EUR"));
        checks.Equal("EUR", Unit.Parse("EUR".AsSpan()));
        checks.Equal("EUR", Unit.TryParse("EUR", out var unit) ? unit : null);
        checks.Equal("EUR", Unit.TryParse("EUR".AsSpan(), out var fromSpan) ? fromSpan : null);
        checks.Equal("13,500 personnel", new Quantity(13_500, Unit.Personnel));
        checks.Equal(true, SupportType.WellKnown.Contains(SupportType.Land));
    }

    private static void Dates(Checks checks)
    {
        checks.Equal("2026-03", PublicationDate.Parse("2026-03"));
        checks.Equal("2026-03-01", PublicationDate.Parse("2026-03-01".AsSpan()));
        checks.Equal("2026-03", PublicationDate.TryParse("2026-03", out var date) ? date : null);
        checks.Equal("2026-03", PublicationDate.TryParse("2026-03".AsSpan(), out var fromSpan) ? fromSpan : null);
        checks.Equal("P4M", LegalPeriod.Parse("P4M"));
        checks.Equal("2 sitting days", LegalPeriod.TryParse("2 sitting days", out var period) ? period : null);
        checks.Equal(new LocalDate(2026, 7, 1), LegalPeriod.Parse("P4M").LastDay(Example.Day, []));
    }

    private static void Rules(Checks checks)
    {
        checks.Equal("1/3", Share.Parse("1/3"));
        checks.Equal("1/3", Share.TryParse("1/3", out var share) ? share : null);
        checks.Equal("at least 2/3 of members", VotingRule.Parse("at least 2/3 of members"));
        checks.Equal("more than 1/2 of cast", VotingRule.TryParse("more than 1/2 of cast", out var rule) ? rule : null);
        checks.Equal(51, VotingRule.SimpleMajority.VotesNeeded(100));
        checks.Equal(true, VotingRule.SimpleMajority.Carries(new Tally(51, 49), 650));
        checks.Equal("2/3", new Rational(4, 6));
        checks.Equal(true, new Rational(1, 2).CompareTo(new Rational(2, 3)) < 0);
        checks.Equal(110, Mandate.Unlimited.CountTowardsCeiling(110, 10));
        checks.Equal(true, ApprovalProcedure.PriorApproval.VoteBinds());
    }

    private static void Matters(Checks checks)
    {
        checks.Equal("approval:gb-commons", OpenMatter.Parse("approval:gb-commons"));
        checks.Equal("amount:fr-land", OpenMatter.TryParse("amount:fr-land", out var matter) ? matter : null);
        checks.Equal("nation:FR", FunctionVariable.Parse("nation:FR"));
        checks.Equal("waiver:FR", FunctionVariable.TryParse("waiver:FR", out var variable) ? variable : null);
        checks.Equal("$.a: found 1; expected 2.", new ModelProblem("$.a", "1", "2"));
        checks.Equal(true, CoalitionLimits.Default.MaxDepth > 0);
        checks.Equal(true, AnalysisBudget.Default.Nodes > 0);
    }

    private static void Requirements(Checks checks)
    {
        var land = PledgeFilter.ForSupport("land");
        Requirement total = new Requirement.Total(land, 7000, perNationCap: 5000);
        Requirement contributors = new Requirement.Contributors(PledgeFilter.All, 3);
        Requirement either = new Requirement.AnyOf(total, contributors);
        Requirement every = new Requirement.AllOf(
            new Requirement.Always(), new Requirement.Holds("ceasefire"), new Requirement.Contributes(Example.France, land), new Requirement.Met("force", "thousand"));

        checks.Equal(2, new Requirement.AtLeast(2, either, every, total).Count);
        checks.Equal(true, total == new Requirement.Total(land, 7000, perNationCap: 5000));
        checks.Equal("at least 7,000 of land, at most 5,000 from each nation or at least 3 nations contribute anything", either);
        checks.Equal("always and 'ceasefire' holds and FR contributes land and 'force' is met by 'thousand'", every);
    }
}
