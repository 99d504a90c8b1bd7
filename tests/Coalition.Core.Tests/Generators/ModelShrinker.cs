using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;

namespace Coalition.Tests.Generators;

/// <summary>Cuts a model down, one part at a time: what is no valid model any more is left out.</summary>
internal static class ModelShrinker
{
    internal static IEnumerable<CoalitionModel> Smaller(CoalitionModel model)
    {
        foreach (var draft in Drafts(model.Draft))
        {
            CoalitionModel smaller;
            try
            {
                smaller = CoalitionModel.Create(draft);
            }
            catch (CoalitionModelException)
            {
                continue;
            }

            yield return smaller;
        }
    }

    private static IEnumerable<CoalitionDraft> Drafts(CoalitionDraft draft) =>
    [
        .. Without(draft.Guarantees).Select(g => draft with { Guarantees = g }),
        .. Without(draft.Pledges).Select(p => draft with { Pledges = p }),
        .. draft.Approvals.Select(a => draft with
        {
            Approvals = draft.Approvals.Remove(a),
            Pledges = [.. draft.Pledges.Select(p => p with { Needs = p.Needs.Remove(a.Id) })],
        }),
        .. Without(draft.Circumstances).Select(c => draft with { Circumstances = c }),
        .. Without(draft.Nations).Select(n => draft with { Nations = n }),
        .. Without(draft.Sources).Select(s => draft with { Sources = s }),
        .. Each(draft.Guarantees, Smaller).Select(g => draft with { Guarantees = g }),
        .. Each(draft.Pledges, Smaller).Select(p => draft with { Pledges = p }),
        .. Each(draft.Approvals, Smaller).Select(a => draft with { Approvals = a }),
        .. Each(draft.Circumstances, c => Without(c.Events).Select(e => c with { Events = e })).Select(c => draft with { Circumstances = c }),
        .. Each(draft.Nations, n => Without(n.Roles).Select(r => n with { Roles = r })).Select(n => draft with { Nations = n }),
    ];

    private static IEnumerable<Guarantee> Smaller(Guarantee guarantee) =>
    [
        .. Without(guarantee.Standards).Select(s => guarantee with { Standards = s }),
        .. guarantee.Trigger is null ? [] : new[] { guarantee with { Trigger = null } },
        .. guarantee.From is null && guarantee.Until is null ? [] : new[] { guarantee with { From = null, Until = null } },
        .. Each(guarantee.Standards, s => Smaller(s.Requires).Select(r => s with { Requires = r })).Select(s => guarantee with { Standards = s }),
    ];

    private static IEnumerable<Pledge> Smaller(Pledge pledge)
    {
        if (pledge.Condition is { } condition)
        {
            yield return pledge with { Condition = null };
            foreach (var smaller in Smaller(condition))
            {
                yield return pledge with { Condition = smaller };
            }
        }

        foreach (var needs in Without(pledge.Needs))
        {
            yield return pledge with { Needs = needs };
        }

        foreach (var claims in Without(pledge.Claims))
        {
            yield return pledge with { Claims = claims };
        }

        foreach (var claims in Each(pledge.Claims, Smaller))
        {
            yield return pledge with { Claims = claims };
        }

        foreach (var stages in Without(pledge.Stages))
        {
            yield return pledge with { Stages = stages };
        }

        Pledge[] plainer =
        [
            pledge with { Stage = PledgeStage.Firm, Stages = [] }, pledge with { Readiness = null }, pledge with { From = null, Until = null },
            pledge with { Zone = null }, pledge with { Source = null }, pledge with { Unit = null }, pledge with { Host = null },
            pledge with { Rotation = null },
        ];
        foreach (var smaller in plainer.Where(p => p != pledge))
        {
            yield return smaller;
        }
    }

    private static IEnumerable<Claim> Smaller(Claim claim)
    {
        if (claim.Published is not null || claim.Source is not null)
        {
            yield return new Claim(claim.Lower, claim.Upper);
        }

        if (claim.Lower > 1)
        {
            yield return new Claim(1, claim.Upper) { Published = claim.Published, Source = claim.Source };
        }

        if (claim.Upper > 1 && claim.Upper > (claim.Lower ?? 0))
        {
            yield return new Claim(claim.Lower, Math.Max(1, claim.Lower ?? 0)) { Published = claim.Published, Source = claim.Source };
        }
    }

