using System.Text;
using Coalition.Json;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Json;

/// <summary>Bytes that are no JSON, or no text at all: the first fault is told, and nothing else.</summary>
public class MalformedTextTests
{
    private const string Head = "{\"format\": \"coalition/1\", \"asOf\": \"2026-01-10\", ";

    [Fact]
    public void Read_EmptyFile_SaysSo()
    {
        Assert.Equal("$: found nothing; expected a JSON object.", Given.Problems(""));
        Assert.Equal("$: found nothing; expected a JSON object.", Bytes([]));
        Assert.Equal("$: found nothing; expected a JSON object.", Bytes([0xEF, 0xBB, 0xBF]));
    }

    [Fact]
    public void Read_OnlySpace_SaysSo() => Assert.Equal(
        "$: found text that is not JSON at line 2, byte 2; expected well-formed JSON: The input does not contain any JSON tokens. "
            + "Expected the input to start with a valid JSON token, when isFinalBlock is true.",
        Given.Problems("  \n "));

    [Fact]
    public void Read_TruncatedFile_ReportsItsEnd() => Assert.Equal(
        "$.nations.FR.name: found text that is not JSON at line 1, byte 79; expected well-formed JSON: Expected end of string, but instead reached end of data.",
        Given.Problems(Head + "\"nations\": {\"FR\": {\"name\": \"Fr"));

    [Fact]
    public void Read_TruncatedAfterAFault_ReportsOnlyItsEnd() => Assert.Equal(
        "$.title: found text that is not JSON at line 1, byte 60; expected well-formed JSON: Expected depth to be zero at the end of the JSON payload. "
            + "There is an open JSON object or array that should be closed.",
        Given.Problems(Head + "\"title\": 1 "));

    [Fact]
    public void Read_ContentBehindTheModel_Refused() => Assert.Equal(
        "$: found text that is not JSON at line 1, byte 3; expected well-formed JSON: '{' is invalid after a single JSON value. Expected end of data.",
        Given.Problems("{}{}"));

    [Theory]
    [InlineData("// a note\n", "'/' is an invalid start of a property name. Expected a '\"'")]
    [InlineData("/* a note */", "'/' is an invalid start of a property name. Expected a '\"'")]
    public void Read_Comment_Refused(string comment, string reason) => Assert.Equal(
        $"$.asOf: found text that is not JSON at line 1, byte 49; expected well-formed JSON: {reason}.",
        Given.Problems(Head + comment + "\"title\": \"x\"}"));

    [Fact]
    public void Read_TrailingComma_Refused() => Assert.Equal(
        "$.nations.FR.roles[0]: found text that is not JSON at line 1, byte 85; expected well-formed JSON: "
            + "The JSON array contains a trailing comma at the end which is not supported in this mode. Change the reader options.",
        Given.Problems(Head + "\"nations\": {\"FR\": {\"roles\": [\"host\",]}}}"));

    [Theory]
    [InlineData("{'format': 1}")]
    [InlineData("{\"format\": NaN}")]
    [InlineData("{\"format\": +1}")]
    [InlineData("{\"format\": 01}")]
    [InlineData("{\"format\": tru}")]
    [InlineData("{\"format\": \"a\nb\"}")]
    [InlineData("{\"format\": \"\\x\"}")]
    [InlineData("{\"format\" 1}")]
    [InlineData("{format: 1}")]
    [InlineData("{\"a\": 1]")]
    [InlineData("coalition")]
    public void Read_TextThatIsNotJson_SaysWhere(string text) =>
        Assert.Matches(@"^\$[^:]*: found text that is not JSON at line \d+, byte \d+; expected well-formed JSON: .+\.$", Given.Problems(text));

    [Fact]
    public void Read_InvalidUtf8InAString_Refused() => Assert.Equal(
        "$.title: found a string that is not Unicode text; expected valid UTF-8, and escapes in pairs where they are surrogates.",
        Bytes([.. Encoding.UTF8.GetBytes(Head + "\"title\": \"a"), 0xC3, 0x28, .. "\"}"u8]));

    [Theory]
    [InlineData("\"nations\": {\"FR\": {\"name\": \"France\"}}, \"pledges\": {\"p\": {\"nation\": \"", "$.pledges.p.nation")]
    [InlineData("\"pledges\": {\"p\": {\"support\": \"", "$.pledges.p.support")]
    [InlineData("\"pledges\": {\"p\": {\"stage\": \"", "$.pledges.p.stage")]
    [InlineData("\"pledges\": {\"p\": {\"from\": \"", "$.pledges.p.from")]
    [InlineData("\"pledges\": {\"p\": {\"unit\": \"", "$.pledges.p.unit")]
    [InlineData("\"pledges\": {\"p\": {\"amount\": [{\"published\": \"", "$.pledges.p.amount[0].published")]
    [InlineData("\"pledges\": {\"p\": {\"readiness\": {\"notice\": \"", "$.pledges.p.readiness.notice")]
    [InlineData("\"pledges\": {\"p\": {\"condition\": \"", "$.pledges.p.condition")]
    [InlineData("\"approvals\": {\"a\": {\"decisions\": [{\"needs\": \"", "$.approvals.a.decisions[0].needs")]
    [InlineData("\"approvals\": {\"a\": {\"acts\": [{\"act\": \"", "$.approvals.a.acts[0].act")]
    [InlineData("\"pledges\": {\"", "$.pledges")]
    [InlineData("\"nations\": {\"", "$.nations")]
    [InlineData("\"", "$.asOf")]
    public void Read_InvalidUtf8WhereverAStringStands_Refused(string before, string place)
    {
        byte[][] faults = [[0xC3, 0x28], [0xFF], [0xE2, 0x82], [0xED, 0xA0, 0x80]];
        foreach (var fault in faults)
        {
            Assert.Equal(
                $"{place}: found a string that is not Unicode text; expected valid UTF-8, and escapes in pairs where they are surrogates.",
                Bytes([.. Encoding.UTF8.GetBytes(Head + before), .. fault, .. "\": 1}"u8]));
        }
    }

