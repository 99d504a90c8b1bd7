using System.Numerics;
using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

/// <summary>Every index by its definition, over all assignments of drawn circuits.</summary>
public class PowerTests
{
    [Fact]
    public void Power_DrawnCircuits_AgreesWithPlainEnumeration()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var sample = CircuitSample.Draw(seed, 8);
            var function = WeightedGame.FunctionOf(sample.Circuit, sample.Variables, sample.Root);
            var power = function.Power();
            var plain = new PlainPower(sample);

            Assert.Equal(plain.Winning.Length, power.WinningCoalitions);
            Assert.Equal((1 << sample.Variables) - plain.Winning.Length, power.LosingCoalitions);
            Assert.Equal(Enumerable.Range(0, sample.Variables).Sum(plain.Swings), power.Swings);
            for (var i = 0; i < sample.Variables; i++)
            {
                var player = power.Players[i];
                Assert.Equal(function.Variables[i], player.Player);
                Assert.Equal(plain.Swings(i), player.Swings);
                Assert.Equal(new Rational(plain.Swings(i), 1 << (sample.Variables - 1)), player.Banzhaf);
                Assert.Equal(PlainPower.Share(plain.Swings(i), (int)power.Swings), player.BanzhafNormalised);
                Assert.Equal(PlainPower.Share(plain.Swings(i), plain.Winning.Length), player.PowerToPrevent);
                Assert.Equal(PlainPower.Share(plain.Swings(i), (int)power.LosingCoalitions), player.PowerToInitiate);
                Assert.Equal(plain.ShapleyShubik(i), player.ShapleyShubik);
            }

