using Coalition.Analysis;
using Coalition.Analysis.Diagrams;
using Coalition.Sufficiency;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

public class SufficiencyFunctionEvaluationTests
{
    [Fact]
    public void IsSufficient_DrawnFunctions_AgreesWithPlainEvaluationOfEveryAssignment()
    {
        foreach (var seed in Draws.Seeds(2000))
        {
            var sample = CircuitSample.Draw(seed, 8);
            var function = MinimalSetsTests.Function(sample);

            foreach (var assignment in sample.Assignments())
            {
                var isSufficient = sample.IsTrue(assignment);
                Assert.Equal(isSufficient, function.IsSufficient(assignment));
                Assert.Equal(
                    isSufficient ? Verdict.Sufficient : sample.IsTrue(assignment, greatest: true) ? Verdict.Deadlocked : Verdict.Insufficient,
                    function.VerdictOf(assignment));
            }
        }
    }

    [Fact]
    public void IsSufficient_AllAssignmentsOfDrawnFunctionsAtOnce_AgreesWithPlainEvaluation()
    {
        foreach (var seed in Draws.Seeds(3000))
        {
            var sample = CircuitSample.Draw(seed, 8);
            var (assignments, words) = Rows([.. sample.Assignments()], sample.Variables);
            var results = new ulong[words];

            MinimalSetsTests.Function(sample).IsSufficient(assignments, results);

            var number = 0;
            foreach (var assignment in sample.Assignments())
            {
                Assert.Equal(sample.IsTrue(assignment), (results[number / 64] & (1UL << (number % 64))) != 0);
                number++;
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void IsSufficient_AnyNumberOfWords_AgreesWithOneAtATime(int words)
    {
        var random = new Random(words);
        var circuit = new Circuit();
        var amounts = Enumerable.Range(0, 20).Select(v => circuit.Amount(circuit.Variable(v), random.Next(1, 100) * 50)).ToArray();
        var function = new SufficiencyFunction(MinimalSetsTests.Nations(20), circuit, circuit.Reaches(circuit.Sum(amounts), 25_000));
        var assignments = Enumerable.Range(0, 20 * words).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue)).ToArray();
        var results = new ulong[words];

        function.IsSufficient(assignments, results);

        for (var i = 0; i < 64 * words; i++)
        {
            var assignment = Enumerable.Range(0, 20).Select(v => (assignments[(v * words) + (i / 64)] & (1UL << (i % 64))) != 0).ToArray();
            Assert.Equal(function.IsSufficient(assignment), (results[i / 64] & (1UL << (i % 64))) != 0);
        }
    }

    [Fact]
    public void IsSufficient_SumsPast64Bits_DoesNotOverflow()
    {
        var circuit = new Circuit();
        var huge = circuit.Sum([.. Enumerable.Range(0, 5).Select(v => circuit.Amount(circuit.Variable(v), long.MaxValue - 1))]);
        var odd = circuit.Max(huge, circuit.Amount(circuit.Variable(0), 3));
        var root = circuit.Reaches(circuit.Sum(odd, circuit.Amount(circuit.Variable(1), 1)), long.MaxValue);
        var (assignments, words) = Rows([.. Enumerable.Range(0, 32).Select(bits => MinimalSetsTests.Values(bits, 5))], 5);
        var results = new ulong[words];

        new SufficiencyFunction(MinimalSetsTests.Nations(5), circuit, root).IsSufficient(assignments, results);

        for (var bits = 0; bits < 32; bits++)
        {
            Assert.Equal(CircuitSample.IsTrue(circuit, root, MinimalSetsTests.Values(bits, 5), greatest: false), (results[0] & (1UL << bits)) != 0);
        }
    }

    [Fact]
    public void IsSufficient_WrongLength_IsRefused()
    {
        var circuit = new Circuit();
        var function = new SufficiencyFunction(MinimalSetsTests.Nations(2), circuit, circuit.And(circuit.Variable(0), circuit.Variable(1)));

        Assert.Equal(
            "Expected 2 values, one for each variable, but there are 1. (Parameter 'assignment')",
            Assert.Throws<ArgumentException>(() => function.IsSufficient([true])).Message);
        Assert.Throws<ArgumentException>(() => function.VerdictOf([true, false, true]));
        Assert.Equal(
            "Expected 2 rows of 3 words each, one for each variable, but there are 5 words. (Parameter 'assignments')",
            Assert.Throws<ArgumentException>(() => function.IsSufficient(new ulong[5], new ulong[3])).Message);
    }

    [Fact]
    public void IsSufficient_OneAssignment_AllocatesNothing()
    {
        var circuit = new Circuit();
        var function = new SufficiencyFunction(MinimalSetsTests.Nations(3), circuit, circuit.AtLeast(2, circuit.Variable(0), circuit.Variable(1), circuit.Variable(2)));
        ReadOnlySpan<bool> assignment = [true, false, true];
        Assert.True(function.IsSufficient(assignment));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            Assert.True(function.IsSufficient(assignment) && function.VerdictOf(assignment) == Verdict.Sufficient);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static (ulong[] Rows, int Words) Rows(bool[][] assignments, int variables)
    {
        var words = (assignments.Length + 63) / 64;
        var rows = new ulong[variables * words];
        for (var i = 0; i < assignments.Length; i++)
        {
            for (var v = 0; v < variables; v++)
            {
                rows[(v * words) + (i / 64)] |= assignments[i][v] ? 1UL << (i % 64) : 0;
            }
        }

        return (rows, words);
    }
}
