using System.Text;

namespace Coalition.Tabular.Tests;

public class WriteTests
{
    [Fact]
    public void Write_Pledges_OneRowEach() => Assert.Equal(
        Tables.PledgesHeader
        + "xa-land,XA,land,declared,,,,,P30D,ceasefire,rear,,xa-house ua-rada,\"{\"\"holds\"\":\"\"ceasefire\"\"}\",,'= made up\r\n"
        + "xa-air,XA,air,firm,,,,,,,,,,,,\r\n",
        Tables.OfModel.Pledges);

    [Fact]
    public void Write_Claims_OneRowEach() => Assert.Equal(
        Tables.ClaimsHeader + "xa-land,500,800,,example,\r\n" + "xa-air,,12,,,\r\n", Tables.OfModel.Claims);

    [Fact]
    public void Write_Stages_OneRowEach() => Assert.Equal(
        Tables.StagesHeader + "xa-land,firm,2026-02-02,,example,,\r\n", Tables.OfModel.Stages);

    [Fact]
    public void Write_Acts_OneRowEach() => Assert.Equal(
        Tables.ActsHeader
        + "xa-house,submitted,2026-01-07,,,,,,\"{\"\"until\"\":\"\"2026-12-31\"\",\"\"ceilings\"\":{\"\"total\"\":900}}\",,,,example,,\r\n"
        + "xa-house,approved,2026-02-01,House,60,30,2,,,,,,,,\r\n",
        Tables.OfModel.Acts);

    [Fact]
    public void Write_Semicolons_InPlaceOfCommas()
    {
        var tables = CoalitionCsv.Write(Tables.Model, CsvSeparator.Semicolon);

        Assert.Equal(Tables.OfModel.Claims.Replace(',', ';'), tables.Claims);
    }

    [Fact]
    public void Write_ToStreams_BeginsWithAMark_AndClosesEach()
    {
        var files = new List<(string Name, MemoryStream Stream)>();
        CoalitionCsv.Write(Tables.Model, file =>
        {
            Assert.All(files, f => Assert.False(f.Stream.CanWrite));
            files.Add((file, new MemoryStream()));
            return files[^1].Stream;
        });

        Assert.Equal(["pledges.csv", "claims.csv", "stages.csv", "acts.csv"], files.Select(f => f.Name));
        Assert.Equal(CoalitionCsv.Files.AsEnumerable(), files.Select(f => f.Name));
        Assert.All(files, f => Assert.False(f.Stream.CanWrite));
        Assert.Equal("\uFEFF" + Tables.OfModel.Acts, Encoding.UTF8.GetString(files[3].Stream.ToArray()));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-5 of them", "'-5 of them")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("\nx", "'\nx")]
    [InlineData("\0x", "'\0x")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("'=1", "''=1")]
    [InlineData("'t is so", "'t is so")]
    [InlineData("'", "'")]
    [InlineData("a=1", "a=1")]
    public void Write_TextThatASpreadsheetWouldRun_StandsBehindAnApostrophe(string note, string cell)
    {
        var model = WithNote(note);
        var tables = CoalitionCsv.Write(model);

        Assert.EndsWith($",{Quoted(cell)}\r\n", tables.Pledges, StringComparison.Ordinal);
        Assert.Equal(model, CoalitionCsv.Read(model, tables));
    }

    [Fact]
    public void Write_NoMemberOfTheSeparator_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("separator", () => CoalitionCsv.Write(Tables.Model, (CsvSeparator)7));

    [Fact]
    public void Write_ToAStreamThatIsNotWritable_IsRefused() =>
        Assert.Throws<NotSupportedException>(() => CoalitionCsv.Write(Tables.Model, _ => new MemoryStream([], writable: false)));

    [Fact]
    public void Write_Nothing_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("model", () => CoalitionCsv.Write(null!));
        Assert.Throws<ArgumentNullException>("model", () => CoalitionCsv.Write(null!, _ => Stream.Null));
        Assert.Throws<ArgumentNullException>("create", () => CoalitionCsv.Write(Tables.Model, (Func<string, Stream>)null!));
    }

    internal static CoalitionModel WithNote(string note) => CoalitionModel.Create(Tables.Model.Draft with
    {
        Pledges = [.. Tables.Model.Pledges.Take(1), .. Tables.Model.Pledges.Skip(1).Select(p => p with { Note = note })],
    });

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny("\r\n\",") >= 0 || char.IsWhiteSpace(cell[^1]) ? $"\"{cell}\"" : cell;
}
