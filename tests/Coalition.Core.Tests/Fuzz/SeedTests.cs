using Coalition.Fuzz;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests.Oracle;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Fuzz;

/// <summary>The seeds of the fuzzer, and all that it has found, put to the checks of the fuzzer.</summary>
public class SeedTests
{
    private static readonly string Corpus = Path.Combine(Repository.Root, "tests", "Coalition.Core.Fuzz", "Corpus");

    private static readonly string Found = Path.Combine(Repository.Root, "tests", "Coalition.Core.Tests", "Fixtures", "Fuzz");

    private static readonly string Dictionary = Path.Combine(Repository.Root, "tests", "Coalition.Core.Fuzz", "coalition.dict");

    public static TheoryData<string> Targets => [.. FuzzTarget.All(Corpus).Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Check_EachSeed_BreaksNoRule(string name)
    {
        var target = FuzzTarget.All(Corpus).Single(t => t.Name == name);
        var seeds = target.Seeds.SelectMany(folder => FuzzTarget.Files(Corpus, folder)).ToList();

        Assert.InRange(seeds.Count(seed => Check(target, seed)), seeds.Count / 4, seeds.Count);
    }

    /// <summary>Text that the fuzzer has found to break something once.</summary>
    [Fact]
    public void Check_WhatWasFoundOnce_BreaksNoRule()
    {
        foreach (var target in FuzzTarget.All(Corpus).Where(t => !t.Seeds.Contains("edit")))
        {
            foreach (var file in Directory.EnumerateFiles(Found))
            {
                Check(target, file);
            }
        }
    }

    [Fact]
    public void Check_AFormatThatLosesSomething_BreaksARule()
    {
        var nothing = CoalitionJson.Read("""{ "format": "coalition/1", "asOf": "2026-03-01" }""");
        var careless = FileFormat.Model with { Write = _ => CoalitionJson.Write(nothing) };
        var seed = File.ReadAllBytes(Path.Combine(Corpus, "model", "everything.json"));

        Assert.NotNull(FileFormat.Model.Check(seed));
        Assert.Equal("What is written reads back as equal.", Assert.Throws<BrokenRuleException>(() => careless.Check(seed)).Message);
    }

    [Fact]
    public void Check_AFormatThatThrowsSomethingElse_LetsItThrough()
    {
        var faulty = FileFormat.Model with { Read = (_, _) => throw new InvalidCastException() };

        Assert.Throws<InvalidCastException>(() => faulty.Check([]));
    }

    [Theory]
    [InlineData("model")]
    [InlineData("catalogue")]
    public void Seeds_AreValid_UnlessTheyLieAmongTheMalformed(string name)
    {
        var target = FuzzTarget.All(Corpus).Single(t => t.Name == name);

        Assert.All(FuzzTarget.Files(Corpus, name), file => Assert.True(Check(target, file)));
        Assert.All(FuzzTarget.Files(Corpus, $"malformed-{name}"), file => Assert.False(Check(target, file)));
    }

    [Fact]
    public void Seeds_OfModelsAndTheirEdits_AreEvaluatedAsByTheOracle()
    {
        var random = new Random(20260110);
        var editor = FuzzTarget.Editor(Corpus, "model");
        foreach (var file in FuzzTarget.Files(Corpus, "model").Select(File.ReadAllBytes).Concat(Enumerable.Range(0, 150).Select(_ => editor.Edit(Bytes(random)))))
        {
            if (Model(file) is { } model)
            {
                Assert.Equal(NaiveEvaluator.Evaluate(model, model.AsOf).ToText(), Reports.Naive(SufficiencyEvaluator.Evaluate(model, model.AsOf)).ToText());
            }
        }
    }

    [Fact]
    public void Seeds_UseEveryNameAndWordOfTheFormats()
    {
        var text = string.Concat(new[] { "model", "catalogue" }.SelectMany(f => FuzzTarget.Files(Corpus, f)).Select(File.ReadAllText));

        var missing = FuzzDictionary.Names.Concat(FuzzDictionary.Words).Where(word => !text.Contains($"\"{word}\"", StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0, string.Join(", ", missing));
    }

    /// <summary>To write it anew: <c>COALITION_UPDATE_GOLDEN=1 dotnet test tests/Coalition.Core.Tests --filter SeedTests</c>.</summary>
    [Fact]
    public void Dictionary_HasTheWordsOfTheFormats()
    {
        if (Environment.GetEnvironmentVariable("COALITION_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Dictionary, FuzzDictionary.Text);
        }

        Assert.Equal(File.ReadAllText(Dictionary), FuzzDictionary.Text);
    }

    [Theory]
    [InlineData("edit-model")]
    [InlineData("edit-catalogue")]
    public void Check_AnyEdits_ManyValidFilesThatBreakNoRule(string name)
    {
        var random = new Random(20260110);
        var target = FuzzTarget.All(Corpus).Single(t => t.Name == name);
        var valid = 0;
        for (var i = 0; i < 150; i++)
        {
            valid += target.Check(Bytes(random)) ? 1 : 0;
        }

        // Some are refused: what is taken away may have been needed.
        Assert.InRange(valid, 40, 149);
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(1, 25)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static CoalitionModel? Model(byte[] file)
    {
        try
        {
            return CoalitionJson.Read(file);
        }
        catch (CoalitionModelException)
        {
            return null;
        }
    }

    private static bool Check(FuzzTarget target, string file)
    {
        try
        {
            return target.Check(File.ReadAllBytes(file));
        }
        catch (Exception fault)
        {
            Assert.Fail($"{target.Name}, {Path.GetFileName(file)}: {fault}");
            throw;
        }
    }
}
