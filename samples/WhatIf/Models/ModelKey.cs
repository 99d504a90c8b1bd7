using System.Buffers;
using System.Security.Cryptography;

namespace WhatIf.Models;

/// <summary>The name under which an uploaded model is kept: what follows from its bytes, so that the same file has the same address again.</summary>
internal static class ModelKey
{
    internal const string Form = "sha256- and 64 lower-case hexadecimal digits";

    private const string Prefix = "sha256-";
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    internal static string Of(ReadOnlySpan<byte> file) => $"{Prefix}{Convert.ToHexStringLower(SHA256.HashData(file))}";

    internal static bool IsKey(string text) => text.Length == Prefix.Length + (2 * SHA256.HashSizeInBytes) && text.StartsWith(Prefix, StringComparison.Ordinal)
        && !text.AsSpan(Prefix.Length).ContainsAnyExcept(Digits);
}
