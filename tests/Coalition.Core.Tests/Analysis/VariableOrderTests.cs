using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class VariableOrderTests
{
    [Fact]
    public void From_SumOfPledges_PutsSharedFirstAndGreatestNextAndKeepsEachPledgeTogether()
    {
        // Variable 6 is a ceasefire; nation i has an approval 2i and an amount 2i + 1.
        var circuit = new Circuit();
        var approvals = Enumerable.Range(0, 3).Select(i => circuit.And(circuit.Variable(2 * i), circuit.Variable(6))).ToArray();
        long[] greatest = [300, 500, 400];
        var sum = circuit.Sum([.. approvals.Select((a, i) => circuit.Steps([a, circuit.And(a, circuit.Variable((2 * i) + 1))], [100, greatest[i]]))]);
        var root = circuit.And(circuit.AtLeast(2, approvals), circuit.Reaches(sum, 700));

        var order = new VariableOrder(circuit, new CircuitGraph(circuit, root), 9).From(root, InputOrder.LargestFirst, sharedFirst: true);

        Assert.Equal(6, order[0]);
        Assert.Equal([2, 3], order[1..3].Order());
        Assert.Equal([4, 5], order[3..5].Order());
        Assert.Equal([0, 1], order[5..7].Order());
        Assert.Equal([7, 8], order[7..]);
    }

    [Theory]
    [InlineData((int)InputOrder.LargestFirst, new[] { 1, 2, 3, 0 })]
    [InlineData((int)InputOrder.SmallestFirst, new[] { 0, 1, 2, 3 })]
    [InlineData((int)InputOrder.AsGiven, new[] { 0, 1, 2, 3 })]
    public void From_GateOfTwoModules_EntersThemInTheOrderAskedFor(int inputs, int[] expected)
    {
        var circuit = new Circuit();
        var root = circuit.And(circuit.Variable(0), circuit.Or(circuit.Variable(1), circuit.Variable(2), circuit.Variable(3)));

        Assert.Equal(expected, new VariableOrder(circuit, new CircuitGraph(circuit, root), 4).From(root, (InputOrder)inputs, sharedFirst: true));
    }

    // Three of six items wait for the ceasefire, which is half; two for the other matter, which are not.
    [Fact]
    public void From_SumOfPledges_PutsFirstWhatHalfOfThemWaitFor()
    {
        const int Ceasefire = 6, Other = 7;
        var circuit = new Circuit();
        var variables = Enumerable.Range(0, 8).Select(circuit.Variable).ToArray();
        var items = new[] { (0, 60, Ceasefire), (1, 50, Ceasefire), (2, 40, Ceasefire), (5, 30, 5), (3, 20, Other), (4, 10, Other) };
        var sum = circuit.Sum([.. items.Select(i => circuit.Amount(circuit.And(variables[i.Item1], variables[i.Item3]), i.Item2))]);
        var root = circuit.Reaches(sum, 100);

        var order = new VariableOrder(circuit, new CircuitGraph(circuit, root), 8).From(root, InputOrder.LargestFirst, sharedFirst: true);

        Assert.Equal([Ceasefire, 0, 1, 2, 5], order[..5]);
        Assert.Equal([3, 4, Other], order[5..].Order());
    }

    [Fact]
    public void From_SumOfHundredsOfPledges_PutsSharedFirstAndGreatestNext()
    {
        const int Pledges = 600;
        var circuit = new Circuit();
        var sum = circuit.Sum([.. Enumerable.Range(0, Pledges).Select(i => circuit.Amount(circuit.And(circuit.Variable(i), circuit.Variable(Pledges)), 1000 - i))]);
        var root = circuit.Reaches(sum, 1000);

        var order = new VariableOrder(circuit, new CircuitGraph(circuit, root), Pledges + 1).From(root, InputOrder.LargestFirst, sharedFirst: true);

        Assert.Equal([Pledges, .. Enumerable.Range(0, Pledges)], order);
    }

    // Their sets of variables would take 25 million words: the gates are entered without looking at sizes.
    [Fact]
    public void From_TooManyVariablesToLookAtSizes_EntersInputsAsGiven()
    {
        const int Variables = 40_000;
        var circuit = new Circuit();
        var root = circuit.And([.. Enumerable.Range(0, Variables).Select(circuit.Variable)]);

        var order = new VariableOrder(circuit, new CircuitGraph(circuit, root), Variables).From(root, InputOrder.LargestFirst, sharedFirst: true);

        Assert.Equal(Enumerable.Range(0, Variables), order);
    }
}
