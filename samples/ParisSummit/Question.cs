using System.Collections.Immutable;
using Coalition;
using Coalition.Comparison;
using Coalition.Sufficiency;
using NodaTime;
using ParisSummit.Picture;

namespace ParisSummit;

/// <summary>What the user asks: of which model, on which day, by what was known when, and what if.</summary>
internal sealed record Question
{
    /// <summary>The model file; null for the program's own.</summary>
    internal string? ModelFile { get; init; }

    /// <summary>The folder with the tables that replace the pledges and acts of the model; null for those of the model.</summary>
    internal string? ImportFolder { get; init; }

    /// <summary>The day; null for the model's as-of date.</summary>
    internal LocalDate? On { get; init; }

    internal LocalDate? KnownAsOf { get; init; }

    internal ImmutableArray<OpenMatter> Grants { get; init; } = [];

    internal ImmutableArray<Assumption> Assumptions { get; init; } = [];

    internal ImmutableArray<NationCode> Withdrawals { get; init; } = [];

    internal View View { get; init; } = new View.Report(Format.Picture);

    internal SufficiencyReport Ask(CoalitionModel model)
    {
        try
        {
            return SufficiencyEvaluator.Evaluate(Assumed(model), On ?? model.AsOf, KnownAsOf, Grants);
        }
        catch (ArgumentException refusal)
        {
            throw UsageException.Of(refusal.ParamName == "knownAsOf" ? "--known-as-of" : "--grant", refusal);
        }
    }

    /// <summary>What is other in another model on one day: that asked about, or else the as-of date of the other.</summary>
    internal CoalitionComparison Compare(CoalitionModel model, CoalitionModel other)
    {
        var asked = this with { On = On ?? other.AsOf };
        return CoalitionComparison.Between(asked.Ask(model), asked.Ask(other));
    }

    /// <summary>What has been learnt since the day up to which publications count; null if nothing is left out, or what is granted might have been settled by it.</summary>
    internal CoalitionComparison? LearntSince(SufficiencyReport report) => KnownAsOf is null || !Grants.IsEmpty ? null
        : CoalitionComparison.Between(report, SufficiencyEvaluator.Evaluate(report.Model, report.On));

    internal SufficiencyTimeline Over(CoalitionModel model, Days days)
    {
        if (On > days.Until)
        {
            throw new UsageException($"--on: {Words.Of(On.Value)} is after the last day of the timeline, {Words.Of(days.Until)}.");
        }

        try
        {
            return SufficiencyTimeline.Over(Assumed(model), days.From, days.Until, KnownAsOf);
        }
        catch (ArgumentException refusal)
        {
            throw UsageException.Of("--known-as-of", refusal);
        }
    }

    /// <summary>The day of a timeline from which to look ahead; null if the model's as-of date lies after all of them.</summary>
    internal LocalDate? DayWithin(Days days, CoalitionModel model)
    {
        var on = On ?? model.AsOf;
        return on > days.Until ? null : LocalDate.Max(on, days.From);
    }

    /// <summary>The model with what the user assumes.</summary>
    internal CoalitionModel Assumed(CoalitionModel model)
    {
        var on = On ?? model.AsOf;
        foreach (var assumption in Assumptions)
        {
            model = Recorded($"--assume {assumption}", () => model.AddEvent(
                assumption.Circumstance, new CircumstanceEvent { On = assumption.On, Change = CircumstanceChange.Occurred, Assumed = true }));
        }

        foreach (var nation in Withdrawals)
        {
            model = Recorded($"--withdraw {nation}", () => model.Withdraw(nation, on, assumed: true));
        }

        return model;
    }

    // The file is valid: what the user adds to it is not.
    private static CoalitionModel Recorded(string option, Func<CoalitionModel> record)
    {
        try
        {
            return record();
        }
        catch (CoalitionModelException impossible)
        {
            throw new UsageException($"{option}: {string.Join(' ', impossible.Problems)}");
        }
        catch (ArgumentException refusal)
        {
            throw UsageException.Of(option, refusal);
        }
    }
}
