namespace Coalition.Tabular.Tests;

/// <summary>What the form of a table leaves free.</summary>
public class FormTests
{
    [Fact]
    public void Read_Semicolons_AreFoundInTheHeader() =>
        Assert.Equal(Tables.Model, CoalitionCsv.Read(Tables.Model, CoalitionCsv.Write(Tables.Model, CsvSeparator.Semicolon)));

    [Fact]
    public void Read_TheLineThatTellsTheSeparator_IsNoRow()
    {
        var tables = CoalitionCsv.Write(Tables.Model, CsvSeparator.Semicolon);

        Assert.Equal(Tables.Model, CoalitionCsv.Read(Tables.Model, tables with { Claims = "sep=;\r\n" + tables.Claims }));
        Assert.Equal(Tables.Model, CoalitionCsv.Read(Tables.Model, tables with { Claims = "\uFEFFsep=;\r\n" + tables.Claims }));
        Assert.StartsWith("claims.csv row 2, column from: ", Assert.Single(Tables.Problems(tables with { Claims = "sep=;\r\n" + tables.Claims.Replace("500", "x") })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Read_AnyLineEnd_Ends(string end) =>
        Assert.Equal(Tables.Model, CoalitionCsv.Read(Tables.Model, Tables.OfModel with { Claims = Tables.OfModel.Claims.Replace("\r\n", end) }));

    [Fact]
    public void Read_WithoutALastLineEnd_IsEqual() =>
        Assert.Equal(Tables.Model, CoalitionCsv.Read(Tables.Model, Tables.OfModel with { Claims = Tables.OfModel.Claims.TrimEnd() }));

    [Fact]
    public void Read_ColumnsInAnyOrder_AreEqual() =>
        Assert.Equal(Tables.Model, CoalitionCsv.Read(Tables.Model, Tables.OfModel with { Claims = "source,to,pledge,from\r\nexample,800,xa-land,500\r\n,12,xa-air,\r\n" }));

    [Fact]
    public void Read_RowsThatEndEarly_HaveEmptyCells() =>
        Assert.Equal(Tables.Model, CoalitionCsv.Read(Tables.Model, Tables.OfModel with { Claims = Tables.ClaimsHeader + "xa-land,500,800,,example\r\nxa-air,,12\r\n" }));

    [Fact]
    public void Read_EmptyColumnsWithoutAName_ArePassedOver() =>
        Assert.Equal(Tables.Model, CoalitionCsv.Read(Tables.Model, Tables.OfModel with { Claims = "pledge,,from,to,source,,\r\nxa-land,,500,800,example,,,,\r\nxa-air,,,12\r\n" }));

    [Fact]
    public void Read_BlankRows_ArePassedOver_AndCounted()
    {
        var claims = Tables.ClaimsHeader + "\r\n,,,,,\r\nxa-land,500,800,,example,\r\n\r\nxa-air,,12,,,\r\n\r\n";

        Assert.Equal(Tables.Model, CoalitionCsv.Read(Tables.Model, Tables.OfModel with { Claims = claims }));
        Assert.StartsWith("claims.csv row 6, column to: ", Assert.Single(Tables.Problems(Tables.OfModel with { Claims = claims.Replace("12", "x") })), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ACellOfSeveralLines_IsOneRow()
    {
        var tables = CoalitionCsv.Write(WriteTests.WithNote("one\r\ntwo\nthree"));

        Assert.StartsWith(
            "pledges.csv row 4, column id: ", Assert.Single(Tables.Problems(tables with { Pledges = tables.Pledges + "Bad,XA,land,firm\r\n" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RowsOfSeveralPledgesMixed_KeepTheirOrder()
    {
        var model = CoalitionCsv.Read(Tables.Model, Tables.OfModel with { Claims = Tables.ClaimsHeader + "xa-land,1,2\r\nxa-air,3\r\nxa-land,4,5\r\n" });

        Assert.Equal(new Claim[] { new(1, 2), new(4, 5) }, model.GetPledge("xa-land").Claims.AsEnumerable());
        Assert.Equal(new Claim[] { new(3, null) }, model.GetPledge("xa-air").Claims.AsEnumerable());
    }

    [Fact]
    public void Read_NoActs_LeavesApprovalsWithoutAny() =>
        Assert.All(CoalitionCsv.Read(Tables.Model, Tables.OfModel with { Acts = Tables.ActsHeader }).Approvals, a => Assert.Empty(a.Acts));

    [Fact]
    public void Read_FlagsByName_AreTaken()
    {
        var model = CoalitionCsv.Read(Tables.Model, Tables.OfModel with { Stages = Tables.StagesHeader + "xa-land,firm,2026-02-02,,,no\r\nxa-land,deployed,2027-01-01,,,yes\r\n" });

        Assert.Equal([false, true], model.GetPledge("xa-land").Stages.Select(s => s.Assumed));
    }

    [Fact]
    public void Read_Streams_AreClosedOneAfterTheOther()
    {
        var opened = new List<(string Name, Stream Stream)>();
        CoalitionCsv.Read(Tables.Model, file =>
        {
            Assert.All(opened, o => Assert.False(o.Stream.CanRead));
            opened.Add((file, Tables.Open(Tables.OfModel)(file)));
            return opened[^1].Stream;
        });

        Assert.Equal(CoalitionCsv.Files.AsEnumerable(), opened.Select(o => o.Name));
        Assert.All(opened, o => Assert.False(o.Stream.CanRead));
    }
}
