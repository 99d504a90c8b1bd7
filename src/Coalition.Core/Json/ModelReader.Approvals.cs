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
        ImmutableArray<Decision> decisions = [];
        LocalDate? due = null;
        ImmutableArray<ApprovalAct> acts = [];
        string? source = null, note = null;
        while (cursor.NextProperty(ModelFormat.Approval, ref seen, out var property))
        {
            switch (property)
            {
                case 0: nation = cursor.ReadNation(); break;
                case 1: procedure = cursor.ReadMember<ApprovalProcedure>(); break;
                case 2: decisions = ReadItems("an array of decisions", static (ref ModelReader r) => r.ReadDecision()); break;
                case 3: due = cursor.ReadDate(); break;
                case 4: acts = ReadItems("an array of acts", static (ref ModelReader r) => r.ReadAct()); break;
                case 5: source = cursor.ReadId(); break;
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
            Decisions = decisions,
            Due = due,
            Acts = acts,
            Source = source,
            Note = note,
        };
    }

    private Decision? ReadDecision()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? body = null;
        long? members = null;
        VotingRule? rule = null;
        while (cursor.NextProperty(ModelFormat.Decision, ref seen, out var property))
        {
            switch (property)
            {
                case 0: body = cursor.ReadText(); break;
                case 1: members = cursor.ReadNumber(1, int.MaxValue); break;
                default: rule = ReadRule(); break;
            }
        }

        Require(seen, 0, "body", "text: the name of the body");
        return cursor.ProblemCount != before ? null : new Decision { Body = body!, Members = (int?)members, Rule = rule };
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

    private ApprovalAct? ReadAct()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        var act = -1;
        string? body = null;
        Tally? tally = null;
        Mandate? mandate = null;
        var fact = default(FactFields);
        while (cursor.NextProperty(ModelFormat.Act, ref seen, out var property))
        {
            switch (property)
            {
                case 0: act = cursor.ReadWord(ModelFormat.Acts); break;
                case 1: fact.On = cursor.ReadDate(); break;
                case 2: body = cursor.ReadText(); break;
                case 3: tally = ReadTally(); break;
                case 4: mandate = ReadMandate(); break;
                default: ReadFactField(property - 5, ref fact); break;
            }
        }

        Require(seen, 0, "act", ModelFormat.Acts.OneOf);
        Require(seen, 1, "on", IsoDate.Expected);

        // A body and a count belong to votes (2, 3), a mandate to what asks for one or gives it (1, 2).
        RefuseFor(seen, 2, act, act is 2 or 3);
        RefuseFor(seen, 3, act, act is 2 or 3);
        RefuseFor(seen, 4, act, act is 1 or 2);
        if (cursor.ProblemCount != before)
        {
            return null;
        }

        var (on, published, source, assumed, note) = (fact.On!.Value, fact.Published, fact.Source, fact.Assumed, fact.Note);
        return act switch
        {
            0 => new ApprovalAct.Committed { On = on, Published = published, Source = source, Assumed = assumed, Note = note },
            1 => new ApprovalAct.Submitted { On = on, Published = published, Source = source, Assumed = assumed, Note = note, Mandate = mandate },
            2 => new ApprovalAct.Approved { On = on, Published = published, Source = source, Assumed = assumed, Note = note, Body = body, Tally = tally, Mandate = mandate },
            3 => new ApprovalAct.Rejected { On = on, Published = published, Source = source, Assumed = assumed, Note = note, Body = body, Tally = tally },
            4 => new ApprovalAct.Withdrawn { On = on, Published = published, Source = source, Assumed = assumed, Note = note },
            _ => new ApprovalAct.Revoked { On = on, Published = published, Source = source, Assumed = assumed, Note = note },
        };
    }

    private readonly void RefuseFor(int seen, int property, int act, bool isAllowed)
    {
        if (act >= 0 && !isAllowed && (seen & (1 << property)) != 0)
        {
            var name = ModelFormat.Act.Names[property];
            cursor.ReportAt(name, $"'{name}' of the act '{ModelFormat.Acts.Names[act]}'", $"no '{name}' of such an act");
        }
    }

    private Tally? ReadTally()
    {
        if (!cursor.EnterObject("an object with the votes 'yes' and 'no', and 'abstain' if any"))
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        long? yes = null, no = null, abstain = 0;
        while (cursor.NextProperty(ModelFormat.Tally, ref seen, out var property))
        {
            switch (property)
            {
                case 0: yes = cursor.ReadNumber(0, int.MaxValue); break;
                case 1: no = cursor.ReadNumber(0, int.MaxValue); break;
                default: abstain = cursor.ReadNumber(0, int.MaxValue); break;
            }
        }

        Require(seen, 0, "yes", "the number of votes in favour");
        Require(seen, 1, "no", "the number of votes against");
        return cursor.ProblemCount != before ? null : new Tally((int)yes!, (int)no!, (int)abstain!);
    }

    private Mandate? ReadMandate()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        LocalDate? from = null, until = null;
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
                case 2: ceilings = ReadCeilings(); break;
                case 3: zones = ReadMembers<Zone>(); break;
                case 4: support = ReadIds(); break;
                case 5: caveats = ReadItems("an array of texts", static (ref ModelReader r) => r.cursor.ReadText()); break;
                default: condition = ReadRequirement(); break;
            }
        }

        return cursor.ProblemCount != before ? null : new Mandate
        {
            From = from,
            Until = until,
            Ceilings = ceilings,
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
