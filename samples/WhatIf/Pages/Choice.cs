namespace WhatIf.Pages;

/// <summary>One thing that can be changed on trial.</summary>
/// <param name="Name">The part of the address; null where it can no longer be changed.</param>
/// <param name="Value">The value in the address.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Note">What there is to know of it.</param>
/// <param name="IsChosen">Whether it is changed.</param>
public sealed record Choice(string? Name, string Value, string Label, string? Note, bool IsChosen)
{
    /// <summary>The id of its input, which stays the same from view to view.</summary>
    internal string Id => $"{Name ?? "settled"}-{Value}";
}