    private static IEnumerable<ParliamentaryApproval> Smaller(ParliamentaryApproval approval) =>
    [
        .. Without(approval.Acts).Select(a => approval with { Acts = a }),
        .. Without(approval.Decisions).Select(d => approval with { Decisions = d }),
        .. new[]
        {
            approval with { Decisions = [.. approval.Decisions.Select(d => d with { Parties = [] })] },
            approval with { Due = null }, approval with { InformFirst = false }, approval with { InformWithin = null }, approval with { Silence = null },
            approval with { DecideWithin = null, DecideFrom = PeriodStart.Action }, approval with { DecideFrom = PeriodStart.Action },
            approval with { ProvisionalExtension = null }, approval with { Combination = DecisionCombination.EachConsents }, approval with { SittingDays = [] },
        }.Where(a => a != approval),
        .. approval.StatutoryMandate is null ? [] : Smaller(approval.StatutoryMandate).Select(m => approval with { StatutoryMandate = m }),
        .. Each(approval.Acts, Smaller).Select(a => approval with { Acts = a }),
    ];

    private static IEnumerable<ApprovalAct> Smaller(ApprovalAct act) =>
    [
        .. act.Published is null && act.Source is null ? [] : new[] { act with { Published = null, Source = null } },
        .. act switch
        {
            ApprovalAct.Submitted { Mandate: { } asked } submitted => Smaller(asked).Select(m => submitted with { Mandate = m }),
            ApprovalAct.Approved { Mandate: { } given } approved => Smaller(given).Select(m => approved with { Mandate = m }),
            _ => Enumerable.Empty<ApprovalAct>(),
        },
    ];

    private static IEnumerable<Mandate?> Smaller(Mandate mandate) =>
    [
        null,
        .. Without(mandate.Ceilings).Select(c => mandate with { Ceilings = c }),
        .. new[]
        {
            mandate with { From = null }, mandate with { Until = null, ExtendableUntil = null }, mandate with { ExtendableUntil = null },
            mandate with { ExcludesReliefOverlap = false }, mandate with { Zones = [] }, mandate with { Support = [] },
            mandate with { Condition = null },
        }.Where(m => m != mandate),
        .. mandate.Condition is null ? [] : Smaller(mandate.Condition).Select(c => mandate with { Condition = c }),
    ];

    private static IEnumerable<Requirement> Smaller(Requirement requirement) => requirement switch
    {
        Requirement.Always => [],
        Requirement.AllOf all => [.. all.Of, .. WithoutOne(all.Of).Select(of => new Requirement.AllOf(of)), .. Each(all.Of, Smaller).Select(of => new Requirement.AllOf(of))],
        Requirement.AnyOf any => [.. any.Of, .. WithoutOne(any.Of).Select(of => new Requirement.AnyOf(of)), .. Each(any.Of, Smaller).Select(of => new Requirement.AnyOf(of))],
        Requirement.AtLeast some => [.. some.Of, .. Each(some.Of, Smaller).Select(of => new Requirement.AtLeast(some.Count, of))],
        Requirement.Total total => [new Requirement.Always(), .. Smaller(total)],
        _ => [new Requirement.Always()],
    };

    private static IEnumerable<Requirement.Total> Smaller(Requirement.Total total)
    {
        if (total.PerNationCap is not null)
        {
            yield return new Requirement.Total(total.Filter, total.AtLeast, null, total.Unit, total.Sustained);
        }

        if (total.Sustained)
        {
            yield return new Requirement.Total(total.Filter, total.AtLeast, total.PerNationCap, total.Unit);
        }

        if (total.Filter.LeastStage is not null)
        {
            yield return new Requirement.Total(total.Filter with { LeastStage = null }, total.AtLeast, total.PerNationCap, total.Unit, total.Sustained);
        }

        if (total.AtLeast > 1)
        {
            yield return new Requirement.Total(total.Filter, total.AtLeast / 2, total.PerNationCap, total.Unit, total.Sustained);
        }
    }

    private static IEnumerable<ImmutableArray<T>> WithoutOne<T>(ImmutableArray<T> items) => items.Length < 2 ? [] : Without(items);

    private static IEnumerable<ImmutableArray<T>> Without<T>(ImmutableArray<T> items) => items.Select((_, i) => items.RemoveAt(i));

    private static IEnumerable<ImmutableArray<T>> Each<T>(ImmutableArray<T> items, Func<T, IEnumerable<T>> smaller) =>
        items.SelectMany((item, i) => smaller(item).Select(s => items.SetItem(i, s)));
}
