using Coalition.Sufficiency;

namespace Coalition.Tests.Sufficiency;

public class OutlineTests
{
    [Fact]
    public void Markdown_ATableAfterItems_SetApartWithItsCellsEscaped()
    {
        var outline = new Outline.Markdown();
        outline.Item(0, "one");
        outline.Table(["a|b"], [["c_d"]]);

        Assert.Equal("- one\n\n| a\\|b |\n| --- |\n| c\\_d |\n", outline.ToString());
    }
}
