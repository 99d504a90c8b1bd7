using System.Text;

namespace Coalition.Tabular.Tests;

public class BadTablesTests
{
    public static TheoryData<string> Names() => [.. BadTables.All.Select(b => b.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_BadTables_TellEveryProblemWithItsRowAndColumn(string name)
    {
        var bad = BadTables.All.Single(b => b.Name == name);

        Assert.Equal(bad.Problems, Tables.Problems(bad.Tables));
        Assert.Equal(bad.Problems, Tables.Problems(() => CoalitionCsv.Read(Tables.Model, Tables.Open(bad.Tables))));
    }

    [Fact]
    public void Read_HalfOfASurrogatePair_IsRefused() => Assert.Equal(
        ["pledges.csv: found text with half of a surrogate pair; expected Unicode text."], Tables.Problems(Tables.With("pledges", "made up", "\uD83D")));

    [Theory]
    [InlineData("latin1", "pledges.csv: found bytes that are not UTF-8, in line 3; expected UTF-8, to be chosen where the spreadsheet saves.")]
    [InlineData("utf-16", "pledges.csv: found bytes that are not UTF-8, in line 1; expected UTF-8, to be chosen where the spreadsheet saves.")]
    public void Read_AnotherEncoding_IsRefused(string encoding, string problem)
    {
        var tables = CoalitionCsv.Write(WriteTests.WithNote("Ärmel"));
        var other = Encoding.GetEncoding(encoding);

        Assert.Equal([problem], Tables.Problems(() => CoalitionCsv.Read(
            Tables.Model, file => file == "pledges.csv" ? new MemoryStream([.. other.GetPreamble(), .. other.GetBytes(tables.Pledges)]) : Tables.Open(tables)(file))));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Read_BytesOfAnotherEncoding_AreToldByTheirLineHoweverLinesEnd(string end)
    {
        var pledges = Encoding.Latin1.GetBytes($"one{end}two{end}{end}\u00C4");

        Assert.Equal(
            ["pledges.csv: found bytes that are not UTF-8, in line 4; expected UTF-8, to be chosen where the spreadsheet saves."],
            Tables.Problems(() => CoalitionCsv.Read(Tables.Model, file => file == "pledges.csv" ? new MemoryStream(pledges) : Tables.Open(Tables.OfModel)(file))));
    }

    [Fact]
    public void Read_TwoRowsThatAreNoEntries_StandUnderNoKeyOfAnother()
    {
        // The made-up key of row 2 would be that of row 3.
        var pledges = Tables.PledgesHeader + "No Id,XA,land,firm\r\nrow-2,XA,land,frim\r\nrow-2,XA,land,firm,,,2026-02-30\r\n";

        Assert.Equal(
            [
                "pledges.csv row 2, column id: found 'No Id'; expected an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land.",
                "pledges.csv row 3, column stage: found 'frim'; expected one of declined, withdrawn, floated, declared, offered, firm, allocated, deployed.",
                "pledges.csv row 4, column id: found 'row-2' again; expected an id that no other row has, and row 3 has this one.",
                "pledges.csv row 4, column from: found '2026-02-30'; expected a day such as 2026-01-10, written so; a spreadsheet rewrites dates unless the column is text.",
                "$.guarantees.force.standards.five-hundred.requires.total.pledges[0]: found 'xa-land'; expected the id of a pledge of this model.",
            ],
            Tables.Problems(new CsvTables { Pledges = pledges, Claims = Tables.ClaimsHeader, Stages = Tables.StagesHeader, Acts = Tables.OfModel.Acts }));
    }

    [Fact]
    public void Read_EntriesOfOneDayWhoseOrdersDiffer_AreToldByTheirApproval()
    {
        var acts = Tables.ActsHeader + string.Concat(Enumerable.Repeat("xa-house,submitted,2026-01-07\r\nxa-house,withdrawn,2026-01-07\r\n", 4));

        Assert.Equal(
            ["acts.csv, the rows of xa-house: found 8 entries on 2026-01-07; expected at most 6 a day."], Tables.Problems(Tables.OfModel with { Acts = acts }));
    }

    [Fact]
    public void Read_AFaultOfTheBase_IsToldByItsPath()
    {
        var limits = new CoalitionLimits { MaxEntries = 1 };

        Assert.Contains("$.nations.UA: found entry number 2; expected at most 1 entries, the limit in force.", Tables.Problems(Tables.OfModel, limits));
    }

    [Fact]
    public void Read_Nothing_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("baseModel", () => CoalitionCsv.Read(null!, Tables.OfModel));
        Assert.Throws<ArgumentNullException>("tables", () => CoalitionCsv.Read(Tables.Model, (CsvTables)null!));
        Assert.Throws<ArgumentNullException>("open", () => CoalitionCsv.Read(Tables.Model, (Func<string, Stream>)null!));
        Assert.Throws<ArgumentNullException>("value", () => Tables.OfModel with { Acts = null! });
    }
}
