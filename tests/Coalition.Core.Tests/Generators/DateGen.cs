using System.Collections.Immutable;
using NodaTime;

namespace Coalition.Tests.Generators;

/// <summary>Draws days, publication dates and sources for one model.</summary>
internal sealed class DateGen
{
    private readonly Draw draw;

    internal DateGen(Draw draw)
    {
        this.draw = draw;
        AsOf = ModelGen.Anchor.PlusDays(draw.Int(-10, 10));
        Sources = [.. Enumerable.Range(1, 3).Select(i => new Source
        {
            Id = $"src{i}",
            Label = SourceLabel.Fact,
            Title = $"Source {i}",
            Published = i == 1 ? null : Published(),
        })];
    }

    internal LocalDate AsOf { get; }

    internal ImmutableArray<Source> Sources { get; }

    internal string Cited() => draw.Pick(Sources).Id;

    internal LocalDate Past() => AsOf.PlusDays(-draw.Int(0, 45));

    internal PublicationDate Published()
    {
        var day = Past();
        var month = new PublicationDate(day.ToYearMonth());
        return draw.Chance(25) && month.From <= AsOf ? month : new PublicationDate(day);
    }

    /// <summary>Days in ascending order, seldom the same twice, the last of them perhaps after the model's as-of date.</summary>
    internal ImmutableArray<LocalDate> Chain(int length)
    {
        var days = ImmutableArray.CreateBuilder<LocalDate>();
        var day = AsOf.PlusDays(-draw.Int(15, 60));
        for (var i = 0; i < length; i++)
        {
            days.Add(day);
            day = day.PlusDays(draw.Chance(12) ? 0 : draw.Int(1, 16));
        }

        return days.ToImmutable();
    }

    /// <summary>Dates the publication of a fact; whatever lies after the as-of date is an assumption.</summary>
    internal TFact Date<TFact>(TFact fact)
        where TFact : DatedFact => fact.On > AsOf || draw.Chance(4)
        ? fact with { Assumed = true, Source = draw.Chance(20) ? Cited() : null }
        : draw.Weighted(66, 12, 22) switch
        {
            0 => fact,
            1 => fact with { Published = Later(fact.On) },
            _ => fact with { Source = Cited() },
        };

    /// <summary>Makes a history one that makes sense by whatever had been published at any time: a plainer one, if it does not.</summary>
    internal ImmutableArray<TFact> Told<TFact>(ImmutableArray<TFact> facts, Func<IEnumerable<TFact>, bool> makesSense)
        where TFact : DatedFact
    {
        if (facts.Select(KnownFrom).Distinct().All(day => makesSense(facts.Where(f => KnownFrom(f) <= day))))
        {
            return facts;
        }

        // An assumption is on record from the first, so one after recorded facts makes no sense without them.
        return draw.Chance(40)
            ? [.. facts.Select(f => f with { Published = null, Assumed = true })]
            : [.. facts.Where(f => f.On <= AsOf).Select(f => f with { Published = null, Source = null, Assumed = false })];
    }

    /// <summary>A period around the anchor, open at one end or both more often than not.</summary>
    internal (LocalDate? From, LocalDate? Until) Period(int percent)
    {
        LocalDate? from = draw.Chance(percent) ? ModelGen.Anchor.PlusDays(draw.Int(-30, 6)) : null;
        LocalDate? until = draw.Chance(percent) ? ModelGen.Anchor.PlusDays(draw.Chance(40) ? draw.Int(-8, 2) : draw.Int(0, 30)) : null;
        return until < from ? (from, from.Value.PlusDays(2)) : (from, until);
    }

    private LocalDate KnownFrom(DatedFact fact) => fact.Assumed ? LocalDate.MinIsoValue
        : fact.Published?.From ?? (fact.Source is { } id ? Sources.Single(s => s.Id == id).Published?.From : null) ?? fact.On;

    private PublicationDate Later(LocalDate on)
    {
        var month = new PublicationDate(on.ToYearMonth());
        return draw.Chance(20) && month.From <= AsOf ? month
            : new PublicationDate(LocalDate.Min(AsOf, on.PlusDays(draw.Int(0, 20))));
    }
}
