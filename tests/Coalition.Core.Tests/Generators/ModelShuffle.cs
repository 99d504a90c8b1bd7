using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;

namespace Coalition.Tests.Generators;

/// <summary>The same model in another order, down to the last list (property P4).</summary>
internal static class ModelShuffle
{
    internal static CoalitionModel Of(CoalitionModel model, Draw draw)
    {
        var draft = model.Draft;
        return CoalitionModel.Create(draft with
        {
            Sources = draw.Shuffled(draft.Sources),
            SupportTypes = draw.Shuffled(draft.SupportTypes),
            Nations = draw.Shuffled(draft.Nations.Select(n => n with { Roles = draw.Shuffled(n.Roles) })),
            Circumstances = draw.Shuffled(draft.Circumstances.Select(c => c with { Events = draw.Shuffled(c.Events) })),
            Approvals = draw.Shuffled(draft.Approvals.Select(a => Of(a, draw))),
            Pledges = draw.Shuffled(draft.Pledges.Select(p => p with
            {
                Stages = draw.Shuffled(p.Stages),
                Claims = draw.Shuffled(p.Claims),
                Needs = draw.Shuffled(p.Needs),
                Condition = Of(p.Condition, draw),
            })),
            Guarantees = draw.Shuffled(draft.Guarantees.Select(g => g with
            {
                Standards = draw.Shuffled(g.Standards.Select(s => s with { Requires = Of(s.Requires, draw)! })),
            })),
        });
    }

    private static ParliamentaryApproval Of(ParliamentaryApproval approval, Draw draw)
    {
        // Bodies that consent must give one mandate, so equal mandates are reordered alike.
        var mandates = new Dictionary<Mandate, Mandate>();
        return approval with
        {
            Decisions = draw.Shuffled(approval.Decisions.Select(d => d with { Parties = draw.Shuffled(d.Parties) })),
            SittingDays = draw.Shuffled(approval.SittingDays),
            StatutoryMandate = approval.StatutoryMandate is { } set ? Once(set) : null,
            Acts = draw.Shuffled(approval.Acts.Select(act => act switch
            {
                ApprovalAct.Submitted { Mandate: { } asked } submitted => submitted with { Mandate = Once(asked) },
                ApprovalAct.Approved { Mandate: { } given } approved => approved with { Mandate = Once(given) },
                _ => act,
            })),
        };

        Mandate Once(Mandate mandate)
        {
            if (!mandates.TryGetValue(mandate, out var shuffled))
            {
                mandates.Add(mandate, shuffled = mandate with
                {
                    Ceilings = draw.Shuffled(mandate.Ceilings),
                    Zones = draw.Shuffled(mandate.Zones),
                    Support = draw.Shuffled(mandate.Support),
                    Condition = Of(mandate.Condition, draw),
                });
            }

            return shuffled;
        }
    }

    private static Requirement? Of(Requirement? requirement, Draw draw) => requirement switch
    {
        Requirement.Total total => new Requirement.Total(Of(total.Filter, draw), total.AtLeast, total.PerNationCap, total.Unit, total.Sustained),
        Requirement.Contributors contributors => new Requirement.Contributors(Of(contributors.Filter, draw), contributors.AtLeast),
        Requirement.Contributes contributes => new Requirement.Contributes(contributes.Nation, Of(contributes.Filter, draw)),
        Requirement.AllOf all => new Requirement.AllOf(Of(all.Of, draw)),
        Requirement.AnyOf any => new Requirement.AnyOf(Of(any.Of, draw)),
        Requirement.AtLeast some => new Requirement.AtLeast(some.Count, Of(some.Of, draw)),
        _ => requirement,
    };

    private static ImmutableArray<Requirement> Of(ImmutableArray<Requirement> parts, Draw draw) => draw.Shuffled(parts.Select(r => Of(r, draw)!));

    private static PledgeFilter Of(PledgeFilter filter, Draw draw) => filter with
    {
        Support = draw.Shuffled(filter.Support),
        Families = draw.Shuffled(filter.Families),
        Nations = draw.Shuffled(filter.Nations),
        Roles = draw.Shuffled(filter.Roles),
        Zones = draw.Shuffled(filter.Zones),
        Pledges = draw.Shuffled(filter.Pledges),
    };
}
