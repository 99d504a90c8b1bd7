using System.Numerics;
using Coalition.Analysis;
using Coalition.Analysis.Diagrams;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

public class ResilienceTests
{
    [Fact]
    public void Resilience_DrawnCircuits_AgreesWithPlainEnumeration()
    {
        foreach (var seed in Draws.Seeds(1000))
        {
            var sample = CircuitSample.Draw(seed, 8);
            var assignments = sample.Assignments().Select(a => (Withdrawn: a.Count(x => !x), IsTrue: sample.IsTrue(a))).ToArray();

            var resilience = WeightedGame.FunctionOf(sample.Circuit, sample.Variables, sample.Root).Resilience();

            Assert.Equal(Enumerable.Range(0, sample.Variables + 1), resilience.Survivals.Select(s => s.Withdrawals));
            foreach (var survival in resilience.Survivals)
            {
                var these = assignments.Where(a => a.Withdrawn == survival.Withdrawals).ToArray();
                Assert.Equal(these.Count(a => a.IsTrue), survival.Survived);
                Assert.Equal(these.Length, survival.Combinations);
                Assert.Equal(new Rational(these.Count(a => a.IsTrue), these.Length), survival.Share);
            }

            Assert.Equal(assignments.Where(a => !a.IsTrue).Select(a => (int?)a.Withdrawn).Min(), resilience.LeastToBreak);
        }
    }

    [Fact]
    public void VetoPlayersAndDummies_DrawnCircuits_AgreeWithPlainEnumeration()
    {
        foreach (var seed in Draws.Seeds(1000))
        {
            var sample = CircuitSample.Draw(seed, 7);
            var function = WeightedGame.FunctionOf(sample.Circuit, sample.Variables, sample.Root);
            var values = sample.Assignments().Select(a => sample.IsTrue(a)).ToArray();

            Assert.Equal(
                function.Variables.Where((_, i) => values.Select((value, set) => (value, set)).All(v => !v.value || (v.set & (1 << i)) != 0)), function.VetoPlayers());
            Assert.Equal(
                function.Variables.Where((_, i) => values.Select((value, set) => (value, set)).All(v => v.value == values[v.set ^ (1 << i)])), function.Dummies());
        }
    }

    [Fact]
    public void Resilience_NeverSufficient_NoWithdrawalIsNeeded() =>
        Assert.Equal(0, WeightedGame.FunctionOf(3, (_, _) => Signal.False).Resilience().LeastToBreak);

    [Fact]
    public void Resilience_AlwaysSufficient_NoNumberBreaksIt()
    {
        var resilience = WeightedGame.FunctionOf(3, (_, _) => Signal.True).Resilience();

        Assert.Null(resilience.LeastToBreak);
        Assert.All(resilience.Survivals, s => Assert.Equal(new Rational(1, 1), s.Share));
    }

    [Fact]
    public void Resilience_NoVariables_OneOutcome()
    {
        Assert.Equal(new Survival(0, 0, 1), Assert.Single(WeightedGame.FunctionOf(0, (_, _) => Signal.False).Resilience().Survivals));
        Assert.Equal(new Survival(0, 1, 1), Assert.Single(WeightedGame.FunctionOf(0, (_, _) => Signal.True).Resilience().Survivals));
    }

    [Fact]
    public void Resilience_MajorityOfAHundredAndOne_SurvivesFiftyAndNoMore()
    {
        var resilience = new WeightedGame(51, [.. Enumerable.Repeat(1, 101)]).Function.Resilience();

        Assert.Equal(51, resilience.LeastToBreak);
        Assert.All(resilience.Survivals, s => Assert.Equal(s.Withdrawals <= 50 ? s.Combinations : BigInteger.Zero, s.Survived));
        Assert.True(resilience.Survivals[50].Survived > BigInteger.One << 64);
    }
}
