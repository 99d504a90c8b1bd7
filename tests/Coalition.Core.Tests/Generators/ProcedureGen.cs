using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Generators;

/// <summary>Draws models of one pledge under one approval, of any procedure, with periods that run and acts by trial: what the checker refuses is left out.</summary>
internal static class ProcedureGen
{
    internal static CoalitionModel Model(int seed)
    {
        var draw = new Draw(seed);
        var asOf = ModelGen.Anchor.PlusDays(draw.Int(-30, 30));
        CoalitionModel? model = null;
        ParliamentaryApproval approval = null!;
        while (model is null)
        {
            approval = Approval(draw);
            model = Try(approval, asOf);
        }

        var day = ModelGen.Anchor.PlusDays(-draw.Int(10, 60));
        for (var i = draw.Int(0, 20); i > 0; i--)
        {
            var act = Act(draw, day);
            act = act.On > asOf ? act with { Assumed = true } : act;
            var longer = approval with { Acts = approval.Acts.Add(act) };
            if (Try(longer, asOf) is { } next)
            {
                (approval, model) = (longer, next);
                day = day.PlusDays(draw.Chance(15) ? 0 : draw.Int(1, 12));
            }
        }

        return model;
    }

    private static ParliamentaryApproval Approval(Draw draw)
    {
        var procedure = draw.Pick(Enum.GetValues<ApprovalProcedure>());
        ImmutableArray<string> bodies = [.. new[] { "Lower House", "Upper House" }.Take(draw.Int(0, 2))];
        return new ParliamentaryApproval
        {
            Id = "fr",
            Nation = procedure == ApprovalProcedure.HostConsent ? Given.UA : Given.FR,
            Procedure = procedure,
            Decisions = [.. bodies.Select(b => new Decision { Body = b })],
            InformFirst = procedure == ApprovalProcedure.InformationOnly && draw.Chance(40),
            InformWithin = Period(draw, 50),
            Silence = Period(draw, 50),
            DecideWithin = Period(draw, 50),
            DecideFrom = draw.Chance(50) ? PeriodStart.Action : PeriodStart.Information,
            ProvisionalExtension = Period(draw, 60),
            StatutoryMandate = draw.Chance(30) ? Mandate(draw) : null,
            SittingDays = [.. Enumerable.Range(0, 12).Select(_ => ModelGen.Anchor.PlusDays(draw.Int(-60, 60))).Distinct()],
            Due = draw.Chance(25) ? ModelGen.Anchor.PlusDays(draw.Int(-30, 30)) : null,
        };
    }

    private static LegalPeriod? Period(Draw draw, int percent) => !draw.Chance(percent) ? null
        : draw.Chance(30) ? new LegalPeriod(draw.Int(1, 4))
        : new LegalPeriod(draw.Chance(20) ? NodaTime.Period.FromMonths(1) : NodaTime.Period.FromDays(draw.Int(0, 20)));

    private static Mandate Mandate(Draw draw)
    {
        LocalDate? from = draw.Chance(30) ? ModelGen.Anchor.PlusDays(draw.Int(-40, 30)) : null;
        LocalDate? until = draw.Chance(80) ? (from ?? ModelGen.Anchor.PlusDays(-30)).PlusDays(draw.Int(0, 50)) : null;
        return new Mandate
        {
            From = from,
            Until = until,
            ExtendableUntil = draw.Chance(40) ? until?.PlusDays(draw.Int(1, 20)) : null,
            Ceilings = draw.Chance(50) ? [new Ceiling(null, draw.Int(0, 2) * 50)] : [],
            Condition = draw.Chance(25) ? new Requirement.Holds("ceasefire") : null,
        };
    }

    private static ApprovalAct Act(Draw draw, LocalDate on)
    {
        var body = draw.Chance(60) ? draw.Chance(50) ? "Lower House" : "Upper House" : null;
        return draw.Int(0, 18) switch
        {
            0 => new ApprovalAct.Committed { On = on },
            1 => new ApprovalAct.Informed { On = on },
            2 => new ApprovalAct.Consulted { On = on },
            3 or 4 => new ApprovalAct.Begun { On = on },
            5 or 6 or 7 or 15 or 16 => new ApprovalAct.Submitted { On = on, Mandate = draw.Chance(70) ? Mandate(draw) : null },
            8 => new ApprovalAct.Objected { On = on },
            9 or 10 or 17 or 18 => new ApprovalAct.Approved { On = on, Body = body },
            11 => new ApprovalAct.Rejected { On = on, Body = body },
            12 => new ApprovalAct.Extended { On = on, Until = on.PlusDays(draw.Int(1, 60)) },
            13 => new ApprovalAct.Revoked { On = on },
            _ => new ApprovalAct.Withdrawn { On = on },
        };
    }

    private static CoalitionModel? Try(ParliamentaryApproval approval, LocalDate asOf)
    {
        var draft = Given.Draft with
        {
            AsOf = asOf,
            Circumstances =
            [
                new Circumstance
                {
                    Id = "ceasefire", Title = "A ceasefire", Events = [new CircumstanceEvent { Change = CircumstanceChange.Occurred, On = ModelGen.Anchor, Assumed = true }],
                },
            ],
            Approvals = [approval],
            Pledges = [Given.Pledge("p", Given.FR, 100) with { Needs = ["fr"], Zone = approval.Nation == Given.UA ? Zone.Rear : null, Host = approval.Nation == Given.UA ? Given.UA : null }],
            Guarantees = [Given.Guarantee("g", ("some", Given.Total("land", 30)), ("all", Given.Total("land", 100)))],
        };
        try
        {
            return CoalitionModel.Create(draft);
        }
        catch (CoalitionModelException)
        {
            return null;
        }
    }
}
