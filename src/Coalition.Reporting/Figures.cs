using System.Collections.Immutable;
using Coalition.Sufficiency;

namespace Coalition.Reporting;

/// <summary>On whose word figures and pledges stand.</summary>
internal static class Figures
{
    /// <summary>The source of a pledge's figures: that of its claims where they all have the same, and otherwise its own.</summary>
    internal static Source? SourceOf(Pledge pledge, CoalitionModel model)
    {
        List<string?> claims = [.. pledge.Claims.Where(c => c.HasFigure).Select(c => c.Source ?? pledge.Source).Distinct()];
        var id = claims.Count == 1 ? claims[0] : pledge.Source;
        return id is null ? null : model.GetSource(id);
    }

    /// <summary>The sources of a pledge and of its figures, each once.</summary>
    internal static ImmutableArray<Source> SourcesOf(Pledge pledge, CoalitionModel model) =>
        [.. pledge.Claims.Select(c => c.Source ?? pledge.Source).Append(pledge.Source).OfType<string>().Distinct().Select(model.GetSource)];

    /// <summary>Why a pledge does not count, or not yet: the grounds of the gates that it has not passed.</summary>
    internal static string Grounds(PledgeReport pledge) =>
        string.Join("; ", pledge.Gates.Where(g => g.Standing == pledge.Standing || g.Standing == Standing.Failed).Select(g => g.Ground).Distinct());

    internal static string InWords(Standing standing) => standing switch
    {
        Standing.Passed => "counts",
        Standing.Pending => "pending",
        Standing.Locked => "in a circle",
        _ => "set aside",
    };
}
