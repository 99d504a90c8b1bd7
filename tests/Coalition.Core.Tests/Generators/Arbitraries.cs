using FsCheck;
using FsCheck.Fluent;

namespace Coalition.Tests.Generators;

/// <summary>What FsCheck draws for the properties.</summary>
public static class Arbitraries
{
    /// <summary>Samples, each from a seed of its own; a failing one is cut down part by part.</summary>
    public static Arbitrary<ModelSample> Samples() => Arb.From(
        Gen.Choose(0, int.MaxValue - 1).Select(seed => ModelSample.Of(seed)), s => ModelShrinker.Smaller(s.Model).Select(s.With));
}
