using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class CircuitPartTests
{
    [Fact]
    public void Of_EquationsInNoCircle_AreTheirBodies()
    {
        var circuit = new Circuit();
        var (a, b) = (circuit.Variable(3), circuit.Variable(7));
        var (one, other) = (circuit.Equation(), circuit.Equation());
        circuit.Define(one, circuit.And(a, b));
        circuit.Define(other, circuit.And(b, one));

        var (part, root) = CircuitPart.Of(circuit, circuit.Or(one, other), [3, 7]);

        Assert.Equal(part.And(part.Variable(0), part.Variable(1)), root);
    }
}
