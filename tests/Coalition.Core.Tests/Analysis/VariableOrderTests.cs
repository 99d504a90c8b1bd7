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
}
