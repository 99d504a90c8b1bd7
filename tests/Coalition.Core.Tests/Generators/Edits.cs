using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Tests.Generators;

/// <summary>Edits of a model of every sort: some help, some harm, some bear on nothing.</summary>
internal static class Edits
{
    private static readonly ImmutableArray<Func<ModelSample, Draw, CoalitionDraft?>> All =
    [
        (s, draw) => s.Model.Nations.IsEmpty ? null : Drawn(Changes.Gains(s), draw),
        (s, draw) => s.Model.Nations.IsEmpty ? null : Drawn(Changes.Gains(s), draw),
        (s, draw) => s.Model.Nations.IsEmpty ? null : Drawn(Changes.Losses(s), draw),
        (s, draw) => s.Model.Nations.IsEmpty ? null : Drawn(Changes.Losses(s), draw),
        (s, draw) => Without(s.Model.Pledges, draw) is { } left ? s.Model.Draft with { Pledges = left } : null,
        (s, draw) => OfPledge(s, draw, p => p with { Condition = null }),
        (s, draw) => OfPledge(s, draw, p => p with { Condition = s.Model.Circumstances.IsEmpty ? new Requirement.Always() : new Requirement.Holds(draw.Pick(s.Model.Circumstances).Id) }),
        (s, draw) => OfPledge(s, draw, p => p with { Needs = [] }),
        (s, draw) => OfPledge(s, draw, p => s.Model.Approvals.IsEmpty ? p : p with { Needs = p.Needs.Add(draw.Pick(s.Model.Approvals).Id) }),
        (s, draw) => OfPledge(s, draw, p => p with { Claims = Without(p.Claims, draw) ?? [] }),
        (s, draw) => OfPledge(s, draw, p => p with { Stage = draw.Among(PledgeStage.Declared, PledgeStage.Firm, PledgeStage.Deployed) }),
        (s, draw) => OfPledge(s, draw, p => p with { Stages = Without(p.Stages, draw) ?? [] }),
        (s, draw) => OfPledge(s, draw, p => p with { From = s.On.PlusDays(draw.Int(-2, 2)), Until = null }),
        (s, draw) => OfPledge(s, draw, p => p with { Zone = draw.Among(Zone.Air, Zone.NeighbouringAlly, Zone.HostTerritory) }),
        (s, draw) => OfPledge(s, draw, p => p with { Source = draw.Chance(30) || s.Model.Sources.IsEmpty ? null : draw.Pick(s.Model.Sources).Id }),
        (s, draw) => OfPledge(s, draw, p => p with { Note = "Edited.", Claims = [.. p.Claims.Select(c => c with { Note = "Edited." })] }),
        (s, draw) => OfPledge(s, draw, p => p with { Stages = p.Stages.Add(new StageChange { On = s.On.PlusDays(draw.Int(-3, 3)), Stage = PledgeStage.Firm, Assumed = true }) }),
        (s, draw) => OfApproval(s, draw, a => a with { Acts = Without(a.Acts, draw) ?? [] }),
        (s, draw) => OfApproval(s, draw, a => a with { Acts = [] }),
        (s, draw) => OfApproval(s, draw, a => a with { Due = s.On.PlusDays(draw.Int(-3, 3)) }),
        (s, draw) => OfApproval(s, draw, a => a with { Acts = a.Acts.Add(new ApprovalAct.Submitted { On = s.On.PlusDays(-draw.Int(0, 5)), Assumed = true }) }),
        (s, draw) => OfApproval(s, draw, a => a with { Acts = a.Acts.Add(new ApprovalAct.Approved { On = s.On.PlusDays(-draw.Int(0, 5)), Assumed = true, Body = a.Decisions is [var d, ..] ? d.Body : null }) }),
        (s, draw) => OfApproval(s, draw, a => a with { Law = "a-law", Acts = [.. a.Acts.Select(act => act with { Note = "Edited." })] }),
        (s, draw) => Without(s.Model.Approvals, draw) is { } left ? s.Model.Draft with { Approvals = left } : null,
        (s, draw) => s.Model.Circumstances.IsEmpty ? null : Replaced(s.Model.Draft, draw.Pick(s.Model.Circumstances), c => c with { Events = Without(c.Events, draw) ?? [] }),
        (s, draw) => s.Model.Circumstances.IsEmpty ? null : Replaced(s.Model.Draft, draw.Pick(s.Model.Circumstances), c => c with
        {
            Events = c.Events.Add(new CircumstanceEvent { On = s.On.PlusDays(draw.Int(-4, 2)), Assumed = true, Change = draw.Among(CircumstanceChange.Occurred, CircumstanceChange.Ended, CircumstanceChange.RuledOut) }),
        }),
        (s, draw) => OfGuarantee(s, draw, g => g with { Trigger = s.Model.Circumstances.IsEmpty || draw.Chance(40) ? null : draw.Pick(s.Model.Circumstances).Id }),
        (s, draw) => OfGuarantee(s, draw, g => g with { Until = draw.Chance(50) ? s.On.PlusDays(draw.Int(-1, 1)) : null, From = null, Title = "Edited." }),
        (s, draw) => OfGuarantee(s, draw, g => g with { Standards = [.. g.Standards.Select(standard => standard with { Requires = Requirement(draw, standard.Requires), Note = "Edited." })] }),
        (s, draw) => OfGuarantee(s, draw, g => g with { Standards = g.Standards.Add(new SufficiencyStandard { Id = "edited", Requires = new Requirement.Always() }) }),
        (s, draw) => OfGuarantee(s, draw, g => Without(g.Standards, draw) is { Length: > 0 } left ? g with { Standards = left } : g),
        (s, draw) => OfApproval(s, draw, a => a with { Decisions = Replaced(a.Decisions, draw, d => d with { Members = (d.Members ?? 700) + 7, Parties = [] }) }),
        (s, draw) => s.Model.Draft with { Circumstances = Replaced(s.Model.Circumstances, draw, c => c with { Title = "Edited.", Source = s.Model.Sources.IsEmpty ? null : draw.Pick(s.Model.Sources).Id }) },
        (s, draw) => WithCircumstance(s, draw),
        (s, draw) => AllWaitForEachOther(s, draw),
        (s, _) => s.Model.Draft with { Title = "Edited.", Note = "Edited.", AsOf = s.Model.AsOf.PlusDays(3) },
        (s, draw) => s.Model.Sources.IsEmpty ? null : s.Model.Draft with { Sources = Replaced(s.Model.Sources, draw, source => source with { Published = draw.Chance(30) ? null : new PublicationDate(s.Model.AsOf.PlusDays(-draw.Int(0, 30))), Title = "Edited.", Label = SourceLabel.Estimate }) },
        (s, draw) => s.Model.Draft with { Nations = Replaced(s.Model.Nations, draw, nation => nation with { Name = "Edited", NuclearArmed = !nation.NuclearArmed, Roles = draw.Chance(50) ? nation.Roles : [NationRole.Contributor] }) },
        (s, draw) => WithNewcomer(s, draw),
        (s, draw) => ModelShuffle.Of(s.Model, draw).Draft,
    ];

