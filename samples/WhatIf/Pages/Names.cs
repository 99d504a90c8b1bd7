using Coalition;
using Coalition.Analysis;
using Coalition.Comparison;
using Coalition.Sufficiency;
using ParisSummit.Picture;
using WhatIf.Answers;

namespace WhatIf.Pages;

/// <summary>What the page calls things.</summary>
internal static class Names
{
    internal static string Sign(Verdict? verdict) => verdict switch
    {
        Verdict.Sufficient => "●",
        Verdict.Contingent => "◐",
        Verdict.Deadlocked => "⟳",
        Verdict.Insufficient => "○",
        _ => "–",
    };

    internal static string Word(Verdict? verdict) => verdict is { } given ? Words.Plain(given) : "not in force";

    /// <summary>The class of the style.</summary>
    internal static string Class(Verdict? verdict) => verdict is { } given ? Words.Plain(given) : "none";

    internal static string Guarantee(Guarantee guarantee) => guarantee.Title ?? guarantee.Id;

    internal static string Standard(StandardReport standard) => standard.Definition.Title ?? standard.Standard;

    internal static string Standard(Answer answer, VerdictMove move) => Standard(answer.Report[move.Guarantee, move.Standard]);

    internal static string Guarantee(Answer answer, string id) => Guarantee(answer.Report.Model.GetGuarantee(id));

    internal static string Variable(CoalitionModel model, FunctionVariable variable) => variable switch
    {
        FunctionVariable.OfNation nation => Words.Nation(nation.Nation, model),
        FunctionVariable.OfMatter matter => Matter(model, matter.Matter),
        _ => variable.ToString(),
    };

    /// <summary>An open matter, as what its settling well would be.</summary>
    internal static string Matter(CoalitionModel model, OpenMatter matter) => matter.Kind switch
    {
        OpenMatterKind.Approval => $"{Body(model.GetApproval(matter.Id))} approves",
        OpenMatterKind.Admission => $"{Words.Nation(new NationCode(matter.Id), model)} admits forces",
        OpenMatterKind.Circumstance => model.GetCircumstance(matter.Id).Title,
        OpenMatterKind.Stage => $"{Pledge(model, matter.Id)}: firm",
        _ => $"{Pledge(model, matter.Id)}: the most that is claimed",
    };

    /// <summary>A change, where it can be said shorter than the library does for models of all kinds.</summary>
    internal static string Change(CoalitionModel model, CoalitionChange change) => change switch
    {
        { What: ChangedPart.Grant, Kind: ChangeKind.Added, Subject: { } matter } => Matter(model, OpenMatter.Parse(matter)),
        { What: ChangedPart.Event, Kind: ChangeKind.Added, Subject: { } circumstance, On: { } day } => $"{model.GetCircumstance(circumstance).Title}, from {Words.Of(day)}",
        { What: ChangedPart.Stage, Kind: ChangeKind.Added, Item: "withdrawn", Subject: { } pledge, On: { } day } => $"{Pledge(model, pledge)}: withdrawn on {Words.Of(day)}",
        _ => change.ToString(),
    };

    /// <summary>Who promises something to a total without a figure; null if nobody does.</summary>
    internal static string? WithoutFigure(Finding finding, CoalitionModel model)
    {
        List<string> nations = finding is Finding.Total total ? [.. total.MissingFigures.SelectMany(m => m.Nations).Distinct().Select(n => Words.Nation(n, model))] : [];
        return nations.Count == 0 ? null : $"Without a figure, and so beside the bar: {Words.List(nations, "and")}.";
    }

    /// <summary>Who decides, such as <c>United Kingdom, House of Commons</c>.</summary>
    internal static string Body(Coalition.Approvals.ParliamentaryApproval approval) =>
        approval.Decisions.IsEmpty ? approval.Id : string.Join(" and ", approval.Decisions.Select(d => d.Body).Distinct());

    internal static string Pledge(CoalitionModel model, string id)
    {
        var pledge = model.GetPledge(id);
        return $"{Words.Nation(pledge.Nation, model)}, {model.GetSupportType(pledge.Support).Name}";
    }
}
