using Coalition.Approvals;
using NodaTime;

namespace Coalition.AotSmoke;

/// <summary>Parliaments: states, mandates and deadlines under the law of a procedure.</summary>
internal static class ApprovalCalls
{
    internal static void Run(Checks checks)
    {
        var begun = new LocalDate(2026, 2, 2);
        var executive = new ParliamentaryApproval
        {
            Id = "fr-vote",
            Nation = Example.France,
            Procedure = ApprovalProcedure.ExPostApproval,
            InformWithin = LegalPeriod.Parse("P3D"),
            DecideWithin = LegalPeriod.Parse("P4M"),
            Acts = [new ApprovalAct.Begun { On = begun }],
        };
        var model = CoalitionModel.Create(Example.Draft with { Approvals = [executive] });

        checks.Equal("acting without consent", model.ApprovalState("fr-vote", begun).Name);
        checks.Equal("overdue", model.ApprovalState("fr-vote", begun.PlusDays(10)).Name);
        checks.Equal(true, model.ApprovalState("fr-vote", begun).MandateOn(begun) is null);
        checks.Equal("None", model.MandateState("fr-vote", begun)?.GetType().Name ?? "None");
        checks.List("Information 2026-02-05, Consent 2026-06-02", model.Deadlines("fr-vote", begun).Select(d => $"{d.Kind} {d.LastDay:uuuu-MM-dd}"));
    }
}
