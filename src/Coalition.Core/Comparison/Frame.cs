using Coalition.Internal;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Comparison;

/// <summary>From when a fact is in view: its day, and the day it is known.</summary>
internal readonly record struct Sight(LocalDate On, LocalDate KnownFrom);

/// <summary>What a report looks at: the record of a model on a day, by what is known on another.</summary>
internal sealed class Frame(SufficiencyReport report)
{
    internal Sight Of(DatedFact fact, string? sourceOfAll = null) => new(fact.On, Chronology.KnownFrom(fact, report.Model.Index.SourceOf, sourceOfAll));

    internal Sight Of(Claim claim, string? pledgeSource) =>
        new(LocalDate.MinIsoValue, Chronology.KnownFrom(claim, pledgeSource, report.Model.Index.SourceOf));

    /// <summary>Of the stage from the start: known with the pledge's source.</summary>
    internal Sight OfFirstStage(string? pledgeSource) => new(
        LocalDate.MinIsoValue, (pledgeSource is { } id ? report.Model.Index.Sources.Find(id)?.Published?.From : null) ?? LocalDate.MinIsoValue);

    /// <summary>Which of the two days a fact lies beyond; none if it is in view.</summary>
    internal DayMoves Beyond(Sight sight) =>
        (sight.On > report.On ? DayMoves.Day : DayMoves.None) | (sight.KnownFrom > report.KnownAsOf ? DayMoves.Knowledge : DayMoves.None);
}