    /// <summary>A model after so many edits, those that would make it invalid left out.</summary>
    internal static CoalitionModel Edited(ModelSample sample, int count, Draw draw)
    {
        for (var i = 0; i < count; i++)
        {
            try
            {
                if (draw.Pick(All)(sample, draw) is { } draft)
                {
                    sample = sample.With(CoalitionModel.Create(draft));
                }
            }
            catch (CoalitionModelException)
            {
            }
        }

        return sample.Model;
    }

    private static CoalitionDraft? Drawn(IEnumerable<Change> changes, Draw draw) => changes.ToList() is { Count: > 0 } some ? draw.Pick(some).After.Draft : null;

    // A nation of its own with a pledge, a source and a type that only it refers to.
    private static CoalitionDraft? WithNewcomer(ModelSample sample, Draw draw)
    {
        var draft = sample.Model.Draft;
        var source = new Source { Id = "newcomer", Label = SourceLabel.Fact, Title = "Newcomer", Published = new PublicationDate(draft.AsOf.PlusDays(-draw.Int(0, 20))) };
        var type = new SupportType { Id = "newcomer", Name = "Newcomer", Family = SupportFamily.Forces, Unit = draw.Chance(50) ? Unit.Personnel : new Unit("newcomers") };
        var amount = draw.Int(1, 9);
        return draft.Nations.Any(n => n.Code == new NationCode("XN")) ? null : draft with
        {
            Sources = draft.Sources.Add(source),
            SupportTypes = draw.Chance(50) ? draft.SupportTypes.Add(type) : draft.SupportTypes,
            Nations = draft.Nations.Add(new Nation { Code = new("XN"), Name = "Newcomer", Roles = [NationRole.Contributor] }),
            Pledges = draft.Pledges.Add(new Pledge
            {
                Id = "newcomer",
                Nation = new("XN"),
                Support = draw.Among("land", "naval"),
                Source = "newcomer",
                Stage = PledgeStage.Firm,
                Claims = [new Claim(amount, amount)],
            }),
        };
    }

