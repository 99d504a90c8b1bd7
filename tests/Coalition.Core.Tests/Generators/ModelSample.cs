using NodaTime;

namespace Coalition.Tests.Generators;

/// <summary>A model with a question put to it, and chance for whatever a test draws besides.</summary>
public sealed class ModelSample
{
    internal ModelSample(int seed, CoalitionModel model, LocalDate on, LocalDate? knownAsOf)
    {
        Seed = seed;
        Model = model;
        On = on;
        KnownAsOf = knownAsOf;
    }

    /// <summary>The seed that the sample, unless it has been shrunk, comes from.</summary>
    public int Seed { get; }

    /// <summary>The model.</summary>
    public CoalitionModel Model { get; }

    /// <summary>The day asked about.</summary>
    public LocalDate On { get; }

    /// <summary>By what was known when; null for the model's as-of date.</summary>
    public LocalDate? KnownAsOf { get; }

    internal static ModelSample Of(int seed) => Of(seed, out _);

    internal static ModelSample Of(int seed, out int refused)
    {
        var model = ModelGen.Model(seed, out refused);
        var draw = new Draw(seed ^ 0x5DEECE66);
        var on = draw.Chance(70) ? ModelGen.Anchor : ModelGen.Anchor.PlusDays(draw.Int(-12, 12));
        return new ModelSample(seed, model, on, draw.Chance(65) ? null : model.AsOf.PlusDays(-draw.Int(0, 25)));
    }

    /// <summary>Chance that is the same for the same sample, and for those that it shrinks to.</summary>
    internal Draw Chance() => new(unchecked(Seed * 31));

    internal ModelSample With(CoalitionModel model) => new(Seed, model, On, KnownAsOf is { } known ? LocalDate.Min(known, model.AsOf) : null);

    /// <summary>The sample as text, so that a failure can be read without running it.</summary>
    public override string ToString() => $"seed {Seed}, on {ModelText.Of(On)}, known as of {ModelText.Of(KnownAsOf ?? Model.AsOf)}\n{ModelText.Of(Model)}";
}
