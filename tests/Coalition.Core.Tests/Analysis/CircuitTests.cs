using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class CircuitTests
{
    private readonly Circuit circuit = new();
    private readonly Signal a;
    private readonly Signal b;
    private readonly Signal c;

    public CircuitTests() => (a, b, c) = (circuit.Variable(0), circuit.Variable(1), circuit.Variable(2));

    [Fact]
    public void Gates_ThatOneInputDecides_AreThatInput()
    {
        Assert.Equal(Signal.False, circuit.And(a, Signal.False, b));
        Assert.Equal(Signal.True, circuit.Or(a, Signal.True, b));
        Assert.Equal(a, circuit.And(a, Signal.True, a));
        Assert.Equal(a, circuit.Or(a, Signal.False, a));
        Assert.Equal(Signal.True, circuit.And());
        Assert.Equal(Signal.False, circuit.Or());
    }

    [Fact]
    public void AtLeast_AllOrOne_IsAndOrOr()
    {
        Assert.Equal(circuit.And(a, b, c), circuit.AtLeast(3, a, b, c));
        Assert.Equal(circuit.Or(a, b, c), circuit.AtLeast(1, a, b, c));
    }

    [Fact]
    public void Reaches_AmountOfOneGate_IsThatGate()
    {
        var steps = circuit.Steps([a, circuit.And(a, b)], [3, 5]);

        Assert.Equal(Signal.True, circuit.Reaches(steps, 0));
        Assert.Equal(a, circuit.Reaches(steps, 3));
        Assert.Equal(circuit.And(a, b), circuit.Reaches(steps, 4));
        Assert.Equal(circuit.And(a, b), circuit.Reaches(steps, 5));
        Assert.Equal(Signal.False, circuit.Reaches(steps, 6));
    }

    [Fact]
    public void Steps_ThatAddNothing_AreLeftOut()
    {
        Assert.Equal(circuit.Amount(a, 5), circuit.Steps([a, circuit.And(a, b)], [5, 5]));
        Assert.Equal(circuit.Amount(a, 5), circuit.Steps([a, a], [3, 5]));
        Assert.Equal(circuit.Amount(a, 5), circuit.Steps([a, Signal.False], [5, 7]));
        Assert.Equal(Number.Nought, circuit.Amount(a, 0));
    }

    [Fact]
    public void Sum_OfSums_IsOneSumWithOneAmountForEachGate()
    {
        var (three, four) = (circuit.Amount(a, 3), circuit.Amount(b, 4));
        var greatest = circuit.Max(three, four);

        Assert.Equal(circuit.Sum(three, four, circuit.Amount(c, 5)), circuit.Sum(circuit.Sum(three, four), circuit.Amount(c, 5)));
        Assert.Equal(circuit.Amount(a, 6), circuit.Sum(three, three, Number.Nought));
        Assert.Equal(greatest, circuit.Sum(greatest));
        Assert.Equal(9, circuit.Greatest(circuit.Sum(greatest, circuit.Amount(c, 5))));
    }

    [Fact]
    public void MinAndMax_OfNumbersOfWhichOneIsNeverAbove_AreOneOfThem()
    {
        var (amount, least) = (circuit.Amount(a, 3), circuit.Constant(3));
        var wide = circuit.Steps([Signal.True, b], [1, 9]);

        Assert.Equal(amount, circuit.Min(amount, amount));
        Assert.Equal(amount, circuit.Min(amount, least));
        Assert.Equal(amount, circuit.Min(least, amount));
        Assert.Equal(amount, circuit.Max(amount, amount));
        Assert.Equal(least, circuit.Max(amount, least));
        Assert.Equal(least, circuit.Max(least, amount));
        Assert.Equal(NumberKind.Min, circuit[circuit.Min(amount, wide)].Kind);
        Assert.Equal(NumberKind.Max, circuit[circuit.Max(amount, wide)].Kind);
        Assert.Equal(NumberKind.Min, circuit[circuit.Min(wide, amount)].Kind);
        Assert.Equal(NumberKind.Max, circuit[circuit.Max(wide, amount)].Kind);
    }

    [Fact]
    public void LeastAndGreatest_OfEachKindOfNumber_AreItsBounds()
    {
        var (low, high) = (circuit.Steps([Signal.True, a], [1, 9]), circuit.Steps([Signal.True, b], [4, 6]));

        Assert.Equal((0, 7), Bounds(circuit.Amount(c, 7)));
        Assert.Equal((1, 9), Bounds(low));
        Assert.Equal((5, 15), Bounds(circuit.Sum(low, high)));
        Assert.Equal((1, 6), Bounds(circuit.Min(low, high)));
        Assert.Equal((4, 9), Bounds(circuit.Max(low, high)));
        Assert.Equal((0, long.MaxValue), Bounds(circuit.Sum(circuit.Amount(a, long.MaxValue), circuit.Amount(b, 1))));
    }

    [Fact]
    public void Size_CountsEachGateAndNumberAndWhatItIsMadeOfOnce()
    {
        Assert.Equal(3, circuit.Size);

        circuit.And(a, b);
        circuit.And(b, a);
        Assert.Equal(3 + 3, circuit.Size);

        var amounts = new[] { circuit.Amount(a, 1), circuit.Amount(b, 2), circuit.Amount(c, 3) };
        Assert.Equal(6 + 6, circuit.Size);

        var sum = circuit.Sum(amounts);
        Assert.Equal(12 + 4, circuit.Size);

        circuit.Reaches(sum, 4);
        Assert.Equal(16 + 1, circuit.Size);
        Assert.Equal(3, circuit.MostParts);
    }

    [Fact]
    public void Made_GatesEquationsAndNumbers_AreInTheOrderOfTheirMaking()
    {
        var amount = circuit.Amount(a, 3);
        var equation = circuit.Equation();
        var both = circuit.And(a, equation);

        Assert.Equal([0, 1, ~0, a.Position, b.Position, c.Position, ~amount.Position, equation.Position, both.Position], circuit.Made);
    }

    [Fact]
    public void Equals_KeysThatDifferInOnePlace_AreNotEqual()
    {
        var key = new CircuitKey(1, 2, 3, [4, 5]);

        Assert.Equal(key, new CircuitKey(1, 2, 3, [4, 5]));
        Assert.NotEqual(key, new CircuitKey(0, 2, 3, [4, 5]));
        Assert.NotEqual(key, new CircuitKey(1, 0, 3, [4, 5]));
        Assert.NotEqual(key, new CircuitKey(1, 2, 0, [4, 5]));
        Assert.NotEqual(key, new CircuitKey(1, 2, 3, [4, 0]));
    }

    // Or what is made would be searched one by one.
    [Fact]
    public void GetHashCode_KeysThatDifferInOnePlace_Differ()
    {
        var hash = new CircuitKey(1, 2, 3, [4, 5]).GetHashCode();

        Assert.Equal(hash, new CircuitKey(1, 2, 3, [4, 5]).GetHashCode());
        Assert.NotEqual(hash, new CircuitKey(0, 2, 3, [4, 5]).GetHashCode());
        Assert.NotEqual(hash, new CircuitKey(1, 0, 3, [4, 5]).GetHashCode());
        Assert.NotEqual(hash, new CircuitKey(1, 2, 0, [4, 5]).GetHashCode());
        Assert.NotEqual(hash, new CircuitKey(1, 2, 3, [4, 0]).GetHashCode());
    }

    private (long Least, long Greatest) Bounds(Number number) => (circuit.Least(number), circuit.Greatest(number));
}
