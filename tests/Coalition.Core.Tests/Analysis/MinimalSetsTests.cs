using System.Collections.Immutable;
using System.Numerics;
using Coalition.Analysis;
using Coalition.Analysis.Diagrams;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

public class MinimalSetsTests
{
    [Fact]
    public void UnlockSets_DrawnFunctions_AreThoseOfPlainEnumerationInOrderOfSize()
    {
        foreach (var seed in Draws.Seeds(1000))
        {
            var sample = CircuitSample.Draw(seed, 8);
            var sets = Function(sample).UnlockSets();
            var expected = SetDiagramTests.MinimalByPlainEnumeration(sample, greatest: false);

            Assert.Equal(expected.Count, sets.Count);
            Assert.Equal(expected.Order(), sets.Select(Bits).Order());
            Assert.Equal(sets.Select(s => s.Variables.Length).Order(), sets.Select(s => s.Variables.Length));
            Assert.Equal(sets.Select(s => s.Variables.Length).DefaultIfEmpty(-1).Max() + 1, sets.CountBySize.Length);
            for (var size = 0; size < sets.CountBySize.Length; size++)
            {
                Assert.Equal(sets.Count(s => s.Variables.Length == size), sets.CountBySize[size]);
            }
        }
    }

    [Fact]
    public void BlockingSets_DrawnFunctions_FalseTheyKeepItFromBeingSufficientAndNoneOfTheirPartsDoes()
    {
        foreach (var seed in Draws.Seeds(1000))
        {
            var sample = CircuitSample.Draw(seed, 7);
            var all = (1 << sample.Variables) - 1;
            var isBlocked = sample.Assignments().Select((_, bits) => !sample.IsTrue(Values(all & ~bits, sample.Variables))).ToArray();
            var expected = Enumerable.Range(0, all + 1).Where(set =>
                isBlocked[set] && Enumerable.Range(0, sample.Variables).All(v => (set & (1 << v)) == 0 || !isBlocked[set & ~(1 << v)]));

            Assert.Equal(expected, Function(sample).BlockingSets().Select(Bits).Order());
        }
    }

    [Fact]
    public void List_OfEachLength_SaysWhatIsLeft()
    {
        var circuit = new Circuit();
        var root = circuit.AtLeast(2, [.. Enumerable.Range(0, 4).Select(circuit.Variable)]);
        var sets = new SufficiencyFunction(Nations(4), circuit, root).UnlockSets();

        var two = sets.List(2);
        Assert.Equal(["nation:XA + nation:XB", "nation:XA + nation:XC"], two.Sets.Select(s => s.ToString()));
        Assert.Equal(4, two.Left);
        Assert.False(two.IsComplete);

        var six = sets.List(6);
        Assert.Equal(6, six.Sets.Length);
        Assert.True(six.IsComplete);
        Assert.Equal(six, sets.List(100));
        Assert.NotEqual(six, two);
        Assert.Equal(6, sets.List(0).Left);
        Assert.Equal($"{two.Sets[0]}\n{two.Sets[1]}\nand 4 more", two.ToString());
        Assert.Equal(string.Join('\n', six.Sets), six.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => sets.List(-1));
    }

    [Fact]
    public void GetHashCode_OtherSetsOrAnotherNumberLeft_IsAnother()
    {
        var circuit = new Circuit();
        var root = circuit.AtLeast(2, [.. Enumerable.Range(0, 4).Select(circuit.Variable)]);
        var sets = new SufficiencyFunction(Nations(4), circuit, root).UnlockSets();
        var two = sets.List(2);

        Assert.Equal(6, sets.Select(s => s.GetHashCode()).Distinct().Count());
        Assert.Equal(two.GetHashCode(), sets.List(2).GetHashCode());
        Assert.NotEqual(two.GetHashCode(), new SetListing(two.Sets, 5).GetHashCode());
        Assert.NotEqual(two.GetHashCode(), new SetListing([.. sets.TakeLast(2)], 4).GetHashCode());
    }

