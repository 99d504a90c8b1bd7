using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

/// <summary>Parliament's arithmetic within a function: granting the approvals whose votes carry gives what the evaluator says.</summary>
public class CompilePartiesTests
{
    private const VariableKinds Kinds = VariableKinds.OpenMatters | VariableKinds.Parties;

    [ModelProperty(400)]
    public void Compile_OverParties_AgreesWithEvaluationOfTheApprovalsThatTheyCarry(ModelSample sample) => Check(sample, []);

    [Fact]
    public void DrawnModels_HaveVotesThatCarryAndVotesThatDoNot()
    {
        var met = new Dictionary<string, int>();
        foreach (var seed in Enumerable.Range(Draws.Seed, 300))
        {
            Check(ModelSample.Of(seed), met);
        }

        (string What, int Least)[] expected = [("functions", 30), ("carried", 300), ("not carried", 300), ("joint", 3), ("override", 3)];
        Assert.All(expected, e => Assert.True(met.GetValueOrDefault(e.What) >= e.Least, $"{met.GetValueOrDefault(e.What)} {e.What}"));
    }

    [Fact]
    public void Likelihood_OfAPartyThatTheBodyDoesNotName_IsRefused()
    {
        var model = CoalitionJson.Read(Repository.Bytes("samples", "ParisSummit", "illustrative.json"));
        var function = SufficiencyFunction.Compile(model, model.AsOf, "multinational-force", "five-thousand");
        var outlook = CoalitionJson.ReadOutlook(Repository.Bytes("samples", "ParisSummit", "illustrative-outlook.json"));
        Estimate[] more = [.. new[] { "approval:xb-diet", "approval:xc-council", "party:xb-diet/Diet/Union", "party:xb-diet/Diet/Onion", "party:xb-diet/Council/Coast" }
            .Select(v => new Estimate { Of = FunctionVariable.Parse(v), Probability = 0.5 })];

        Assert.Equal(
            "The outlook does not fit the function: a probability of party:xb-diet/Diet/Onion, which is unknown here; "
                + "a probability of party:xb-diet/Council/Coast, which is unknown here. (Parameter 'outlook')",
            Assert.Throws<ArgumentException>(() => function.Likelihood(Outlook.Create(outlook.Sources, [.. outlook.Estimates, .. more]))).Message);
    }

    [Fact]
    public void Compile_OverParties_HasThePartiesOfOpenDecisionsLast()
    {
        var function = SufficiencyFunction.Compile(TwoParliaments, Given.AsOf, "force", "both", Kinds);

        Assert.Equal(
            [
                "circumstance:ceasefire", "party:de-vote/Bundestag/A", "party:de-vote/Bundestag/B", "party:de-vote/Bundestag/C",
                "party:gb-vote/Commons/A", "party:gb-vote/Commons/B",
            ],
            function.Variables.Select(v => v.ToString()));

        // Two thirds of 150 are 100, in Germany; more than two thirds of 90 are 61, in the United Kingdom. Parties of one name are apart.
        Assert.True(function.IsSufficient([true, true, true, false, true, true]));
        Assert.True(function.IsSufficient([true, false, true, true, true, true]));
        Assert.False(function.IsSufficient([true, true, false, true, true, true]));
        Assert.False(function.IsSufficient([true, true, true, true, true, false]));
        Assert.False(function.IsSufficient([true, true, true, true, false, true]));
        Assert.False(function.IsSufficient([false, true, true, true, true, true]));
    }

    [Fact]
    public void Compile_OverMattersAlone_HasTheApprovalAsAWhole() => Assert.Equal(
        ["approval:de-vote", "approval:gb-vote", "circumstance:ceasefire"],
        SufficiencyFunction.Compile(TwoParliaments, Given.AsOf, "force", "both").Variables.Select(v => v.ToString()));

    [Fact]
    public void Compile_OverPartiesAlone_LeavesEveryOtherMatterOpen()
    {
        Assert.False(IsSufficientWithEveryParty());
        Assert.True(IsSufficientWithEveryParty(OpenMatter.Parse("circumstance:ceasefire")));

        static bool IsSufficientWithEveryParty(params OpenMatter[] granting)
        {
            var function = SufficiencyFunction.Compile(TwoParliaments, Given.AsOf, "force", "both", VariableKinds.Parties, granting: granting);
            Assert.All(function.Variables, v => Assert.IsType<FunctionVariable.OfParty>(v));
            return function.IsSufficient([.. function.Variables.Select(_ => true)]);
        }
    }

