using System.Globalization;
using Coalition.Tests.Generators;
using FsCheck.Xunit;

namespace Coalition.Tests.Properties;

/// <summary>A property over drawn models, from the seed and for the number of cases that <see cref="Draws"/> tells.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModelPropertyAttribute : PropertyAttribute
{
    /// <summary>Makes a method a property over so many models.</summary>
    /// <param name="cases">How many, where the environment does not change that.</param>
    public ModelPropertyAttribute(int cases)
    {
        MaxTest = Draws.Cases(cases);
        Replay = string.Create(CultureInfo.InvariantCulture, $"{Draws.Seed},9999999999999999999");
        Arbitrary = [typeof(Arbitraries)];
        QuietOnSuccess = true;
    }
}
