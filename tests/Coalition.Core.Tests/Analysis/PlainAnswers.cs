using System.Numerics;
using Coalition.Analysis;

namespace Coalition.Tests.Analysis;

/// <summary>Every answer by its definition, from a table of all assignments: sets of variables are the bits of their place in it.</summary>
internal sealed class PlainAnswers
{
    private readonly int variables;
    private readonly bool[] wins;

    // By variable, how many coalitions it swings: of each size, and together with so many who swing them, itself included.
    private readonly int[,] swingsBySize;
    private readonly int[,] swingsByCritical;

    internal PlainAnswers(int variables, bool[] wins)
    {
        this.variables = variables;
        this.wins = wins;
        Winning = [.. Sets.Where(s => wins[s])];
        Minimal = [.. Winning.Where(s => Members(s).All(i => !wins[s ^ (1 << i)]))];
        Blocking = [.. Sets.Where(s => IsBlocked(s) && Members(s).All(i => !IsBlocked(s ^ (1 << i))))];
        (swingsBySize, swingsByCritical) = (new int[variables, variables + 1], new int[variables, variables + 1]);
        foreach (var coalition in Winning)
        {
            int[] critical = [.. Members(coalition).Where(i => !wins[coalition ^ (1 << i)])];
            foreach (var player in critical)
            {
                swingsBySize[player, BitOperations.PopCount((uint)coalition)]++;
                swingsByCritical[player, critical.Length]++;
            }

            Vulnerable += critical.Length > 0 ? 1 : 0;
        }
    }

    internal int[] Winning { get; }

    internal int[] Minimal { get; }

    /// <summary>The minimal sets whose refusal keeps it from being true.</summary>
    internal int[] Blocking { get; }

    /// <summary>The winning coalitions that somebody swings.</summary>
    internal int Vulnerable { get; }

    private IEnumerable<int> Sizes => Enumerable.Range(1, variables);

    private IEnumerable<int> Sets => Enumerable.Range(0, wins.Length);

    internal int Swings(int player) => Sizes.Sum(size => swingsBySize[player, size]);

    internal Rational ShapleyShubik(int player) => Sum(Sizes.Select(size =>
        new Rational(swingsBySize[player, size] * Factorial(size - 1) * Factorial(variables - size), Factorial(variables))));

    internal Rational DeeganPackel(int player) => Sum(Sizes.Select(size =>
        Share(Minimal.Count(s => Has(s, player) && BitOperations.PopCount((uint)s) == size), size * Minimal.Length)));

    internal Rational Holler(int player) => Share(Minimal.Count(s => Has(s, player)), Minimal.Sum(s => BitOperations.PopCount((uint)s)));

    internal Rational Johnston(int player) => Sum(Sizes.Select(critical => Share(swingsByCritical[player, critical], critical * Vulnerable)));

    internal bool HasVeto(int player) => Winning.All(s => Has(s, player));

    internal bool IsDummy(int player) => Sets.All(s => wins[s] == wins[s ^ (1 << player)]);

    internal int Survived(int withdrawals) => Winning.Count(s => variables - BitOperations.PopCount((uint)s) == withdrawals);

    internal static bool Has(int set, int variable) => (set & (1 << variable)) != 0;

    internal static Rational Share(BigInteger part, BigInteger whole) => whole.IsZero ? default : new Rational(part, whole);

    internal static BigInteger Factorial(int n) => Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, k) => product * k);

    internal static Rational Sum(IEnumerable<Rational> of) => of.Aggregate(default(Rational), (sum, r) => sum + r);

    private bool IsBlocked(int refused) => !wins[wins.Length - 1 - refused];

    private IEnumerable<int> Members(int coalition) => Enumerable.Range(0, variables).Where(i => Has(coalition, i));
}
