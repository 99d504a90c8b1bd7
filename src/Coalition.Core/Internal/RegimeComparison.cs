using Coalition.Approvals;

namespace Coalition.Internal;

/// <summary>Holds an approval against the rule that it cites.</summary>
internal static class RegimeComparison
{
    internal static IEnumerable<RegimeDisagreement> Compare(ParliamentaryApproval approval, (NationCode Nation, RegimeRule Rule)? cited)
    {
        if (cited is not var (nation, rule))
        {
            yield return new(approval, RegimeDisagreementKind.NoSuchRule, $"'{approval.Law}'", "the id of a rule of these regimes");
            yield break;
        }

        if (nation != approval.Nation)
        {
            yield return new(approval, RegimeDisagreementKind.AnotherNation, $"the nation {approval.Nation}", $"{nation}");
        }

        if (rule.NotKnown is not null)
        {
            yield return new(approval, RegimeDisagreementKind.NotKnown, $"the procedure {FormatNames.Of(approval.Procedure)}", "none, since what the rule asks for is not known");
            yield break;
        }

        // A law that is a sequence makes several approvals: the one of its procedure that is nearest to it is meant, or else the last.
        var byRule = RegimeSteps.ToApprovals(rule, nation, approval.Id);
        ParliamentaryApproval[] alike = [.. byRule.Where(a => a.Procedure == approval.Procedure)];
        foreach (var disagreement in (alike is [] ? [byRule[^1]] : alike).Select(asRule => Differences(approval, asRule).ToList()).MinBy(found => found.Count)!)
        {
            yield return disagreement;
        }
    }

    private static IEnumerable<RegimeDisagreement> Differences(ParliamentaryApproval approval, ParliamentaryApproval asRule)
    {
        if (approval.Procedure != asRule.Procedure)
        {
            yield return new(
                approval, RegimeDisagreementKind.Procedure, $"the procedure {FormatNames.Of(approval.Procedure)}", FormatNames.Of(asRule.Procedure));
        }

        if (!approval.Decisions.Select(d => d with { Parties = [] }).ToHashSet().SetEquals(asRule.Decisions))
        {
            yield return new(approval, RegimeDisagreementKind.Decisions, Bodies(approval), Bodies(asRule));
        }

        if (approval.Combination != asRule.Combination)
        {
            yield return new(approval, RegimeDisagreementKind.Combination, FormatNames.Of(approval.Combination), FormatNames.Of(asRule.Combination));
        }

        if (approval.InformFirst != asRule.InformFirst || approval.InformWithin != asRule.InformWithin)
        {
            yield return new(approval, RegimeDisagreementKind.Information, Information(approval), Information(asRule));
        }

        if (approval.Silence != asRule.Silence)
        {
            yield return new(approval, RegimeDisagreementKind.Silence, Time("a silence", approval.Silence), Time("a silence", asRule.Silence));
        }

        if (approval.DecideWithin != asRule.DecideWithin || approval.DecideFrom != asRule.DecideFrom)
        {
            yield return new(approval, RegimeDisagreementKind.DecideWithin, Consent(approval), Consent(asRule));
        }

        if (approval.ProvisionalExtension != asRule.ProvisionalExtension)
        {
            yield return new(
                approval, RegimeDisagreementKind.ProvisionalExtension, Time("a provisional extension", approval.ProvisionalExtension),
                Time("a provisional extension", asRule.ProvisionalExtension));
        }

        if (approval.StatutoryMandate != asRule.StatutoryMandate)
        {
            yield return new(approval, RegimeDisagreementKind.StatutoryMandate, Cap(approval), Cap(asRule));
        }
    }

    private static string Bodies(ParliamentaryApproval approval) => approval.Decisions.IsEmpty ? "no body"
        : string.Join(" and ", approval.Decisions.Select(RegimeSteps.Describe));

    private static string Information(ParliamentaryApproval approval) =>
        $"{(approval.InformFirst ? "information before forces act" : "no information first")}, {Time("a time for it", approval.InformWithin)}";

    private static string Consent(ParliamentaryApproval approval) =>
        $"{Time("a time for consent", approval.DecideWithin)}{(approval.DecideFrom == PeriodStart.Information ? " from the information" : "")}";

    private static string Cap(ParliamentaryApproval approval) => approval.StatutoryMandate is not { } mandate ? "no mandate by law"
        : mandate.CeilingOn(null) is { } ceiling ? FormattableString.Invariant($"a mandate by law for at most {ceiling} persons")
        : "a mandate by law";

    private static string Time(string what, LegalPeriod? period) => period is null ? $"no {what[2..]}" : $"{what} of {period}";
}
