using System.Collections.Immutable;
using NodaTime;

namespace Coalition.Internal;

/// <summary>The checks that entries of several kinds share. A place is only put together once there is a problem, where a model may have many entries.</summary>
internal sealed class EntryChecks(ModelIndex index, CoalitionLimits limits, Problems problems)
{
    /// <summary>Refuses the code of no nation of the model.</summary>
    internal void CheckNation(NationCode code, string path)
    {
        if (!index.Nations.Declares(code))
        {
            problems.Add(path, $"'{code}'", "the code of a nation of this model");
        }
    }

    /// <summary>Refuses the id of no source of the model.</summary>
    internal void CheckSource(string? id, string path)
    {
        if (id is not null && !index.Sources.Declares(id))
        {
            problems.Add($"{path}.source", $"'{id}'", "the id of a source of this model");
        }
    }

    /// <summary>Whether something was published after the model's as-of date.</summary>
    internal bool IsLater(PublicationDate? published) => published?.From > index.Draft.AsOf;

    /// <summary>Notes that it was.</summary>
    internal void RefuseLater(PublicationDate? published, string path) =>
        problems.Add(path, $"{published}", $"a date up to the model's as-of date, {IsoDate.Format(index.Draft.AsOf)}");

    /// <summary>Refuses a period that ends before it begins.</summary>
    internal void CheckPeriod(LocalDate? from, LocalDate? until, string path)
    {
        if (from > until)
        {
            problems.Add(
                $"{path}.until", IsoDate.Format(until.Value), $"a day on or after the first, {IsoDate.Format(from.Value)}");
        }
    }

    /// <summary>Refuses a list that is longer than the limit.</summary>
    internal void CheckCount(int count, string path) => problems.AddIfBeyond(count, limits.MaxEntries, path);

    /// <summary>Checks what dated facts have in common: their source, and that the model could know them.</summary>
    internal void CheckFacts<TFact>(ImmutableArray<TFact> facts, string list, string id, string property)
        where TFact : DatedFact
    {
        string Place(int i) => $"$.{list}.{id}.{property}[{i}]";

        if (facts.Length > limits.MaxEntries)
        {
            CheckCount(facts.Length, $"$.{list}.{id}.{property}");
        }

        for (var i = 0; i < facts.Length; i++)
        {
            var fact = facts[i];
            if (fact.Source is { } source && !index.Sources.Declares(source))
            {
                CheckSource(source, Place(i));
            }

            if (fact.On > index.Draft.AsOf && !fact.Assumed)
            {
                problems.Add(
                    $"{Place(i)}.on", IsoDate.Format(fact.On),
                    $"a day up to the model's as-of date, {IsoDate.Format(index.Draft.AsOf)}, or an entry marked as assumed");
            }

            if (IsLater(fact.Published))
            {
                RefuseLater(fact.Published, $"{Place(i)}.published");
            }

            if (fact.Assumed && fact.Published is not null)
            {
                problems.Add($"{Place(i)}.published", "a publication date of an assumption", "none: an assumption is always on record");
            }
        }
    }
}
