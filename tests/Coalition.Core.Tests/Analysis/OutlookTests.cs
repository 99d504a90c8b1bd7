using Coalition.Analysis;

namespace Coalition.Tests.Analysis;

public class OutlookTests
{
    private static Estimate Even => new() { Of = FunctionVariable.Parse("circumstance:ceasefire"), Probability = 0.5 };

    [Fact]
    public void Create_ListThatIsNull_Refused()
    {
        Assert.Throws<ArgumentNullException>("sources", () => Outlook.Create(null!, []));
        Assert.Throws<ArgumentNullException>("estimates", () => Outlook.Create([], null!));
    }

    [Fact]
    public void Find_AVariable_ItsEstimateOrNull()
    {
        var outlook = Outlook.Create([], [Even]);

        Assert.Same(outlook.Estimates[0], outlook.Find(FunctionVariable.Parse("circumstance:ceasefire")));
        Assert.Null(outlook.Find(FunctionVariable.Parse("circumstance:backstop")));
        Assert.Throws<ArgumentNullException>("variable", () => outlook.Find(null!));
    }

    [Fact]
    public void Equals_OneThatDiffersInOnePart_False()
    {
        Source[] sources = [new Source { Id = "guess", Label = SourceLabel.Illustrative, Title = "A guess" }];
        var menu = new RemedyMenu { Unit = Unit.Euro, Remedies = [] };
        var one = Outlook.Create(sources, [Even], menu, "note");
        Outlook?[] others =
        [
            Outlook.Create([], [Even], menu, "note"), Outlook.Create(sources, [], menu, "note"), Outlook.Create(sources, [Even], null, "note"),
            Outlook.Create(sources, [Even], menu), null,
        ];

        Assert.All(others, other => Assert.False(one.Equals(other)));
        Assert.Equal(one, Outlook.Create(sources, [Even], menu with { Remedies = [] }, "note"));
        Assert.Equal(one.GetHashCode(), Outlook.Create(sources, [Even], menu, "note").GetHashCode());
    }
}