    // The weights are 1, 2 and 3, and four are needed: the levels go from the greatest weight down.
    [Fact]
    public void UnlockSets_LevelsInAnotherOrder_EachInTheOrderOfTheVariables()
    {
        var circuit = new Circuit();
        var root = circuit.Reaches(circuit.Sum([.. Enumerable.Range(0, 3).Select(v => circuit.Amount(circuit.Variable(v), v + 1))]), 4);

        Assert.Equal([2, 1, 0], DiagramCompiler.Compile(circuit, 3, root, AnalysisBudget.Default, CancellationToken.None).Diagram.Order.ToArray().AsEnumerable());
        Assert.Equal(["nation:XB + nation:XC", "nation:XA + nation:XC"], new SufficiencyFunction(Nations(3), circuit, root).UnlockSets().Select(s => s.ToString()));
    }

    [Fact]
    public void ToString_TheEmptySet_ReadsNothing()
    {
        var always = new SufficiencyFunction(Nations(2), new Circuit(), Signal.True);

        Assert.Equal("nothing", Assert.Single(always.UnlockSets()).ToString());
        Assert.Equal([BigInteger.One], always.UnlockSets().CountBySize.AsEnumerable());
        Assert.Empty(always.BlockingSets());
        Assert.Empty(always.BlockingSets().CountBySize);
    }

    [Fact]
    public void Count_HalfOfTwoHundred_IsExactWithoutListing()
    {
        // The number of ways to choose 100 of 200 exceeds 128 bits.
        var sets = new WeightedGame(100, [.. Enumerable.Repeat(1, 200)]).Function.UnlockSets();

        var expected = BigInteger.One;
        for (var i = 1; i <= 100; i++)
        {
            expected = expected * (100 + i) / i;
        }

        Assert.Equal(expected, sets.Count);
        Assert.Equal(101, sets.CountBySize.Length);
        Assert.Equal(expected, sets.CountBySize[100]);
        Assert.Equal(BigInteger.Zero, sets.CountBySize[99]);
    }

    [Fact]
    public void ByProbability_DrawnFunctions_ListsEverySetFromTheGreatest()
    {
        foreach (var seed in Draws.Seeds(1000))
        {
            var sample = CircuitSample.Draw(seed);
            var random = new Random(seed);
            double[] probabilities = [.. Enumerable.Range(0, sample.Variables).Select(_ => random.Next(5) switch { 0 => 0, 1 => 1, _ => random.NextDouble() })];
            var function = Function(sample);
            var sets = function.UnlockSets();
            var outlook = Outlook.Create([], function.Variables.Zip(probabilities, (v, p) => new Estimate { Of = v, Probability = p }));

            var listed = sets.ByProbability(outlook).Select(l => Bits(l.Set)).ToArray();

            Assert.Equal(sets.Select(Bits).Order(), listed.Order());
            var found = listed.Select(Probability).ToArray();
            var sorted = found.OrderDescending().ToArray();
            for (var i = 0; i < found.Length; i++)
            {
                Assert.Equal(sorted[i], found[i], 1e-12);
            }

            double Probability(int set) => Enumerable.Range(0, sample.Variables).Where(v => (set & (1 << v)) != 0).Aggregate(1.0, (p, v) => p * probabilities[v]);
        }
    }

    [Fact]
    public void Equals_SameVariables_IsByValue()
    {
        var circuit = new Circuit();
        var root = circuit.Or(circuit.Variable(0), circuit.Variable(1));
        var function = new SufficiencyFunction(Nations(2), circuit, root);

        Assert.Equal(function.UnlockSets().First(), function.UnlockSets().First());
        Assert.Equal(function.UnlockSets().First().GetHashCode(), function.UnlockSets().First().GetHashCode());
        Assert.NotEqual(function.UnlockSets().First(), function.UnlockSets().Last());
    }

    internal static SufficiencyFunction Function(CircuitSample sample) => new(Nations(sample.Variables), sample.Circuit, sample.Root);

    internal static ImmutableArray<FunctionVariable> Nations(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new FunctionVariable.OfNation(new NationCode($"X{(char)('A' + i)}")))];

    internal static bool[] Values(int bits, int variables) => [.. Enumerable.Range(0, variables).Select(v => (bits & (1 << v)) != 0)];

    private static int Bits(MinimalSet set) => set.Variables.Sum(v => 1 << Number(v));

    private static int Number(FunctionVariable variable) =>
        variable is FunctionVariable.OfNation { Nation.Value: var code } ? code[1] - 'A' : throw new ArgumentException("No nation.");
}