    // Something new that has to happen before all pledges of a nation.
    private static CoalitionDraft? WithCircumstance(ModelSample sample, Draw draw)
    {
        var draft = sample.Model.Draft;
        if (draft.Pledges.IsEmpty)
        {
            return null;
        }

        var nation = draw.Pick(draft.Pledges).Nation;
        return draft.Circumstances.Any(c => c.Id == "new") ? null : draft with
        {
            Circumstances = draft.Circumstances.Add(new Circumstance { Id = "new", Title = "New" }),
            Pledges = [.. draft.Pledges.Select(p => p.Nation == nation ? p with { Condition = new Requirement.Holds("new") } : p)],
        };
    }

    // Two nations each of whose pledges waits for the other.
    private static CoalitionDraft? AllWaitForEachOther(ModelSample sample, Draw draw)
    {
        var draft = sample.Model.Draft;
        return draft.Nations.Length < 2 ? null : draft with
        {
            Pledges =
            [
                .. draft.Pledges.Select(p => draft.Nations.FirstOrDefault(n => n.Code != p.Nation) is { } other && draw.Chance(80)
                    ? p with { Condition = new Requirement.Contributes(other.Code, PledgeFilter.All) } : p),
            ],
        };
    }

    private static Requirement Requirement(Draw draw, Requirement requirement) => requirement switch
    {
        Requirement.Total total => new Requirement.Total(total.Filter, draw.Chance(50) ? total.AtLeast / 2 : Math.Min(total.AtLeast, long.MaxValue - 9) + draw.Int(1, 9), total.PerNationCap, total.Unit, total.Sustained),
        Requirement.AllOf all => draw.Chance(50) ? new Requirement.AnyOf(all.Of) : new Requirement.AllOf(all.Of[0]),
        Requirement.AnyOf any => new Requirement.AllOf(any.Of),
        _ => draw.Chance(50) ? new Requirement.Always() : new Requirement.AllOf(requirement, new Requirement.Contributors(PledgeFilter.All, 2)),
    };

    private static CoalitionDraft? OfPledge(ModelSample sample, Draw draw, Func<Pledge, Pledge> edit) =>
        sample.Model.Pledges.IsEmpty ? null : sample.Model.Draft with { Pledges = Replaced(sample.Model.Pledges, draw, edit) };

    private static CoalitionDraft? OfApproval(ModelSample sample, Draw draw, Func<ParliamentaryApproval, ParliamentaryApproval> edit) =>
        sample.Model.Approvals.IsEmpty ? null : sample.Model.Draft with { Approvals = Replaced(sample.Model.Approvals, draw, edit) };

    private static CoalitionDraft OfGuarantee(ModelSample sample, Draw draw, Func<Guarantee, Guarantee> edit) =>
        sample.Model.Draft with { Guarantees = Replaced(sample.Model.Guarantees, draw, edit) };

    private static CoalitionDraft Replaced(CoalitionDraft draft, Circumstance circumstance, Func<Circumstance, Circumstance> edit) =>
        draft with { Circumstances = draft.Circumstances.Replace(circumstance, edit(circumstance)) };

    private static ImmutableArray<T> Replaced<T>(ImmutableArray<T> entries, Draw draw, Func<T, T> edit)
    {
        if (entries.IsEmpty)
        {
            return entries;
        }

        var position = draw.Int(0, entries.Length - 1);
        return entries.SetItem(position, edit(entries[position]));
    }

    private static ImmutableArray<T>? Without<T>(ImmutableArray<T> entries, Draw draw) => entries.IsEmpty ? null : entries.RemoveAt(draw.Int(0, entries.Length - 1));
}
