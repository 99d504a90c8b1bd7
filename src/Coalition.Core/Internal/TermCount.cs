using Coalition.Requirements;

namespace Coalition.Internal;

/// <summary>Counts the terms that an evaluation holds at once, and stops beyond the limit: before anything is built that grows with them.</summary>
/// <remarks>Cost: the parts of all requirements, and what the pledges need.</remarks>
internal sealed class TermCount(ModelIndex index, int most, CancellationToken cancellation)
{
    private readonly HashSet<PledgeFilter> filters = [];
    private long terms;

    /// <summary>Whether a model whose references all hold has no more terms than the limit.</summary>
    internal bool Holds()
    {
        var conditions = new long[index.Approvals.Count];
        for (var i = 0; i < conditions.Length; i++)
        {
            foreach (var mandate in index.Draft.Approvals[i].Mandates())
            {
                conditions[i] += mandate.Condition?.Size ?? 0;
                AddFilters(mandate.Condition);
            }
        }

        for (var i = 0; i < index.Links.Length && terms <= most; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            terms += index.Draft.Pledges[i].Condition?.Size ?? 0;
            AddFilters(index.Draft.Pledges[i].Condition);
            foreach (var approval in index.Links[i].Needs)
            {
                terms += conditions[approval];
            }
        }

        foreach (var guarantee in index.Draft.Guarantees)
        {
            foreach (var standard in guarantee.Standards)
            {
                terms += standard.Requires.Size;
                AddFilters(standard.Requires);
                AddReported(standard.Requires);
            }
        }

        return terms <= most;
    }

    // Equal filters share what they select.
    private void AddFilters(Requirement? requirement)
    {
        if (requirement is null || terms > most)
        {
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        if (Filter(requirement) is { } filter && filters.Add(filter))
        {
            terms += index.Candidates.CountFor(filter);
        }

        foreach (var part in RequirementParts.Of(requirement))
        {
            AddFilters(part);
        }
    }

    // A report tells for each part of a standard what every pledge brings to it.
    private void AddReported(Requirement requirement)
    {
        if (terms > most)
        {
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        terms += Filter(requirement) is { } filter ? index.Candidates.CountFor(filter) : 0;
        foreach (var part in RequirementParts.Of(requirement))
        {
            AddReported(part);
        }
    }

    private static PledgeFilter? Filter(Requirement requirement) => requirement switch
    {
        Requirement.Total total => total.Filter,
        Requirement.Contributors contributors => contributors.Filter,
        Requirement.Contributes contributes => contributes.OfNation,
        _ => null,
    };
}
