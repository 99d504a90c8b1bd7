using System.Globalization;

namespace Coalition.Tests.Properties;

/// <summary>How many cases the tests draw, and from which seeds.</summary>
/// <remarks>
/// <c>COALITION_SEED</c>, a whole number, replays or varies the draw; <c>COALITION_CASES</c> multiplies the number of cases by so many
/// percent. A failure is replayed by the same two values.
/// </remarks>
internal static class Draws
{
    private static readonly int Percent = Setting("COALITION_CASES", 100);

    /// <summary>The first seed.</summary>
    internal static int Seed { get; } = Setting("COALITION_SEED", 20_260_301);

    /// <summary>So many cases as the environment makes of <paramref name="usual"/>, at least one.</summary>
    internal static int Cases(int usual) => (int)Math.Max(1, (long)usual * Percent / 100);

    /// <summary>A seed for each case. A test that counts what its cases reach takes the plain range from <see cref="Seed"/> instead, of one length.</summary>
    internal static IEnumerable<int> Seeds(int usual) => Enumerable.Range(Seed, Cases(usual));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
