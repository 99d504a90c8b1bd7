namespace WhatIf.Address;

/// <summary>A part of an address that asks for what cannot be.</summary>
/// <param name="Part">The part, such as <c>grant=approval:gb-commons</c>, clipped.</param>
/// <param name="Says">What is wrong with it, as a sentence.</param>
public sealed record AddressProblem(string Part, string Says)
{
    private const int MostShown = 100;

    /// <summary>Of a part as it was sent.</summary>
    internal static AddressProblem Of(string name, string value, string says)
    {
        var part = $"{name}={value}";
        return new(part.Length <= MostShown ? part : $"{part[..MostShown]}…", says);
    }
}
