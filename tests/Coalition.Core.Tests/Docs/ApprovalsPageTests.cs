using Coalition.Approvals;

namespace Coalition.Tests.Docs;

/// <summary><c>docs/approvals.md</c> holds the tables that the code makes, and leaves no state and no procedure out.</summary>
public class ApprovalsPageTests
{
    private const string Begin = "<!-- The tables below are made by a test. -->\n";

    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "docs", "approvals.md");

    [Fact]
    public void Tables_AreThoseOfTheCode()
    {
        var page = File.ReadAllText(Path).ReplaceLineEndings("\n");
        var made = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + "\n" + TransitionTables.Markdown().TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("COALITION_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path, made);
        }

        Assert.Equal(made, page, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void States_AreAllNamed()
    {
        var page = File.ReadAllText(Path);

        Assert.All(typeof(ParliamentaryApprovalState).GetNestedTypes(), state => Assert.Contains(state.Name, page, StringComparison.Ordinal));
        Assert.All(typeof(MandateState).GetNestedTypes(), state => Assert.Contains(state.Name, page, StringComparison.Ordinal));
    }
}
