using System.Globalization;

namespace Coalition.Tests;

public class NationCodeTests
{
    private const string Expected = "an ISO 3166-1 alpha-2 code in capitals, such as FR (the United Kingdom is GB), EU, or a user-assigned one such as XA";

    // ISO 3166-1 alpha-2, officially assigned, by first letter and second letters.
    private const string Assigned =
        """
        A:DEFGILMOQRSTUWXZ B:ABDEFGHIJLMNOQRSTVWYZ C:ACDFGHIKLMNORUVWXYZ D:EJKMOZ E:CEGHRST F:IJKMOR G:ABDEFGHILMNPQRSTUWY
        H:KMNRTU I:DELMNOQRST J:EMOP K:EGHIMNPRWYZ L:ABCIKRSTUVY M:ACDEFGHKLMNOPQRSTUVWXYZ N:ACEFGILOPRUZ O:M P:AEFGHKLMNRSTWY
        Q:A R:EOSUW S:ABCDEGHIJKLMNORSTVXYZ T:CDFGHJKLMNORTVWZ U:AGMSYZ V:ACEGINU W:FS Y:ET Z:AMW
        """;

    private static readonly HashSet<string> Codes =
    [
        .. Assigned.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).SelectMany(g => g[2..].Select(second => $"{g[0]}{second}")),
    ];

    private static readonly HashSet<string> Further =
    [
        "EU", "AA", "ZZ", .. Enumerable.Range('M', 14).Select(c => $"Q{(char)c}"), .. Enumerable.Range('A', 26).Select(c => $"X{(char)c}"),
    ];

    [Fact]
    public void TryParse_EveryPairOfLetters_AcceptedIfAndOnlyIfAssignedOrLeftToUsers()
    {
        Assert.Equal(249, Codes.Count);
        for (var first = 'A'; first <= 'Z'; first++)
        {
            for (var second = 'A'; second <= 'Z'; second++)
            {
                var text = $"{first}{second}";
                var isCode = Codes.Contains(text) || Further.Contains(text);
                Assert.True(isCode == NationCode.TryParse(text, out var code), text);
                Assert.Equal(isCode ? text : "", code.ToString());
                if (isCode)
                {
                    Assert.Equal(code, new NationCode(text));
                    Assert.Equal(text, code.Value);
                    Assert.Equal(code, NationCode.Parse(text));
                    Assert.Equal(code, NationCode.Parse(text.AsSpan()));
                }
            }
        }
    }

    [Theory]
    [InlineData("UK")]
    [InlineData("fr")]
    [InlineData("Fr")]
    [InlineData("")]
    [InlineData("F")]
    [InlineData("FRA")]
    [InlineData(" FR")]
    [InlineData("ＦＲ")]
    [InlineData("SU")]
    public void Constructor_NoCode_Refused(string text)
    {
        Assert.Equal($"'{text}' is not a nation code: expected {Expected}. (Parameter 'value')", Assert.Throws<ArgumentException>(() => new NationCode(text)).Message);
        Assert.Equal($"'{text}' is not a nation code: expected {Expected}.", Assert.Throws<FormatException>(() => NationCode.Parse(text)).Message);
        Assert.False(NationCode.TryParse(text, out _));
    }

    [Fact]
    public void Constructor_Null_Refused()
    {
        Assert.Throws<ArgumentNullException>("value", () => new NationCode(null!));
        Assert.Throws<ArgumentNullException>("s", () => NationCode.Parse(null!));
        Assert.False(NationCode.TryParse(null, out _));
    }

    [Fact]
    public void Nation_DefaultCode_RefusedByName() => Assert.Equal(
        "Expected a nation code, found the default value. (Parameter 'Code')",
        Assert.Throws<ArgumentException>(() => new Nation { Code = default, Name = "x" }).Message);
}
