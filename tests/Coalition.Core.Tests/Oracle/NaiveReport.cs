using System.Collections.Immutable;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;

namespace Coalition.Tests.Oracle;

/// <summary>One figure at each of the three bounds.</summary>
internal sealed record NaiveBounds<T>(T Secured, T Reachable, T Possible);

/// <summary>What the oracle found of one requirement.</summary>
internal sealed record NaiveFinding(Requirement Requirement, Verdict Verdict)
{
    /// <summary>For a total, what it comes to.</summary>
    internal NaiveBounds<Int128>? Sums { get; init; }

    /// <summary>For a number of contributors, who they are, sorted by code.</summary>
    internal NaiveBounds<ImmutableArray<string>>? Nations { get; init; }

    internal ImmutableArray<NaiveFinding> Parts { get; init; } = [];

    internal IEnumerable<NaiveFinding> WithParts() => Parts.SelectMany(p => p.WithParts()).Prepend(this);

    internal string ToText()
    {
        var sums = Sums is { } s ? $" {s.Secured}/{s.Reachable}/{s.Possible}" : "";
        var nations = Nations is { } n ? $" {string.Join('+', n.Secured)}/{string.Join('+', n.Reachable)}/{string.Join('+', n.Possible)}" : "";
        return $"[{ModelText.Of(Requirement)}] {Verdict}{sums}{nations}{string.Concat(Parts.Select(p => $"\n  {p.ToText()}"))}";
    }
}

/// <summary>What the oracle found of one standard; no verdict where the guarantee is not in force.</summary>
internal sealed record NaiveStandard(string Guarantee, string Standard, GuaranteeForce Force, Verdict? Verdict, NaiveFinding Grounds)
{
    internal string ToText() => $"{Guarantee}/{Standard}: {Force} {Verdict?.ToString() ?? "none"}\n  {Grounds.ToText()}";
}

/// <summary>What the oracle found of one pledge: the gates looked at, and the worst of them.</summary>
internal sealed record NaivePledge(string Id, PledgeStage Stage, Standing Standing, ImmutableDictionary<Gate, Standing> Gates)
{
    internal bool HasFigure { get; init; }

    internal long Lower { get; init; }

    internal long Upper { get; init; }

    internal string ToText()
    {
        var gates = string.Join(", ", Gates.Where(g => g.Value != Standing.Passed).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Value}"));
        return $"{Id}: {Stage} {(HasFigure ? $"{Lower}..{Upper}" : "no figure")} {Standing} ({gates})";
    }
}

/// <summary>What the oracle found of a model.</summary>
internal sealed record NaiveReport(
    ImmutableArray<NaiveStandard> Standards, ImmutableArray<NaivePledge> Pledges, ImmutableSortedSet<string> OpenMatters)
{
    /// <summary>All of it, independent of the order of the model.</summary>
    internal string ToText() => string.Join('\n',
    [
        .. Standards.Select(s => s.ToText()).Order(StringComparer.Ordinal),
        .. Pledges.Select(p => p.ToText()).Order(StringComparer.Ordinal),
        $"open: {string.Join(", ", OpenMatters)}",
    ]);
}
