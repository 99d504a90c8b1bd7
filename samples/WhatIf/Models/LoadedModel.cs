using Coalition;
using Coalition.Analysis;
using Coalition.Json;
using Coalition.Sufficiency;
using WhatIf.Answers;

namespace WhatIf.Models;

/// <summary>A model that was read, and what is the same for all views of it.</summary>
public sealed class LoadedModel
{
    private StandardAnswers? asItIs;

    private LoadedModel(string? key, int bytes, CoalitionModel model, Outlook? outlook, CancellationToken cancellation)
    {
        Key = key;
        Bytes = bytes;
        Model = model;
        Outlook = outlook;
        Report = SufficiencyEvaluator.Evaluate(model, model.AsOf, cancellation: cancellation);
    }

    /// <summary>What the address calls it; null for the Paris model.</summary>
    internal string? Key { get; }

    /// <summary>How long its file is.</summary>
    internal int Bytes { get; }

    internal CoalitionModel Model { get; }

    /// <summary>Null where no probabilities are known.</summary>
    internal Outlook? Outlook { get; }

    /// <summary>What is found of the model as it is, on its as-of date.</summary>
    internal SufficiencyReport Report { get; }

    /// <summary>The model of the Paris meeting with its outlook, which lie beside the program.</summary>
    internal static LoadedModel Paris()
    {
        var file = ReadBeside("paris-2026.json");
        return new(null, file.Length, CoalitionJson.Read(file), CoalitionJson.ReadOutlook(ReadBeside("paris-2026-outlook.json")), CancellationToken.None);
    }

    /// <summary>Reads an uploaded file.</summary>
    /// <exception cref="CoalitionModelException">It is no valid model.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    internal static LoadedModel Read(string key, byte[] file, CoalitionLimits limits, CancellationToken cancellation) =>
        new(key, file.Length, CoalitionJson.Read(file, limits, cancellation), null, cancellation);

    /// <summary>What the library answers of the model as it is. Worked out once; two who ask at once do the same work, with the same result.</summary>
    internal StandardAnswers AsItIs(CancellationToken cancellation) => asItIs ??= StandardAnswers.Of(Report, Outlook, cancellation);

    private static byte[] ReadBeside(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, name));
}
