using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class BitProgramTests
{
    private const int Variables = 6;

    private static readonly Dictionary<string, Func<Circuit, Signal[], Signal>> Functions = new()
    {
        ["circle that takes a round for each equation"] = Circle,
        ["circle in which two change in one round"] = (circuit, v) =>
        {
            var (one, other, both) = (circuit.Equation(), circuit.Equation(), circuit.Equation());
            circuit.Define(one, circuit.Or(v[0], both));
            circuit.Define(other, circuit.Or(v[1], both));
            circuit.Define(both, circuit.And(one, other));
            return both;
        },
        ["circle that reads what is before it in each round"] = (circuit, v) =>
        {
            var (first, second) = (circuit.Equation(), circuit.Equation());
            var before = circuit.Or(v[0], v[1]);
            circuit.Define(first, circuit.Or(v[2], second));
            circuit.Define(second, circuit.And(before, first));
            return second;
        },
        ["sums after circles"] = (circuit, v) =>
        {
            var first = Circle(circuit, v);
            var second = Circle(circuit, [v[5], v[4], first, v[0]]);
            var sum = Sum(circuit, (v[0], 1), (v[4], 1), (v[5], 2), (first, 4), (second, 8));
            return circuit.And(circuit.Reaches(sum, 6), circuit.Reaches(Sum(circuit, (v[1], 1), (v[2], 1), (first, 2), (second, 3)), 3));
        },
        ["number that is compared only, before sums"] = (circuit, v) => circuit.And(
            circuit.Reaches(circuit.Min(Sum(circuit, (v[0], 1), (v[1], 2)), Sum(circuit, (v[2], 2), (v[3], 1))), 2),
            circuit.Reaches(Sum(circuit, (v[0], 1), (v[4], 1), (v[2], 2), (v[5], 4)), 4)),
        ["steps as part of a sum"] = (circuit, v) =>
        {
            var sum = circuit.Sum(circuit.Steps([v[0], circuit.And(v[0], v[1])], [3, 5]), circuit.Amount(v[2], 4));
            return circuit.Or(circuit.Reaches(sum, 9), circuit.And(v[3], circuit.Reaches(sum, 5)));
        },
        ["amounts with a divisor, capped, as part of a sum"] = (circuit, v) => circuit.Reaches(
            circuit.Sum(circuit.Min(Sum(circuit, (v[0], 10), (v[1], 20)), circuit.Constant(20)), circuit.Amount(v[2], 10)), 30),
        ["amounts with different divisors"] = (circuit, v) => circuit.Reaches(
            circuit.Sum(
                circuit.Max(Sum(circuit, (v[0], 10), (v[1], 20)), circuit.Amount(v[2], 15)),
                circuit.Min(Sum(circuit, (v[3], 6), (v[4], 9)), circuit.Amount(v[5], 12))),
            31),
        ["greatest of numbers below and above the threshold"] = (circuit, v) => circuit.Reaches(
            circuit.Max(Sum(circuit, (v[0], 1), (v[1], 2)), Sum(circuit, (v[2], 8), (v[3], 8))), 9),
        ["extremes of extremes"] = (circuit, v) => circuit.Reaches(
            circuit.Sum(
                circuit.Min(circuit.Max(Sum(circuit, (v[0], 3), (v[1], 5)), circuit.Amount(v[2], 7)), circuit.Max(circuit.Amount(v[3], 6), circuit.Constant(2))),
                circuit.Amount(v[4], 1)),
            6),
    };

    private static readonly Dictionary<string, Func<Circuit, Signal[], Signal>> LongFunctions = new()
    {
        ["gates"] = (circuit, v) => Ladder(circuit, v, v[0], 1000),
        ["circles"] = (circuit, v) =>
        {
            var all = v[0];
            for (var i = 0; i < 500; i++)
            {
                var equation = circuit.Equation();
                circuit.Define(equation, circuit.Or(all, circuit.And(equation, v[i % 5])));
                all = circuit.And(equation, v[(i + 1) % 5]);
            }

            return all;
        },
        ["one circle"] = (circuit, v) =>
        {
            var equation = circuit.Equation();
            circuit.Define(equation, Ladder(circuit, v, circuit.And(equation, v[0]), 1000));
            return equation;
        },
        ["numbers that are compared only"] = (circuit, v) =>
        {
            var any = v[0];
            for (var i = 0; i < 300; i++)
            {
                var least = circuit.Min(Sum(circuit, (v[0], i + 5), (v[1], i + 2)), Sum(circuit, (v[2], i + 6), (v[3], i + 3)));
                any = circuit.And(circuit.Or(any, circuit.Reaches(least, i + 4)), v[4]);
            }

            return any;
        },
    };

    public static TheoryData<string> FunctionNames => [.. Functions.Keys];

    public static TheoryData<string> LongFunctionNames => [.. LongFunctions.Keys];

    [Theory]
    [MemberData(nameof(FunctionNames))]
    public void Run_EachAssignment_AgreesWithPlainEvaluation(string name)
    {
        var (circuit, root) = Make(Functions[name]);
        var program = BitCompiler.Compile(circuit, root);
        var values = new HashSet<bool>();

        for (var bits = 0; bits < 1 << Variables; bits++)
        {
            var assignment = MinimalSetsTests.Values(bits, Variables);
            var results = new ulong[1];
            program.Run([.. assignment.Select(value => value ? 1UL : 0)], results);

            var isTrue = CircuitSample.IsTrue(circuit, root, assignment, greatest: false);
            Assert.Equal(isTrue, (results[0] & 1) != 0);
            values.Add(isTrue);
        }

        Assert.Equal(2, values.Count);
    }

    [Theory]
    [MemberData(nameof(LongFunctionNames))]
    public void Run_LongFunctionOfFewVariables_TakesLittleMemory(string name)
    {
        var (circuit, root) = Make(LongFunctions[name]);
        var program = BitCompiler.Compile(circuit, root);
        var (assignments, results) = (new ulong[Variables], new ulong[1]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        program.Run(assignments, results);

        // A register is a kilobyte: room for some dozen, where the function has hundreds of steps.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Run_AgainAndAgain_KeepsItsMemory()
    {
        var (circuit, root) = Make(Functions["sums after circles"]);
        var program = BitCompiler.Compile(circuit, root);
        var (assignments, results) = (new ulong[Variables], new ulong[1]);
        program.Run(assignments, results);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            program.Run(assignments, results);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Fact]
    public void Compile_NumbersThatAreUsedTwiceEach_CompilesEachOnce()
    {
        var circuit = new Circuit();
        Signal[] v = [.. Enumerable.Range(0, Variables).Select(circuit.Variable)];
        var number = Sum(circuit, (v[0], 1), (v[1], 2));
        for (var i = 0; i < 14; i++)
        {
            number = circuit.Max(circuit.Sum(number, circuit.Amount(v[i % 5], 1)), circuit.Sum(number, circuit.Amount(v[(i + 1) % 5], 2)));
        }

        var root = circuit.Reaches(circuit.Sum(number, circuit.Amount(v[5], 1)), 20);
        var before = GC.GetAllocatedBytesForCurrentThread();

        BitCompiler.Compile(circuit, root);

        // Each of 29 numbers takes some kilobytes; by every way that leads to them they would be sixteen thousand.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Build_StepsThatOneInputDecides_AreNotWritten()
    {
        const int False = BitProgramBuilder.False;
        const int True = BitProgramBuilder.True;
        var builder = new BitProgramBuilder();
        var (a, b) = (builder.Input(0), builder.Input(1));

        Assert.Equal([False, False, a, a, a], [builder.And(False, a), builder.And(a, False), builder.And(True, a), builder.And(a, True), builder.And(a, a)]);
        Assert.Equal([True, True, a, a, a], [builder.Or(True, a), builder.Or(a, True), builder.Or(False, a), builder.Or(a, False), builder.Or(a, a)]);
        Assert.Equal(a, builder.Select(b, a, a));
        Assert.Equal(b, builder.Above(a, a, b));
        Assert.Equal(0, builder.Next);

        Assert.Equal(a, builder.Add(True, a, False).Carry);
        Assert.Equal(1, builder.Next);
    }

    // The first waits for the second, the second for the third, and the third for the first: from the third to the first it takes three rounds.
    private static Signal Circle(Circuit circuit, Signal[] v)
    {
        var (first, second, third) = (circuit.Equation(), circuit.Equation(), circuit.Equation());
        circuit.Define(first, circuit.Or(v[0], second));
        circuit.Define(second, circuit.And(v[1], third));
        circuit.Define(third, circuit.Or(v[2], circuit.And(first, v[3])));
        return first;
    }

    private static Signal Ladder(Circuit circuit, Signal[] v, Signal from, int length)
    {
        for (var i = 0; i < length; i++)
        {
            from = circuit.And(circuit.Or(from, v[i % 5]), circuit.Or(from, v[(i + 1) % 5]));
        }

        return from;
    }

    private static Number Sum(Circuit circuit, params (Signal Gate, long Value)[] amounts) =>
        circuit.Sum([.. amounts.Select(a => circuit.Amount(a.Gate, a.Value))]);

    private static (Circuit Circuit, Signal Root) Make(Func<Circuit, Signal[], Signal> function)
    {
        var circuit = new Circuit();
        return (circuit, function(circuit, [.. Enumerable.Range(0, Variables).Select(circuit.Variable)]));
    }
}
