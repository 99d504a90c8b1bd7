using System.Globalization;
using Coalition.Json;
using Coalition.Tests;
using Coalition.Tests.Fixtures;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;

namespace Coalition.Tabular.Tests;

/// <summary>A model with its own tables applied is an equal model.</summary>
public class RoundTripTests
{
    private static readonly string[] Cultures = ["", "tr-TR", "ar-SA", "de-DE"];

    [ModelProperty(200)]
    public void Read_WhatWasWritten_IsEqual_WhateverTheCulture(ModelSample sample)
    {
        var texts = new List<CsvTables>();
        foreach (var culture in Cultures)
        {
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var tables = CoalitionCsv.Write(sample.Model);
                texts.Add(tables);

                Assert.Equal(sample.Model, CoalitionCsv.Read(sample.Model, tables));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }

        Assert.Single(texts.Distinct());
    }

    [ModelProperty(100)]
    public void Read_ThePledgesAndActsOfTheBase_DoNotCount(ModelSample sample)
    {
        var tables = CoalitionCsv.Write(sample.Model, CsvSeparator.Semicolon);

        // What needs a pledge keeps it: the base without any would be no model otherwise.
        var bare = sample.Model.Draft with
        {
            Pledges = [.. sample.Model.Pledges.Select(p => p with { Claims = [], Stages = [], Stage = PledgeStage.Withdrawn, Note = "other" })],
            Approvals = [.. sample.Model.Approvals.Select(a => a with { Acts = [] })],
        };

        Assert.Equal(sample.Model, CoalitionCsv.Read(CoalitionModel.Create(bare), tables));
    }

    [Fact]
    public void Read_EveryPropertyAndWord_IsEqual()
    {
        var files = new Dictionary<string, byte[]>();
        CoalitionCsv.Write(Everything.Model, file => new Kept(bytes => files[file] = bytes));

        Assert.Equal(Everything.Model, CoalitionCsv.Read(Everything.Model, CoalitionCsv.Write(Everything.Model)));
        Assert.Equal(Everything.Model, CoalitionCsv.Read(Everything.Model, file => new MemoryStream(files[file])));
    }

    [Theory]
    [InlineData("paris-2026.json")]
    [InlineData("illustrative.json")]
    public void Read_TheSampleModels_AreEqual(string file)
    {
        var model = CoalitionJson.Read(Repository.Bytes("samples", "ParisSummit", file));

        Assert.Equal(model, CoalitionCsv.Read(model, CoalitionCsv.Write(model)));
        Assert.Equal(model, CoalitionCsv.Read(model, CoalitionCsv.Write(model, CsvSeparator.Semicolon)));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a \"b\", c; d")]
    [InlineData("lines\r\nof\ntwo\rkinds\r\n")]
    [InlineData(" blanks about ")]
    [InlineData("\uFEFFmark")]
    [InlineData("nul \0 within")]
    [InlineData("ÄÖÜ — İ ı 😀 \u2028")]
    [InlineData("1/2")]
    [InlineData("sep=;")]
    [InlineData("true")]
    public void Read_TextOfAnyKind_IsEqual(string note)
    {
        var model = WriteTests.WithNote(note);

        Assert.Equal(model, CoalitionCsv.Read(model, CoalitionCsv.Write(model)));
        Assert.Equal(model, CoalitionCsv.Read(model, CoalitionCsv.Write(model, CsvSeparator.Semicolon)));
    }

    [Fact]
    public void Read_TextDrawnFromWhatTablesAreMadeOf_IsEqual()
    {
        var draw = new Draw(Draws.Seed);
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, draw.Int(1, 8)).Select(_ => draw.Among("'", "=", "-", "\"", ",", ";", "\r", "\n", "\0", "\t", " ", "x", "1")));
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var model = WriteTests.WithNote(text);
            Assert.Equal(model, CoalitionCsv.Read(model, CoalitionCsv.Write(model, draw.Among(CsvSeparator.Comma, CsvSeparator.Semicolon))));
        }
    }

    /// <summary>Memory whose content is told when it is closed.</summary>
    private sealed class Kept(Action<byte[]> keep) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                keep(ToArray());
            }

            base.Dispose(disposing);
        }
    }
}
