using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class DeepStackTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(200_000)]
    public void Run_WorkThatCallsItself_GivesWhatItComesTo(int depth)
    {
        int Levels(int left) => left == 0 ? 0 : 1 + Levels(left - 1);

        Assert.Equal(depth, OnASmallStack(() => DeepStack.Run(depth, () => Levels(depth))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public void Run_WorkThatThrows_ThrowsTheSame(int depth)
    {
        var thrown = new InvalidOperationException("of the work");

        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(() => DeepStack.Run<int>(depth, () => throw thrown)));
    }

    [Fact]
    public void Run_OfUsualDepth_StaysOnThisThread()
    {
        var here = Environment.CurrentManagedThreadId;

        Assert.Equal(here, DeepStack.Run(1000, () => Environment.CurrentManagedThreadId));
        Assert.NotEqual(here, DeepStack.Run(1001, () => Environment.CurrentManagedThreadId));
    }

    // Three gigabytes are more than a thread can be asked for.
    [Fact]
    public void Run_DeeperThanAnyStack_TakesTheGreatest() => Assert.Equal(1, DeepStack.Run(3_000_000, () => 1));

    private static int OnASmallStack(Func<int> work)
    {
        var result = 0;
        var thread = new Thread(() => result = work(), 256 * 1024);
        thread.Start();
        thread.Join();
        return result;
    }
}
