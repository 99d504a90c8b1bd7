using System.Collections;
using Coalition.Approvals;

namespace Coalition.AotSmoke;

/// <summary>The catalogue of approval regimes.</summary>
internal static class RegimeCalls
{
    internal static void Run(Checks checks)
    {
        var catalogue = ApprovalRegimes.Catalogue;
        var france = catalogue.Find(Example.France)!;
        var operation = new Operation
        {
            Frame = OrganisationalFrame.AdHocCoalition,
            IsArmed = true,
            Headcount = 1_000,
            Zone = Zone.Rear,
            HasUnMandate = false,
            HasTreatyBasis = false,
            IsUrgent = false,
        };

        var citing = Example.Draft.Approvals[0] with { Law = "fr-intervention" };
        var model = CoalitionModel.Create(Example.Draft with { Approvals = [citing] });

        checks.Equal(34, catalogue.Count);
        checks.Equal("France", catalogue[Example.France].Name);
        checks.Equal("fr-intervention", catalogue.FindRule("fr-intervention")?.Id);
        var answer = catalogue.ProcedureFor(Example.France, operation, Example.Day);
        checks.Equal(true, answer == france.ProcedureFor(operation, Example.Day));
        checks.List("ExPostApproval", ((ProcedureAnswer.Applies)answer).ToApprovals("fr").Select(a => a.Procedure));
        checks.Equal(34, catalogue.With(ApprovalRegimes.Create([france], note: "One")).Count);
        checks.Equal(true, catalogue.Disagreements(model).Length > 0);

        using var nations = catalogue.GetEnumerator();
        checks.Equal(true, nations.MoveNext());
        checks.Equal(34, ((IEnumerable)catalogue).Cast<ApprovalRegime>().Count());
        checks.Equal(true, OperationPredicate.Any == new OperationPredicate());
    }
}
