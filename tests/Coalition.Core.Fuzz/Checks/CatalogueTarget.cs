using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Json;
using NodaTime;
using static Coalition.Fuzz.BrokenRuleException;

namespace Coalition.Fuzz;

/// <summary>What holds of every regimes file and every outlook file that is read.</summary>
internal static class CatalogueTarget
{
    private static readonly AnalysisBudget Budget = new() { Nodes = 5_000 };

    private static readonly LocalDate[] Days = [new(1, 1, 1), new(2020, 2, 29), new(2026, 3, 1), new(9999, 12, 31)];

    // What the probabilities and remedies of an outlook are put to: one of each kind of open matter, two nations, two parties.
    private static readonly CoalitionModel Asked = CoalitionJson.Read(
        """
        {
          "format": "coalition/1", "asOf": "2026-03-01",
          "nations": { "FR": { "name": "France" }, "GB": { "name": "United Kingdom" }, "UA": { "name": "Ukraine", "roles": ["host"] } },
          "circumstances": { "ceasefire": { "title": "Ceasefire in force" } },
          "approvals": {
            "a": {
              "nation": "FR", "procedure": "priorApproval",
              "decisions": [{ "body": "Senate", "members": 5, "needs": "more than 1/2 of members", "parties": [{ "party": "Left", "seats": 3 }, { "party": "Right", "seats": 2, "consent": 0.5 }] }]
            }
          },
          "pledges": {
            "fr-land": { "nation": "FR", "support": "land", "stage": "offered", "needs": ["a"], "amount": [{ "from": 1, "to": 3 }] },
            "gb-land": { "nation": "GB", "support": "land", "stage": "firm", "amount": [{ "from": 3 }], "zone": "rear", "condition": { "contributes": "FR" } },
            "ua-land": { "nation": "UA", "support": "land", "stage": "firm", "amount": [{ "from": 2 }], "condition": { "holds": "ceasefire" } }
          },
          "guarantees": { "g": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": { "s": { "requires": { "total": "land", "atLeast": 5 } } } } }
        }
        """);

    private static readonly SufficiencyFunction Function =
        SufficiencyFunction.Compile(Asked, Asked.AsOf, "g", over: VariableKinds.OpenMatters | VariableKinds.Nations | VariableKinds.Parties, budget: Budget);

    /// <summary>Reads bytes as regimes and as an outlook, and puts questions to what is read.</summary>
    /// <returns>Whether they are one of the two.</returns>
    internal static bool Check(byte[] bytes)
    {
        // Both made ready with the first input, so that the branches that this takes are not put down to a later one.
        var (catalogue, function) = (ApprovalRegimes.Catalogue, Function);
        if (FileFormat.Regimes.Check(bytes) is { } regimes)
        {
            CheckRegimes(regimes, catalogue, EvaluateTarget.Sum(bytes));
            return true;
        }

        if (FileFormat.Outlook.Check(bytes) is { } outlook)
        {
            CheckLikelihood(outlook, function);
            CheckRemedies(outlook);
            return true;
        }

        return false;
    }

    private static void CheckRegimes(ApprovalRegimes regimes, ApprovalRegimes catalogue, int chance)
    {
        Operation[] operations = [new(), Stated(regimes, new Random(chance))];
        foreach (var regime in regimes)
        {
            foreach (var operation in operations)
            {
                var on = Days[chance % Days.Length];
                ThrowUnless(Equals(Answer(regime, operation, on), Answer(regime, operation, on)), "The same question has the same answer (P10).");
            }
        }

        try
        {
            ThrowUnless(catalogue.With(regimes).Count >= regimes.Count, "Added to the catalogue, none is lost.");
        }
        catch (CoalitionModelException)
        {
        }
    }

    private static Operation Stated(ApprovalRegimes regimes, Random random) => new()
    {
        Frame = random.GetItems(Enum.GetValues<OrganisationalFrame>(), 1)[0],
        HasUnMandate = random.Next(2) == 0,
        HasTreatyBasis = random.Next(2) == 0,
        IsArmed = random.Next(3) == 0 ? null : random.Next(2) == 0,
        Headcount = random.Next(3) == 0 ? null : random.Next(2_000),
        IsUrgent = random.Next(2) == 0,
        Support = random.Next(3) == 0 ? null : "land",
        Zone = random.GetItems(Enum.GetValues<Zone>(), 1)[0],
        Asserted = [.. regimes.SelectMany(r => r.Rules).Where(r => r.InWordsOnly && random.Next(2) == 0).Select(r => r.Id)],
    };

    // What is refused is an answer too.
    private static object Answer(ApprovalRegime regime, Operation operation, LocalDate on)
    {
        try
        {
            return regime.ProcedureFor(operation, on);
        }
        catch (Exception refusal) when (refusal is RegimeConflictException or RegimeOutOfDateException)
        {
            return refusal.Message;
        }
    }

    private static void CheckLikelihood(Outlook outlook, SufficiencyFunction function)
    {
        try
        {
            var likelihood = function.Likelihood(outlook);
            var sum = likelihood.Sufficient + likelihood.Deadlocked + likelihood.Insufficient;
            ThrowUnless(
                likelihood is { Sufficient: >= 0 and <= 1.000000001, Deadlocked: >= 0 and <= 1.000000001, Insufficient: >= 0 and <= 1.000000001 }
                    && Math.Abs(sum - 1) < 1e-9,
                $"Probabilities lie from 0 to 1 and add up: {sum:R}.");
        }
        catch (ArgumentException refusal) when (refusal.GetType() == typeof(ArgumentException))
        {
        }
        catch (AnalysisBudgetException)
        {
        }
    }

    private static void CheckRemedies(Outlook outlook)
    {
        try
        {
            var selections = Remedies.For(Asked, Asked.AsOf, "g", outlook, budget: Budget);
            Int128 cost = 0;
            foreach (var selection in selections.Take(8))
            {
                ThrowUnless(selection.Cost >= cost, "Selections are listed by cost.");
                cost = selection.Cost;
            }
        }
        catch (ArgumentException refusal) when (refusal.GetType() == typeof(ArgumentException))
        {
        }
        catch (Exception refusal) when (refusal is CoalitionModelException or AnalysisBudgetException)
        {
        }
    }
}
