using System.Text.Json;
using System.Text.RegularExpressions;
using Coalition.Json;
using Coalition.Tabular.Internal;
using Coalition.Tests;

namespace Coalition.Tabular.Tests;

public partial class ColumnsTests
{
    private static readonly Dictionary<string, string[]> Headers = new()
    {
        ["pledges.csv"] = Names(Tables.OfModel.Pledges),
        ["claims.csv"] = Names(Tables.OfModel.Claims),
        ["stages.csv"] = Names(Tables.OfModel.Stages),
        ["acts.csv"] = Names(Tables.OfModel.Acts),
    };

    // Nothing that the format gains may be lost on its way through a table.
    [Theory]
    [InlineData("pledges.csv", "pledge", "id", "stages", "amount")]
    [InlineData("claims.csv", "claim", "pledge")]
    [InlineData("stages.csv", "stage", "pledge")]
    [InlineData("acts.csv", "act", "approval")]
    public void Columns_AreThePropertiesOfTheSchema(string file, string definition, string key, params string[] inTablesOfTheirOwn)
    {
        using var schema = JsonDocument.Parse(CoalitionJson.Schema);
        var columns = TableFormat.All.Single(t => t.File == file).Columns;
        var groups = columns.Where(c => c.Group is not null).Select(c => c.Group!).ToHashSet();
        var expected = Properties(schema.RootElement, definition).Except(inTablesOfTheirOwn)
            .SelectMany(p => groups.Contains(p) ? Properties(schema.RootElement, p).Select(inner => $"{p}.{inner}") : [p]);

        Assert.Equal(expected.Append(key).Order(), columns.Select(c => c.Name).Order());
        Assert.Equal(key, columns[0].Name);
    }

    [Fact]
    public void Documents_TablesOfColumns_AreThoseOfTheCode()
    {
        var text = Repository.Text("docs", "spreadsheets.md").ReplaceLineEndings("\n");
        var sections = Section().Matches(text).ToDictionary(m => m.Groups["file"].Value, m => m.Groups["body"].Value);

        Assert.Equal(Headers.Keys, sections.Keys);
        foreach (var (file, body) in sections)
        {
            var rows = TableRow().Matches(body);
            Assert.Equal(Headers[file], rows.SelectMany(r => Name().Matches(r.Groups["names"].Value)).Select(m => m.Groups["name"].Value));

            var required = rows.Where(r => r.Groups["need"].Value == "required").SelectMany(r => Name().Matches(r.Groups["names"].Value)).Select(m => m.Groups["name"].Value);
            Assert.Equal(TableFormat.All.Single(t => t.File == file).Columns.Where(c => c.IsRequired).Select(c => c.Name), required);
        }
    }

    private static string[] Names(string table) => table[..table.IndexOf('\r', StringComparison.Ordinal)].Split(',');

    private static IEnumerable<string> Properties(JsonElement schema, string definition) =>
        schema.GetProperty("$defs").GetProperty(definition).GetProperty("properties").EnumerateObject().Select(p => p.Name);

    [GeneratedRegex("^### (?<file>[a-z]+\\.csv)\n(?<body>.*?)(?=^##|\\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| (?<names>`[^|]*) \| (?<need>[a-z]*) ?\|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex("`(?<name>[A-Za-z.]+)`")]
    private static partial Regex Name();
}