            Assert.Equal(Enumerable.Range(0, sample.Variables).Select(plain.DeeganPackel), function.DeeganPackel());
            Assert.Equal(Enumerable.Range(0, sample.Variables).Select(plain.Holler), function.Holler());
        }
    }

    [Fact]
    public void Johnston_DrawnCircuits_AgreesWithPlainEnumeration()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var sample = CircuitSample.Draw(seed, 8);
            var plain = new PlainPower(sample);

            var johnston = WeightedGame.FunctionOf(sample.Circuit, sample.Variables, sample.Root).Johnston();

            Assert.Equal(Enumerable.Range(0, sample.Variables).Select(plain.Johnston), johnston);
        }
    }

    [Fact]
    public void ShapleyShubik_SmallCircuits_IsTheShareOfOrdersInWhichThePlayerDecides()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var sample = CircuitSample.Draw(seed, 5);
            var decides = new int[sample.Variables];
            var orders = Orders([.. Enumerable.Range(0, sample.Variables)]).ToArray();
            foreach (var order in orders)
            {
                var assignment = new bool[sample.Variables];
                var before = sample.IsTrue(assignment);
                foreach (var player in order)
                {
                    assignment[player] = true;
                    var after = sample.IsTrue(assignment);
                    decides[player] += after && !before ? 1 : 0;
                    before = after;
                }
            }

            var power = WeightedGame.FunctionOf(sample.Circuit, sample.Variables, sample.Root).Power();

            Assert.Equal(decides.Select(d => new Rational(d, orders.Length)), power.Players.Select(p => p.ShapleyShubik));
        }

        static IEnumerable<int[]> Orders(int[] of) =>
            of.Length == 0 ? [[]] : of.SelectMany(first => Orders([.. of.Where(x => x != first)]).Select(rest => (int[])[first, .. rest]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Power_NeverOrAlwaysSufficient_AllIndicesAreNought(int variables)
    {
        foreach (var value in new[] { false, true })
        {
            var function = WeightedGame.FunctionOf(variables, (_, _) => Signal.Of(value));
            var power = function.Power();

            Assert.Equal(value ? 1 << variables : 0, power.WinningCoalitions);
            Assert.Equal(value ? 0 : 1 << variables, power.LosingCoalitions);
            Assert.Equal(new Rational(value ? 1 : 0, 1), power.PowerToAct);
            Assert.Equal(0, power.Swings);
            Assert.Equal(variables, power.Players.Length);
            Assert.All(power.Players, p => Assert.All(
                [p.Banzhaf, p.BanzhafNormalised, p.ShapleyShubik, p.PowerToInitiate, p.PowerToPrevent],
                index => Assert.Equal(default, index)));
            Assert.All([function.DeeganPackel(), function.Holler(), function.Johnston()], indices => Assert.Equal(Enumerable.Repeat(default(Rational), variables), indices));
        }
    }

    [Fact]
    public void Johnston_TooManyStates_NamesTheWorkAndTheBudget()
    {
        var function = WeightedGame.FunctionOf(
            12,
            (circuit, players) => circuit.Reaches(circuit.Sum([.. players.Select((p, i) => circuit.Amount(p, 20 + (i * i)))]), 373),
            new AnalysisBudget { Nodes = 500 });

        var thrown = Assert.Throws<AnalysisBudgetException>(() => function.Johnston());

        Assert.Equal("joint criticality", thrown.Work);
        Assert.Equal(500, thrown.Budget.Nodes);
    }

    [Fact]
    public void Power_Cancelled_Stops()
    {
        var function = new WeightedGame(3, 1, 1, 1, 1, 1).Function;
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => function.Power(cancelled));
        Assert.Throws<OperationCanceledException>(() => function.DeeganPackel(cancelled));
        Assert.Throws<OperationCanceledException>(() => function.Holler(cancelled));
        Assert.Throws<OperationCanceledException>(() => function.Johnston(cancelled));
        Assert.Throws<OperationCanceledException>(() => function.Resilience(cancelled));
    }

    // By the definitions, over sets of players as bits.
    private sealed class PlainPower
    {
        private readonly int players;
        private readonly bool[] wins;

        internal PlainPower(CircuitSample sample)
        {
            players = sample.Variables;
            wins = [.. sample.Assignments().Select(a => sample.IsTrue(a))];
            Winning = [.. Enumerable.Range(0, wins.Length).Where(s => wins[s])];
            Minimal = [.. Winning.Where(s => Members(s).All(i => !wins[s ^ (1 << i)]))];
        }

        internal int[] Winning { get; }

        internal int[] Minimal { get; }

        internal int Swings(int player) => Winning.Count(s => IsCritical(s, player));

        internal Rational ShapleyShubik(int player) => Sum(Winning.Where(s => IsCritical(s, player))
            .Select(s => new Rational(Factorial(Size(s) - 1) * Factorial(players - Size(s)), Factorial(players))));

        internal Rational DeeganPackel(int player) => Sum(Minimal.Where(s => Has(s, player)).Select(s => new Rational(1, (BigInteger)Size(s) * Minimal.Length)));

        internal Rational Holler(int player) => Share(Minimal.Count(s => Has(s, player)), Minimal.Sum(Size));

        internal Rational Johnston(int player)
        {
            var vulnerable = Winning.Count(s => Members(s).Any(i => IsCritical(s, i)));
            return Sum(Winning.Where(s => IsCritical(s, player)).Select(s => new Rational(1, Members(s).Count(i => IsCritical(s, i)) * vulnerable)));
        }

        internal static Rational Share(int part, int whole) => whole == 0 ? default : new Rational(part, whole);

        private bool IsCritical(int coalition, int player) => Has(coalition, player) && !wins[coalition ^ (1 << player)];

        private IEnumerable<int> Members(int coalition) => Enumerable.Range(0, players).Where(i => Has(coalition, i));

        private int Size(int coalition) => Members(coalition).Count();

        private static bool Has(int coalition, int player) => (coalition & (1 << player)) != 0;

        private static BigInteger Factorial(int n) => Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, k) => product * k);

        private static Rational Sum(IEnumerable<Rational> of) => of.Aggregate(default(Rational), (sum, r) => sum + r);
    }
}
