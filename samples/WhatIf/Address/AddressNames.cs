namespace WhatIf.Address;

/// <summary>The names of the parts of an address, which are also those of the inputs of the form.</summary>
internal static class AddressNames
{
    internal const string On = "on";
    internal const string Known = "known";
    internal const string Grant = "grant";
    internal const string Occur = "occur";
    internal const string Withdraw = "withdraw";
    internal const string Model = "model";
}
