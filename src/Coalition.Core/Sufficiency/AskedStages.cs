using Coalition.Internal;
using Coalition.Requirements;

namespace Coalition.Sufficiency;

/// <summary>How far, beyond firm, some filter of the model asks each pledge to be.</summary>
internal sealed class AskedStages
{
    private readonly PledgeStage[]? asked;

    internal AskedStages(CoalitionModel model, CancellationToken cancellation)
    {
        var filters = new HashSet<PledgeFilter>();
        foreach (var guarantee in model.Guarantees)
        {
            foreach (var standard in guarantee.Standards)
            {
                Collect(standard.Requires, filters);
            }
        }

        foreach (var pledge in model.Pledges)
        {
            cancellation.ThrowIfCancellationRequested();
            if (pledge.Condition is { } condition)
            {
                Collect(condition, filters);
            }
        }

        foreach (var approval in model.Approvals)
        {
            foreach (var mandate in approval.Mandates())
            {
                if (mandate.Condition is { } condition)
                {
                    Collect(condition, filters);
                }
            }
        }

        if (filters.Count == 0)
        {
            return;
        }

        asked = new PledgeStage[model.Pledges.Length];
        foreach (var filter in filters)
        {
            foreach (var position in model.Index.Candidates.For(filter))
            {
                cancellation.ThrowIfCancellationRequested();
                var links = model.Index.Links[position];
                if (filter.Matches(model.Pledges[position], links.Support, model.Nations[links.Nation]) && filter.LeastStage > asked[position])
                {
                    asked[position] = filter.LeastStage.Value;
                }
            }
        }
    }

    /// <summary>Whether the stage of a pledge is an open matter: it is not firm, or some filter asks for more than it is.</summary>
    internal bool IsOpen(int position, PledgeStage stage) =>
        stage >= PledgeStage.Floated && (stage < PledgeStage.Firm || (asked is not null && stage < asked[position]));

    private static void Collect(Requirement requirement, HashSet<PledgeFilter> filters)
    {
        var filter = requirement switch
        {
            Requirement.Total total => total.Filter,
            Requirement.Contributors contributors => contributors.Filter,
            Requirement.Contributes contributes => contributes.OfNation,
            _ => null,
        };
        if (filter is { LeastStage: > PledgeStage.Firm })
        {
            filters.Add(filter);
        }

        foreach (var part in RequirementParts.Of(requirement))
        {
            Collect(part, filters);
        }
    }
}
