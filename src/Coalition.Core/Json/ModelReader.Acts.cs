using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Json;

/// <content>What is done about approvals.</content>
internal ref partial struct ModelReader
{
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
        bool? overrides = null;
        LocalDate? voteOn = null, until = null;
        var fact = default(FactFields);
        while (cursor.NextProperty(ModelFormat.Act, ref seen, out var property))
        {
            switch (property)
            {
                case 0: act = cursor.ReadWord(ModelFormat.Acts); break;
                case 1: fact.On = cursor.ReadDate(); break;
                case 2: body = cursor.ReadText(); break;
                case 3: tally = ReadTally(); break;
                case 4: overrides = cursor.ReadBoolean(); break;
                case 5: mandate = ReadMandate(); break;
                case 6: voteOn = cursor.ReadDate(); break;
                case 7: until = cursor.ReadDate(); break;
                default: ReadFactField(property - 8, ref fact); break;
            }
        }

        Require(seen, 0, "act", ModelFormat.Acts.OneOf);
        Require(seen, 1, "on", IsoDate.Expected);

        var name = act < 0 ? null : ModelFormat.Acts.Names[act];
        RefuseFor(seen, 2, name, ["approved", "rejected", "annulled"]);
        RefuseFor(seen, 3, name, ["approved", "rejected", "annulled"]);
        RefuseFor(seen, 4, name, ["approved", "rejected"]);
        RefuseFor(seen, 5, name, ["submitted", "approved"]);
        RefuseFor(seen, 6, name, ["scheduled"]);
        RefuseFor(seen, 7, name, ["extended"]);
        if (name == "extended")
        {
            Require(seen, 7, "until", IsoDate.Expected);
        }

        if (cursor.ProblemCount != before)
        {
            return null;
        }

        var on = fact.On!.Value;
        ApprovalAct read = name switch
        {
            "committed" => new ApprovalAct.Committed { On = on },
            "preConsulted" => new ApprovalAct.PreConsulted { On = on },
            "informed" => new ApprovalAct.Informed { On = on },
            "consulted" => new ApprovalAct.Consulted { On = on },
            "begun" => new ApprovalAct.Begun { On = on },
            "submitted" => new ApprovalAct.Submitted { On = on, Mandate = mandate },
            "referred" => new ApprovalAct.Referred { On = on },
            "scheduled" => new ApprovalAct.Scheduled { On = on, VoteOn = voteOn },
            "approved" => new ApprovalAct.Approved { On = on, Body = body, Tally = tally, Overrides = overrides ?? false, Mandate = mandate },
            "rejected" => new ApprovalAct.Rejected { On = on, Body = body, Tally = tally, Overrides = overrides ?? false },
            "objected" => new ApprovalAct.Objected { On = on },
            "annulled" => new ApprovalAct.Annulled { On = on, Body = body, Tally = tally },
            "withdrawn" => new ApprovalAct.Withdrawn { On = on },
            "lapsed" => new ApprovalAct.Lapsed { On = on },
            "extended" => new ApprovalAct.Extended { On = on, Until = until!.Value },
            _ => new ApprovalAct.Revoked { On = on },
        };
        return read with { Published = fact.Published, Source = fact.Source, Assumed = fact.Assumed, Note = fact.Note };
    }

    // Refuses a property that belongs to other acts.
    private readonly void RefuseFor(int seen, int property, string? act, ReadOnlySpan<string> allowed)
    {
        if (act is not null && (seen & (1 << property)) != 0 && !allowed.Contains(act))
        {
            var name = ModelFormat.Act.Names[property];
            cursor.ReportAt(name, $"'{name}' of the act '{act}'", $"no '{name}' of such an act");
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
}