    [Fact]
    public void Compile_WithTheApprovalGranted_HasNoneOfItsParties() => Assert.Equal(
        ["circumstance:ceasefire", "party:gb-vote/Commons/A", "party:gb-vote/Commons/B"],
        SufficiencyFunction.Compile(TwoParliaments, Given.AsOf, "force", "both", Kinds, granting: [OpenMatter.Parse("approval:de-vote")])
            .Variables.Select(v => v.ToString()));

    [Fact]
    public void Likelihood_WithoutAnEstimate_IsByTheConsentOnRecord()
    {
        var function = SufficiencyFunction.Compile(
            TwoParliaments, Given.AsOf, "force", "both", VariableKinds.Parties, granting: [OpenMatter.Parse("circumstance:ceasefire")]);

        // B and one of A and C in Germany; A and B in the United Kingdom.
        Assert.Equal(0.5 * (1 - (0.75 * 0.25)) * 0.5 * 0.25, function.Likelihood(Outlook.Create([], [])).Sufficient, 12);
    }

    [Fact]
    public void Likelihood_OfWhatTheModelHasWithoutBearing_IsPassedOver()
    {
        var function = SufficiencyFunction.Compile(
            TwoParliaments, Given.AsOf, "force", "both", VariableKinds.Parties, granting: [OpenMatter.Parse("circumstance:ceasefire")]);
        Estimate[] without = [.. new[] { "circumstance:ceasefire", "circumstance:backstop", "approval:de-vote", "party:fr-vote/Assembly/A", "party:ua-vote/Upper/B", "nation:FR" }
            .Select(v => new Estimate { Of = FunctionVariable.Parse(v), Probability = 0.125 })];

        Assert.Equal(function.Likelihood(Outlook.Create([], [])).Sufficient, function.Likelihood(Outlook.Create([], without)).Sufficient);
    }

    private static CoalitionModel TwoParliaments => Given.Model("""
        "sources": { "guess": { "label": "illustrative", "title": "A guess" } },
        "approvals": {
          "de-vote": { "nation": "DE", "procedure": "priorApproval", "acts": [{ "act": "submitted", "on": "2026-01-08" }], "decisions": [
            { "body": "Bundestag", "needs": "at least 2/3 of members", "parties": [
              { "party": "A", "seats": 40, "consent": 0.25, "source": "guess" },
              { "party": "B", "seats": 70, "consent": 0.5, "source": "guess" },
              { "party": "C", "seats": 40, "consent": 0.75, "source": "guess" }] }] },
          "gb-vote": { "nation": "GB", "procedure": "priorApproval", "acts": [{ "act": "submitted", "on": "2026-01-08" }], "decisions": [
            { "body": "Commons", "needs": "more than 2/3 of members", "parties": [
              { "party": "A", "seats": 60, "consent": 0.5, "source": "guess" },
              { "party": "B", "seats": 30, "consent": 0.25, "source": "guess" }] }] },
          "fr-vote": { "nation": "FR", "procedure": "priorApproval",
            "acts": [{ "act": "submitted", "on": "2026-01-08" }, { "act": "approved", "on": "2026-01-09" }], "decisions": [
            { "body": "Assembly", "needs": "more than 1/2 of cast", "parties": [{ "party": "A", "seats": 100, "consent": 0.5, "source": "guess" }] }] },
          "ua-vote": { "nation": "UA", "procedure": "priorApproval", "decisions": [
            { "body": "Lower", "needs": "more than 1/2 of cast", "parties": [{ "party": "A", "seats": 100, "consent": 0.5, "source": "guess" }] },
            { "body": "Upper", "needs": "more than 1/2 of cast", "parties": [{ "party": "B", "seats": 50, "consent": 0.5, "source": "guess" }] }] } },
        "pledges": {
          "fr-land": { "nation": "FR", "support": "land", "stage": "firm", "needs": ["fr-vote"] },
          "de-land": { "nation": "DE", "support": "land", "stage": "firm", "needs": ["de-vote"] },
          "gb-land": { "nation": "GB", "support": "land", "stage": "firm", "needs": ["gb-vote"], "condition": { "holds": "ceasefire" } } },
        "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": {
          "both": { "requires": { "contributors": "land", "atLeast": 3 } } } } }
        """);

