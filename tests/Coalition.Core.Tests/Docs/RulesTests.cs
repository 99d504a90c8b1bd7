using System.Reflection;
using System.Text.RegularExpressions;

namespace Coalition.Tests.Docs;

/// <summary>docs/rules.md names code and tests that are there, and every rule.</summary>
public partial class RulesTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules.md"));

    [Fact]
    public void Rules_EachFileOfCode_IsThere()
    {
        var files = CodeFile().Matches(Page).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "Coalition.Core", file)), file));
    }

    [Fact]
    public void Rules_EachTest_IsThere()
    {
        var tests = Test().Matches(Page).Select(m => (Class: m.Groups[1].Value, Method: m.Groups[2].Value)).ToList();

        Assert.NotEmpty(tests);
        Assert.All(tests, test => Assert.True(IsTest(test.Class, test.Method), $"{test.Class}.{test.Method}"));
    }

    [Theory]
    [InlineData("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9")]
    [InlineData("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10")]
    public void Rules_EachNumber_IsNamed(params string[] numbers) =>
        Assert.All(numbers, number => Assert.Matches($"(?m)(\\*\\*|\\| |, |^){number}\\b", Page));

    private static bool IsTest(string type, string method) =>
        typeof(RulesTests).Assembly.GetTypes().Where(t => t.Name == type)
            .Any(t => method.Length == 0 || t.GetMethod(method) is { } found && found.GetCustomAttributes<FactAttribute>().Any());

    [GeneratedRegex(@"`([A-Za-z/]+\.cs)`")]
    private static partial Regex CodeFile();

    [GeneratedRegex(@"`([A-Z][A-Za-z]*Tests)\.?([A-Za-z0-9_]*)`")]
    private static partial Regex Test();
}
