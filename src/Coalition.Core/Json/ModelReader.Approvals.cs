using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Json;

/// <content>Approvals, their acts and mandates.</content>
internal ref partial struct ModelReader
{
    private ParliamentaryApproval? ReadApproval(string id)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        NationCode nation = default;
        ApprovalProcedure? procedure = null;
        string? law = null;
        ImmutableArray<Decision> decisions = [];
        DecisionCombination? combination = null;
        bool? informFirst = null;
        LegalPeriod? informWithin = null, silence = null, decideWithin = null, provisionalExtension = null;
        PeriodStart? decideFrom = null;
        Mandate? statutoryMandate = null;
        ImmutableArray<LocalDate> sittingDays = [];
        LocalDate? due = null;
        ImmutableArray<ApprovalAct> acts = [];
        string? source = null, note = null;
        while (cursor.NextProperty(ModelFormat.Approval, ref seen, out var property))
        {
            switch (property)
            {
                case 0: nation = cursor.ReadNation(); break;
                case 1: procedure = cursor.ReadMember<ApprovalProcedure>(); break;
                case 2: law = cursor.ReadId(); break;
                case 3: decisions = ReadItems("an array of decisions", static (ref ModelReader r) => r.ReadDecision(ModelFormat.Decision)); break;
                case 4: combination = cursor.ReadMember<DecisionCombination>(); break;
                case 5: informFirst = cursor.ReadBoolean(); break;
                case 6: informWithin = ReadLegalPeriod(); break;
                case 7: silence = ReadLegalPeriod(); break;
                case 8: decideWithin = ReadLegalPeriod(); break;
                case 9: decideFrom = cursor.ReadMember<PeriodStart>(); break;
                case 10: provisionalExtension = ReadLegalPeriod(); break;
                case 11: statutoryMandate = ReadMandate(); break;
                case 12: sittingDays = ReadDays(); break;
                case 13: due = cursor.ReadDate(); break;
                case 14: acts = ReadItems("an array of acts", static (ref ModelReader r) => r.ReadAct()); break;
                case 15: source = cursor.ReadId(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "nation", NationCode.Expected);
        Require(seen, 1, "procedure", FormatNames.OneOf<ApprovalProcedure>());
        return cursor.ProblemCount != before ? null : new ParliamentaryApproval
        {
            Id = id,
            Nation = nation,
            Procedure = procedure!.Value,
            Law = law,
            Decisions = decisions,
            Combination = combination ?? DecisionCombination.EachConsents,
            InformFirst = informFirst ?? false,
            InformWithin = informWithin,
            Silence = silence,
            DecideWithin = decideWithin,
            DecideFrom = decideFrom ?? PeriodStart.Action,
            ProvisionalExtension = provisionalExtension,
            StatutoryMandate = statutoryMandate,
            SittingDays = sittingDays,
            Due = due,
            Acts = acts,
            Source = source,
            Note = note,
        };
    }

    // The body of a law has no parties.
    private Decision? ReadDecision(PropertyNames names)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? body = null;
        long? members = null;
        VotingRule? rule = null, overriding = null;
        ImmutableArray<Party> parties = [];
        while (cursor.NextProperty(names, ref seen, out var property))
        {
            switch (property)
            {
                case 0: body = cursor.ReadText(); break;
                case 1: members = cursor.ReadNumber(1, int.MaxValue); break;
                case 2: rule = ReadRule(); break;
                case 3: overriding = ReadRule(); break;
                default: parties = ReadItems("an array of parties", static (ref ModelReader r) => r.ReadParty()); break;
            }
        }

        Require(seen, 0, "body", "text: the name of the body");
        return cursor.ProblemCount != before ? null : new Decision
        {
            Body = body!,
            Members = (int?)members,
            Rule = rule,
            Override = overriding,
            Parties = parties,
        };
    }

    private Party? ReadParty()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? name = null, source = null;
        long? seats = null;
        double? consent = null;
        while (cursor.NextProperty(ModelFormat.Party, ref seen, out var property))
        {
            switch (property)
            {
                case 0: name = cursor.ReadText(); break;
                case 1: seats = cursor.ReadNumber(1, int.MaxValue); break;
                case 2: consent = cursor.ReadProbability(); break;
                default: source = cursor.ReadId(); break;
            }
        }

        Require(seen, 0, "party", "text: the name of the party");
        Require(seen, 1, "seats", "a whole number from 1 to 2147483647");
        return cursor.ProblemCount != before ? null : new Party { Name = name!, Seats = (int)seats!.Value, Consent = consent, Source = source };
    }

    private VotingRule? ReadRule()
    {
        if (cursor.Token != System.Text.Json.JsonTokenType.String)
        {
            cursor.Refuse(VotingRule.Expected);
            return null;
        }

        if (cursor.ReadText() is not { } text)
        {
            return null;
        }

        if (!VotingRule.TryParse(text, out var rule))
        {
            cursor.Report($"'{Guard.Clip(text)}'", VotingRule.Expected);
        }

        return rule;
    }

    private LegalPeriod? ReadLegalPeriod()
    {
        if (cursor.Token != System.Text.Json.JsonTokenType.String)
        {
            cursor.Refuse(LegalPeriod.Expected);
            return null;
        }

        if (cursor.ReadText() is not { } text)
        {
            return null;
        }

        if (!LegalPeriod.TryParse(text, out var period))
        {
            cursor.Report($"'{Guard.Clip(text)}'", LegalPeriod.Expected);
        }

        return period;
    }

    private Mandate? ReadMandate()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        LocalDate? from = null, until = null, extendableUntil = null;
        bool? excludesReliefOverlap = null;
        ImmutableArray<Ceiling> ceilings = [];
        ImmutableArray<Zone> zones = [];
        ImmutableArray<string> support = [], caveats = [];
        Requirement? condition = null;
        while (cursor.NextProperty(ModelFormat.Mandate, ref seen, out var property))
        {
            switch (property)
            {
                case 0: from = cursor.ReadDate(); break;
                case 1: until = cursor.ReadDate(); break;
                case 2: extendableUntil = cursor.ReadDate(); break;
                case 3: ceilings = ReadCeilings(); break;
                case 4: excludesReliefOverlap = cursor.ReadBoolean(); break;
                case 5: zones = ReadMembers<Zone>(); break;
                case 6: support = ReadIds(); break;
                case 7: caveats = ReadItems("an array of texts", static (ref ModelReader r) => r.cursor.ReadText()); break;
                default: condition = ReadRequirement(); break;
            }
        }

        return cursor.ProblemCount != before ? null : new Mandate
        {
            From = from,
            Until = until,
            ExtendableUntil = extendableUntil,
            Ceilings = ceilings,
            ExcludesReliefOverlap = excludesReliefOverlap ?? false,
            Zones = zones,
            Support = support,
            Caveats = caveats,
            Condition = condition,
        };
    }

    // By support type; 'total' is the total of personnel, and no support type can be called that.
    private ImmutableArray<Ceiling> ReadCeilings()
    {
        if (!cursor.EnterObject("an object of ceilings by support type, or for 'total'"))
        {
            return [];
        }

        var ceilings = ImmutableArray.CreateBuilder<Ceiling>();
        var count = 0;
        while (cursor.NextEntry(out var key))
        {
            if (++count > limits.MaxEntries)
            {
                SkipBeyond(limits.MaxEntries, count);
                continue;
            }

            if (!Guard.IsId(key))
            {
                cursor.Report($"the id '{Guard.Clip(key)}'", "a support type, or 'total'");
            }

            if (cursor.ReadNumber() is { } atMost && Guard.IsId(key))
            {
                ceilings.Add(new Ceiling(key == Ceiling.Total ? null : key, atMost));
            }
        }

        return ceilings.ToImmutable();
    }
}
