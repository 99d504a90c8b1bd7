using Coalition.Approvals;
using Coalition.Internal;

namespace Coalition.Json;

/// <content>Approvals, their acts and mandates.</content>
internal sealed partial class ModelWriter
{
    private void WriteApproval(ParliamentaryApproval approval)
    {
        Text("nation", approval.Nation.Value);
        Member("procedure", approval.Procedure);
        Text("law", approval.Law);
        Items("decisions", approval.Decisions, WriteDecision);
        if (approval.Combination != DecisionCombination.EachConsents)
        {
            Member("combination", approval.Combination);
        }

        Flag("informFirst", approval.InformFirst);
        Text("informWithin", approval.InformWithin?.ToString());
        Text("silence", approval.Silence?.ToString());
        Text("decideWithin", approval.DecideWithin?.ToString());
        if (approval.DecideFrom != PeriodStart.Action)
        {
            Member("decideFrom", approval.DecideFrom);
        }

        Text("provisionalExtension", approval.ProvisionalExtension?.ToString());
        Mandate("statutoryMandate", approval.StatutoryMandate);
        Texts("sittingDays", [.. approval.SittingDays.Select(IsoDate.Format)]);
        Date("due", approval.Due);
        Items("acts", approval.Acts, WriteAct);
        Text("source", approval.Source);
        Text("note", approval.Note);
    }

    private void WriteDecision(Decision decision)
    {
        Text("body", decision.Body);
        Number("members", decision.Members);
        Text("needs", decision.Rule?.ToString());
        Text("override", decision.Override?.ToString());
        Items("parties", decision.Parties, party =>
        {
            Text("party", party.Name);
            Number("seats", party.Seats);
            if (party.Consent is { } consent)
            {
                json.WriteNumber("consent", consent);
            }

            Text("source", party.Source);
        });
    }

    private void WriteAct(ApprovalAct act)
    {
        Text("act", act.Name);
        switch (act)
        {
            case ApprovalAct.Submitted submitted:
                Mandate("mandate", submitted.Mandate);
                break;
            case ApprovalAct.Scheduled scheduled:
                Date("voteOn", scheduled.VoteOn);
                break;
            case ApprovalAct.Approved approved:
                Vote(approved.Body, approved.Tally);
                Flag("overrides", approved.Overrides);
                Mandate("mandate", approved.Mandate);
                break;
            case ApprovalAct.Rejected rejected:
                Vote(rejected.Body, rejected.Tally);
                Flag("overrides", rejected.Overrides);
                break;
            case ApprovalAct.Annulled annulled:
                Vote(annulled.Body, annulled.Tally);
                break;
            case ApprovalAct.Extended extended:
                Date("until", extended.Until);
                break;
            default:
                break;
        }

        Fact(act);
    }

    private void Vote(string? body, Tally? tally)
    {
        Text("body", body);
        if (tally is null)
        {
            return;
        }

        json.WriteStartObject("tally");
        json.WriteNumber("yes", tally.Yes);
        json.WriteNumber("no", tally.No);
        if (tally.Abstain != 0)
        {
            json.WriteNumber("abstain", tally.Abstain);
        }

        json.WriteEndObject();
    }

    private void Mandate(string name, Mandate? mandate)
    {
        if (mandate is null)
        {
            return;
        }

        json.WriteStartObject(name);
        Date("from", mandate.From);
        Date("until", mandate.Until);
        Date("extendableUntil", mandate.ExtendableUntil);
        if (!mandate.Ceilings.IsEmpty)
        {
            json.WriteStartObject("ceilings");
            foreach (var ceiling in mandate.Ceilings)
            {
                json.WriteNumber(ceiling.Support ?? Ceiling.Total, ceiling.AtMost);
            }

            json.WriteEndObject();
        }

        Flag("excludesReliefOverlap", mandate.ExcludesReliefOverlap);
        Members("zones", mandate.Zones);
        Texts("support", mandate.Support);
        Texts("caveats", mandate.Caveats);
        Requirement("condition", mandate.Condition);
        json.WriteEndObject();
    }
}
