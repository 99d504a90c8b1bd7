using Coalition.Approvals;
using NodaTime;

namespace Coalition.AotSmoke;

/// <summary>The model: making it, looking entries up, and recording what happens.</summary>
internal static class ModelCalls
{
    internal static void Run(Checks checks)
    {
        var model = CoalitionModel.Create(Example.Draft);
        LookUp(checks, model);
        Record(checks, model);
        Refuse(checks);
    }

    private static void LookUp(Checks checks, CoalitionModel model)
    {
        checks.Equal("Made up", model.GetSource("example").Title);
        checks.Equal(SupportFamily.Forces, model.GetSupportType("land").Family);
        checks.Equal("France", model.GetNation(Example.France).Name);
        checks.Equal("Ceasefire in force", model.GetCircumstance("ceasefire").Title);
        checks.Equal(ApprovalProcedure.PriorApproval, model.GetApproval("fr-vote").Procedure);
        checks.Equal("land", model.GetPledge("fr-land").Support);
        checks.Equal(GuaranteePillar.MultinationalForce, model.GetGuarantee("force").Pillar);
        checks.Equal(PledgeStage.Firm, model.StageOf("fr-land", Example.Day));
        checks.Equal("unknown", model.CircumstanceState("ceasefire", Example.Day).Name);
        checks.Equal("not requested", model.ApprovalState("fr-vote", Example.Day).Name);
    }

    private static void Record(Checks checks, CoalitionModel before)
    {
        var day = new LocalDate(2026, 4, 1);
        var after = before.WithAsOf(day)
            .AddSource(new Source { Id = "press", Label = SourceLabel.Illustrative, Title = "Made up" })
            .AddEvent("ceasefire", new CircumstanceEvent { On = day, Change = CircumstanceChange.Occurred })
            .AddAct("fr-vote", new ApprovalAct.Submitted { On = Example.Day })
            .AddAct("fr-vote", new ApprovalAct.Approved { On = day, Mandate = new Mandate { Until = day.PlusMonths(6) } })
            .AddClaim("fr-land", new Claim(900, 1200) { Source = "press" })
            .AddStage("fr-land", new StageChange { On = day, Stage = PledgeStage.Deployed })
            .AddPledge(new Pledge { Id = "fr-air", Nation = Example.France, Support = "air", Stage = PledgeStage.Firm });

        checks.Equal("occurred", after.CircumstanceState("ceasefire", day).Name);
        checks.Equal("approved", after.ApprovalState("fr-vote", day).Name);
        checks.Equal(day.PlusMonths(6), after.ApprovalState("fr-vote", day).MandateOn(day)?.Until);
        checks.Equal("Active", after.MandateState("fr-vote", day)?.GetType().Name);
        checks.List("Mandate 2026-10-01", after.Deadlines("fr-vote", day).Select(d => $"{d.Kind} {d.LastDay:uuuu-MM-dd}"));
        checks.Equal(PledgeStage.Deployed, after.StageOf("fr-land", day));
        checks.Equal(PledgeStage.Withdrawn, after.Withdraw(Example.France, day).StageOf("fr-air", day));
        checks.Equal(false, before.Equals(after));
        checks.Equal(true, before.Equals(CoalitionModel.Create(Example.Draft, CoalitionLimits.Default)));
    }

    private static void Refuse(Checks checks)
    {
        try
        {
            CoalitionModel.Create(Example.Draft with { Approvals = [], Circumstances = [], Nations = [] });
            checks.Equal("an exception", "none");
        }
        catch (CoalitionModelException exception)
        {
            checks.Equal(true, exception.Problems.Length > 1);
        }
    }
}
