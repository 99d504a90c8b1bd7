using System.Globalization;
using Coalition.Tests.Generators;
using FsCheck.Xunit;

namespace Coalition.Tests.Properties;

/// <summary>A property over drawn models, from a fixed seed unless the environment gives another.</summary>
/// <remarks>
/// <c>COALITION_SEED</c>, a whole number, replays or varies the draw; <c>COALITION_CASES</c> multiplies the number of cases by so many
/// percent. A failure is replayed by the same two values.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModelPropertyAttribute : PropertyAttribute
{
    /// <summary>Makes a method a property over so many models.</summary>
    /// <param name="cases">How many, where the environment does not change that.</param>
    public ModelPropertyAttribute(int cases)
    {
        MaxTest = Math.Max(1, cases * Setting("COALITION_CASES", 100) / 100);
        Replay = string.Create(CultureInfo.InvariantCulture, $"{Seed},9999999999999999999");
        Arbitrary = [typeof(Arbitraries)];
        QuietOnSuccess = true;
    }

    internal static int Seed { get; } = Setting("COALITION_SEED", 20_260_301);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