    [Theory]
    [InlineData("\"title\": \"a\\ud800b\"}", "$.title")]
    [InlineData("\"title\": \"a\\udc00\"}", "$.title")]
    [InlineData("\"title\": \"\\ud800\\u0041\"}", "$.title")]
    [InlineData("\"a\\ud800\": 1}", "$.asOf")]
    [InlineData("\"sources\": {\"\\ud800\": 1}}", "$.sources")]
    [InlineData("\"pledges\": {\"p\": {\"zone\": \"\\ud800\"}}}", "$.pledges.p.zone")]
    [InlineData("\"pledges\": {\"p\": {\"support\": \"\\ud800\"}}}", "$.pledges.p.support")]
    public void Read_HalfASurrogatePairAsAnEscape_Refused(string rest, string place) => Assert.Equal(
        $"{place}: found a string that is not Unicode text; expected valid UTF-8, and escapes in pairs where they are surrogates.",
        Given.Problems(Head + rest));

    [Fact]
    public void Read_HalfASurrogatePairInText_Refused()
    {
        // No theory: a test runner may repair the text on its way.
        Assert.Equal("$: found text with half of a surrogate pair; expected Unicode text.", Given.Problems(Head + "\"title\": \"\ud800\"}"));
        Assert.Equal("$: found text with half of a surrogate pair; expected Unicode text.", Given.Problems(Head + "\"\udc00\": 1}"));
    }

    [Fact]
    public void Read_Utf16_Refused() => Assert.Equal(
        "$: found text that is not JSON at line 1, byte 1; expected well-formed JSON: '0xFF' is an invalid start of a value.",
        Bytes([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Head + "\"title\": \"x\"}")]));

    [Theory]
    [InlineData("[")]
    [InlineData("{\"allOf\":[")]
    [InlineData("{\"a\":")]
    public void Read_TenThousandLevels_RefusedByTheLimit(string level)
    {
        var deep = string.Concat(Enumerable.Repeat(level, 10_000));
        string[] places =
        [
            deep,
            Head + "\"extra\": " + deep,
            Head + "\"title\": " + deep,
            Head + "\"guarantees\": {\"g\": {\"standards\": {\"s\": {\"requires\": " + deep,
            Head + "\"approvals\": {\"a\": {\"acts\": [{\"mandate\": {\"condition\": " + deep,
        ];
        foreach (var text in places)
        {
            Assert.Matches(
                @"^\$[^:]*: found more than 75 levels of nesting at line 1, byte \d+; expected no deeper nesting, the limit in force\.$", Given.Problems(text));
        }
    }

    [Fact]
    public void Read_LevelsUpToTheLimitThenTruncated_ReportsTheEndAndNotTheLimit() => Assert.Equal(
        "$: found text that is not JSON at line 1, byte 76; expected well-formed JSON: Expected depth to be zero at the end of the JSON payload. "
            + "There is an open JSON object or array that should be closed.",
        Given.Problems(new string('[', 75)));

    [Fact]
    public void Read_ByteOrderMark_Allowed()
    {
        var expected = CoalitionJson.Read(Head + "\"title\": \"x\"}");

        Assert.Equal(expected, CoalitionJson.Read("\uFEFF" + Head + "\"title\": \"x\"}"));
        Assert.Equal(expected, CoalitionJson.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Head + "\"title\": \"x\"}")]));
    }

    [Fact]
    public void Read_EverythingInEscapes_ReadsAsWritten()
    {
        var plain = Given.Text("\"pledges\": {\"fr-land\": {\"nation\": \"FR\", \"support\": \"land\", \"stage\": \"firm\", \"unit\": \"EUR\", \"from\": \"2026-01-10\"}}");
        var inString = false;
        var escaped = string.Concat(plain.Select((c, i) =>
        {
            inString ^= c == '"';
            return inString && c != '"' ? FormattableString.Invariant($"\\u{(int)c:x4}") : c.ToString();
        }));

        Assert.NotEqual(plain, escaped);
        Assert.Equal(CoalitionJson.Read(plain), CoalitionJson.Read(escaped));
    }

    private static string Bytes(byte[] utf8) => Given.Problems(() => CoalitionJson.Read(utf8));
}
