namespace Coalition.Tests.Docs;

/// <summary><c>docs/errors.md</c> has an entry for each message of the library.</summary>
public class ErrorsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "errors.md"));

    [Fact]
    public void Messages_OfTheSources_EachHasItsEntry()
    {
        var templates = MessageTemplates.InSources();

        Assert.True(templates.Count > 100, $"Only {templates.Count} messages were found in the sources.");
        var missing = templates.Where(template => !Page.Contains($"`{template}`", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.True(!missing.Any(), $"docs/errors.md has no entry for:\n{string.Join('\n', missing)}");
    }
}
