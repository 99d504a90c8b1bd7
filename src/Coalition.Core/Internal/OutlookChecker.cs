using System.Collections.Immutable;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace Coalition.Internal;

/// <summary>Checks what spans several parts of an outlook.</summary>
internal sealed class OutlookChecker
{
    private readonly HashSet<string> known;
    private readonly Problems problems;

    internal OutlookChecker(ImmutableArray<Source> sources, HashSet<string> brokenSources, Problems problems)
    {
        this.problems = problems;
        known = [.. brokenSources];
        foreach (var source in sources)
        {
            if (!known.Add(source.Id))
            {
                problems.Add($"$.sources.{source.Id}", $"a second source with the id '{source.Id}'", "an id that no other source has");
            }
        }
    }

    internal void Check(ImmutableArray<(int Position, Estimate Estimate)> estimates, RemedyMenu? remedies)
    {
        var first = new Dictionary<FunctionVariable, (int Position, Estimate Estimate)>();
        foreach (var (position, estimate) in estimates)
        {
            CheckEstimate(estimate, Place(position));
            if (!first.TryAdd(estimate.Of, (position, estimate)))
            {
                problems.Add($"{Place(position)}.of", $"a second estimate of {estimate.Of}", "one estimate for each variable");
            }
        }

        CheckCircles(first);
        CheckRemedies(remedies);
    }

    private static string Place(int position) => FormattableString.Invariant($"$.probabilities[{position}]");

    private void CheckEstimate(Estimate estimate, string path)
    {
        // Who waives does so by choice: that is a remedy, and no chance.
        if (estimate.Of is FunctionVariable.OfWaiver || !FunctionVariable.TryParse(estimate.Of.ToString(), out var written) || written != estimate.Of)
        {
            problems.Add($"{path}.of", $"'{Guard.Clip(estimate.Of.ToString())}'", FunctionVariable.Expected);
        }

        if (estimate.Given is { } given && given.Kind != OpenMatterKind.Circumstance)
        {
            problems.Add($"{path}.given", $"'{given}'", "a circumstance, such as circumstance:ceasefire");
        }

        if (estimate.Given is null != estimate.Otherwise is null)
        {
            problems.Add(
                path, estimate.Given is null ? "'otherwise' without 'given'" : "'given' without 'otherwise'",
                "both, or neither: a probability that depends on a circumstance says what it is without it");
        }

        CheckSource(estimate.Source, path);
    }

    // No estimate depends on more than one other, so that a walk from each ends, or comes to where a walk has been: if that was this one, on a circle.
    private void CheckCircles(Dictionary<FunctionVariable, (int Position, Estimate Estimate)> estimates)
    {
        var walks = new Dictionary<FunctionVariable, int>();
        foreach (var (position, estimate) in estimates.Values.OrderBy(e => e.Position))
        {
            var at = estimate.Of;
            while (walks.TryAdd(at, position) && NextOf(at) is { } next)
            {
                at = next;
            }

            if (walks[at] == position && NextOf(at) is not null)
            {
                var circle = new List<FunctionVariable> { at, NextOf(at)! };
                while (circle[^1] != at)
                {
                    circle.Add(NextOf(circle[^1])!);
                }

                problems.Add($"{Place(estimates[at].Position)}.given", $"the circle {string.Join(" given ", circle)}", "no estimate that depends on itself");
            }
        }

        FunctionVariable? NextOf(FunctionVariable variable) =>
            estimates.TryGetValue(variable, out var found) && found.Estimate.Given is { } given ? new FunctionVariable.OfMatter(given) : null;
    }

    private void CheckRemedies(RemedyMenu? menu)
    {
        var ids = new HashSet<string>();
        foreach (var remedy in menu?.Remedies ?? [])
        {
            var path = $"$.remedies.menu.{remedy.Id}";
            if (!ids.Add(remedy.Id))
            {
                problems.Add(path, $"a second remedy with the id '{remedy.Id}'", "an id that no other remedy has");
            }

            CheckSource(remedy.Source, path);
            if (remedy is Remedy.FurtherPledge { Pledge: var pledge })
            {
                CheckPledge(remedy.Id, pledge, $"{path}.pledge");
            }
        }
    }

    private void CheckPledge(string id, Pledge pledge, string path)
    {
        if (pledge.Id != id)
        {
            problems.Add(path, $"a pledge with the id '{pledge.Id}'", $"the id of its remedy, '{id}'");
        }

        CheckSource(pledge.Source, path);
        for (var i = 0; i < pledge.Stages.Length; i++)
        {
            CheckSource(pledge.Stages[i].Source, FormattableString.Invariant($"{path}.stages[{i}]"));
        }

        for (var i = 0; i < pledge.Claims.Length; i++)
        {
            CheckSource(pledge.Claims[i].Source, FormattableString.Invariant($"{path}.amount[{i}]"));
        }
    }

    private void CheckSource(string? id, string path)
    {
        if (id is not null && !known.Contains(id))
        {
            problems.Add($"{path}.source", $"'{id}'", "the id of a source of this outlook");
        }
    }
}
