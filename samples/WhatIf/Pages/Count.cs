using Coalition;
using Coalition.Requirements;
using Coalition.Sufficiency;
using ParisSummit.Picture;

namespace WhatIf.Pages;

/// <summary>How much of something there is, at each bound, and how much is required.</summary>
/// <param name="Now">What counts now.</param>
/// <param name="AtBest">What counts if all that is open goes well.</param>
/// <param name="Together">What counts if, besides, all who wait for each other move together.</param>
/// <param name="Required">What is required.</param>
/// <param name="Unit">In which unit; null for nations.</param>
public sealed record Count(Int128 Now, Int128 AtBest, Int128 Together, Int128 Required, Unit? Unit)
{
    /// <summary>What is required, with its unit.</summary>
    internal string RequiredInWords => Unit is { } unit ? Words.WithUnit(Required, unit) : $"{Words.Of(Required)} {(Required == 1 ? "nation" : "nations")}";

    /// <summary>What there is.</summary>
    internal string FiguresInWords => $"{Amount(Now)} now, {Amount(AtBest)} at best";

    /// <summary>Of a line that counts something; null of any other.</summary>
    internal static Count? Of(Finding finding) => finding switch
    {
        Finding.Total total => new Count(
            total.Secured.Counted.Amount, total.Reachable.Counted.Amount, total.Possible.Counted.Amount, total.Required.Amount, total.Required.Unit),
        Finding.Contributors nations => new Count(
            nations.Secured.Length, nations.Reachable.Length, nations.Possible.Length, ((Requirement.Contributors)nations.Requirement).AtLeast, null),
        _ => null,
    };

    private string Amount(Int128 amount) => Unit is { } unit ? Words.Of(amount, unit) : Words.Of(amount);
}