    private static void Check(ModelSample drawn, Dictionary<string, int> met)
    {
        var draw = drawn.Chance();
        var sample = WithParties(drawn, draw);
        foreach (var standard in Reports.Evaluate(sample).Verdicts.Where(v => v.Verdict is not null))
        {
            var function = SufficiencyFunction.Compile(sample.Model, sample.On, standard.Guarantee, standard.Standard, Kinds, sample.KnownAsOf);
            var parties = function.Variables.OfType<FunctionVariable.OfParty>().ToList();
            if (parties.Count == 0 || function.Variables.Length > 16)
            {
                continue;
            }

            var approvals = parties.Select(p => p.Approval).Distinct().ToList();
            Count("functions");
            Count("joint", approvals.Exists(a => Approval(sample, a).Combination == DecisionCombination.JointSitting));
            Count("override", approvals.Exists(a => Approval(sample, a).Decisions.Any(d => d.Override is not null)));
            for (var trial = 0; trial < 32; trial++)
            {
                var assignment = function.Variables.Select(_ => draw.Chance(60)).ToArray();
                var inFavour = function.Variables.Zip(assignment).Where(v => v.Second).Select(v => v.First).ToHashSet();
                var carried = approvals.Where(a => Carries(sample, a, inFavour)).ToList();
                Count("carried", carried.Count > 0);
                Count("not carried", carried.Count < approvals.Count);
                var granted = inFavour.OfType<FunctionVariable.OfMatter>().Select(v => v.Matter)
                    .Concat(carried.Select(a => new OpenMatter(OpenMatterKind.Approval, a)));
                var expected = Reports.Evaluate(sample, [.. granted])[standard.Guarantee, standard.Standard].Verdict == Verdict.Sufficient;

                Assert.Equal(expected, function.IsSufficient(assignment));
            }
        }

        void Count(string what, bool isMet = true) => met[what] = met.GetValueOrDefault(what) + (isMet ? 1 : 0);
    }

    private static ParliamentaryApproval Approval(ModelSample sample, string id) => sample.Model.Approvals.Single(a => a.Id == id);

    // Every body gets parties and a rule of all its members, and recorded votes no figures, which that rule might contradict.
    private static ModelSample WithParties(ModelSample sample, Draw draw)
    {
        var draft = sample.Model.Draft;
        return new ModelSample(
            sample.Seed, CoalitionModel.Create(draft with { Approvals = [.. draft.Approvals.Select(a => WithParties(a, draw))] }), sample.On, sample.KnownAsOf);
    }

    private static ParliamentaryApproval WithParties(ParliamentaryApproval approval, Draw draw)
    {
        var rule = VotingRule.Parse(draw.Among("more than 1/2 of cast", "at least 2/3 of members", "more than 1/2 of present, quorum 1/3 of members"));
        var isUndecided = approval.Acts.All(a => a is not (ApprovalAct.Approved or ApprovalAct.Rejected or ApprovalAct.Annulled));
        return approval with
        {
            Combination = isUndecided && approval.Decisions.All(d => d.Override is null) && approval.Procedure != ApprovalProcedure.ExPostApproval && draw.Chance(50)
                ? DecisionCombination.JointSitting : approval.Combination,
            Decisions = [.. (approval.Decisions.IsEmpty ? [new Decision { Body = "House" }] : approval.Decisions).Select(d => d with
            {
                Members = null,
                Rule = rule,
                Override = d.Override is null ? null : VotingRule.Parse("at least 4/5 of members"),
                Parties = [.. Enumerable.Range(0, draw.Int(1, 3)).Select(i => new Party { Name = $"p{i}", Seats = draw.Int(1, 60) })],
            })],
            Acts = [.. approval.Acts.Select(act => act switch
            {
                ApprovalAct.Approved approved => approved with { Tally = null },
                ApprovalAct.Rejected rejected => rejected with { Tally = null },
                ApprovalAct.Annulled annulled => annulled with { Tally = null },
                _ => act,
            })],
        };
    }

    // Each body that is still to decide counts its seats; written apart from the gates.
    private static bool Carries(ModelSample sample, string id, HashSet<FunctionVariable> inFavour)
    {
        var approval = Approval(sample, id);
        var motion = sample.Model.ApprovalState(id, sample.On, sample.KnownAsOf ?? sample.Model.AsOf).Pending;
        var refused = approval.Decisions.Where(d => motion?.RefusedBy.Contains(d.Body) == true).ToList();
        var open = approval.Decisions.Except(refused).ToList();
        if (approval.Combination == DecisionCombination.JointSitting)
        {
            return Consents(open[0].Rule!, [.. open]);
        }

        var consents = open.All(d => motion?.ApprovedBy.Contains(d.Body) == true || Consents(d.Rule!, d));
        return (refused.Count == 0 && consents) || open.Any(d => d.Override is not null && Consents(d.Override, d));

        bool Consents(VotingRule rule, params Decision[] bodies)
        {
            var seats = bodies.SelectMany(d => d.Parties.Select(p => (p.Seats, Yes: inFavour.Contains(new FunctionVariable.OfParty(id, d.Body, p.Name))))).ToList();
            var tally = new Tally(seats.Where(s => s.Yes).Sum(s => s.Seats), seats.Where(s => !s.Yes).Sum(s => s.Seats));
            return tally.Yes > 0 && rule.Carries(tally, tally.Cast)!.Value;
        }
    }
}
