using System.Collections.Immutable;
using Coalition.Requirements;

namespace Coalition.Internal;

/// <summary>Checks what requirements refer to: that it exists, that totals have one unit, that standards do not go in circles.</summary>
internal sealed class RequirementChecker(ModelIndex index, CoalitionLimits limits, Problems problems, CancellationToken cancellation)
{
    // Equal totals are checked once, at their first place.
    private readonly Dictionary<(PledgeFilter Filter, Unit Unit), Func<string>> totals = [];

    private readonly int mostParts = Math.Min(limits.MaxEntries, Requirement.MostParts / 4);

    internal void Check(Requirement requirement, Func<string> path)
    {
        if (requirement.Depth > limits.MaxDepth)
        {
            problems.Add(path(), $"a requirement of {requirement.Depth} levels", $"at most {limits.MaxDepth}, the limit in force");
            return;
        }

        // Before any walk, since one requirement may stand in many places of another.
        if (requirement.Size > mostParts)
        {
            problems.Add(path(), $"a requirement of {requirement.Size} parts", $"at most {mostParts}, the limit in force");
            return;
        }

        Visit(requirement, path);
    }

    internal void CheckCircumstance(string id, string path)
    {
        if (!index.Circumstances.Declares(id))
        {
            problems.Add(path, $"'{id}'", "the id of a circumstance of this model");
        }
    }

    internal void CheckSupport(string id, string path)
    {
        if (!index.SupportTypes.Declares(id))
        {
            problems.Add(path, $"'{id}'", $"a support type that the model declares, or one of {string.Join(", ", SupportType.WellKnown.Select(s => s.Id))}");
        }
    }

    /// <summary>Refuses totals over pledges of different units. Called once the pledges have been looked up.</summary>
    internal void CheckTotals()
    {
        foreach (var ((filter, unit), path) in totals)
        {
            foreach (var position in index.Candidates.For(filter))
            {
                cancellation.ThrowIfCancellationRequested();
                var pledge = index.Draft.Pledges[position];
                var links = index.Links[position];
                if (links.Support is not null && links.Nation >= 0 && links.Unit != unit
                    && filter.Matches(pledge, links.Support, index.Draft.Nations[links.Nation]))
                {
                    problems.Add(path(), $"the pledge '{pledge.Id}' in {links.Unit} within a total in {unit}", "pledges of one unit in a total");
                    break;
                }
            }
        }
    }

    /// <summary>Refuses standards that refer to each other in a circle, or in too long a chain.</summary>
    internal void CheckReferencesBetweenStandards()
    {
        var graph = StandardGraph.Of(index.Draft.Guarantees);
        if (graph.Circle() is { } circle)
        {
            problems.Add(
                $"$.guarantees.{circle[0].Guarantee}.standards.{circle[0].Standard}.requires",
                $"a circle of standards: {string.Join(" → ", circle.Append(circle[0]).Select(s => $"{s.Guarantee}/{s.Standard}"))}",
                "standards that do not refer to each other in a circle");
        }
        else if (graph.Depth > limits.MaxDepth && index.Draft.Guarantees.All(g => g.Standards.All(s => s.Requires.Depth <= limits.MaxDepth)))
        {
            problems.Add("$.guarantees", $"standards that refer to each other, {graph.Depth} levels deep together", $"at most {limits.MaxDepth}, the limit in force");
        }
    }

    private void Visit(Requirement requirement, Func<string> path)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (requirement)
        {
            case Requirement.Holds holds when !index.Circumstances.Declares(holds.Circumstance):
                CheckCircumstance(holds.Circumstance, $"{path()}.holds");
                break;
            case Requirement.Total total:
                CheckFilter(total.Filter, () => $"{path()}.total");
                CheckUnit(total, path);
                break;
            case Requirement.Contributors contributors:
                CheckFilter(contributors.Filter, () => $"{path()}.contributors");
                break;
            case Requirement.Contributes contributes:
                CheckNation(contributes.Nation, () => $"{path()}.contributes");
                CheckFilter(contributes.Filter, () => $"{path()}.with");
                break;
            case Requirement.Met met:
                CheckMet(met, path);
                break;
            case Requirement.AllOf all:
                VisitParts(all.Of, () => $"{path()}.allOf");
                break;
            case Requirement.AnyOf any:
                VisitParts(any.Of, () => $"{path()}.anyOf");
                break;
            case Requirement.AtLeast some:
                VisitParts(some.Of, () => $"{path()}.of");
                break;
            default:
                break;
        }
    }

    private void VisitParts(ImmutableArray<Requirement> parts, Func<string> path)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            var at = i;
            Visit(parts[i], () => $"{path()}[{at}]");
        }
    }

    private void CheckFilter(PledgeFilter filter, Func<string> path)
    {
        if (CheckCount(filter.Support.Length, "support") | CheckCount(filter.Families.Length, "families")
            | CheckCount(filter.Nations.Length, "nations") | CheckCount(filter.Roles.Length, "roles")
            | CheckCount(filter.Zones.Length, "zones") | CheckCount(filter.Pledges.Length, "pledges"))
        {
            return;
        }

        for (var i = 0; i < filter.Support.Length; i++)
        {
            if (!index.SupportTypes.Declares(filter.Support[i]))
            {
                CheckSupport(filter.Support[i], $"{path()}.support[{i}]");
            }
        }

        for (var i = 0; i < filter.Nations.Length; i++)
        {
            var at = i;
            CheckNation(filter.Nations[i], () => $"{path()}.nations[{at}]");
        }

        for (var i = 0; i < filter.Pledges.Length; i++)
        {
            if (!index.Pledges.Declares(filter.Pledges[i]))
            {
                problems.Add($"{path()}.pledges[{i}]", $"'{filter.Pledges[i]}'", "the id of a pledge of this model");
            }
        }

        // A path is only put together once there is a problem.
        bool CheckCount(int count, string list) => count > limits.MaxEntries && problems.AddIfBeyond(count, limits.MaxEntries, $"{path()}.{list}");
    }

    private void CheckNation(NationCode code, Func<string> path)
    {
        if (!index.Nations.Declares(code))
        {
            problems.Add(path(), $"'{code}'", "the code of a nation of this model");
        }
    }

    private void CheckUnit(Requirement.Total total, Func<string> path)
    {
        var shared = TotalUnits.Resolve(total, index, out var found);
        if (shared is { IsCurrency: false } odd && !index.Knows(odd))
        {
            problems.Add($"{path()}.unit", $"'{odd}'", "a well-known unit, a currency, or the unit of a support type of this model");
        }
        else if (shared is { } unit)
        {
            totals.TryAdd((total.Filter with { LeastStage = null }, unit), path);
        }
        else if (found.Length != 0)
        {
            problems.Add(path(), found, "a total of one unit: name support types that share one, or state 'unit'");
        }
    }

    private void CheckMet(Requirement.Met met, Func<string> path)
    {
        var guarantee = index.Guarantees.Find(met.Guarantee);
        if (guarantee is null)
        {
            if (!index.Guarantees.Declares(met.Guarantee))
            {
                problems.Add($"{path()}.met", $"'{met.Guarantee}'", "the id of a guarantee of this model");
            }
        }
        else if (met.Standard is null && guarantee.Standards.Length != 1)
        {
            problems.Add(path(), $"no standard of '{met.Guarantee}', which has {guarantee.Standards.Length}", "'standard', the id of one of them");
        }
        else if (met.Standard is { } standard && index.FindStandard(guarantee, standard) is null)
        {
            problems.Add($"{path()}.standard", $"'{standard}'", $"the id of a standard of '{met.Guarantee}'");
        }
    }
}
