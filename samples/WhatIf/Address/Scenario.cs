using System.Collections.Immutable;
using System.Text;
using Coalition;
using Coalition.Sufficiency;
using NodaTime;
using NodaTime.Text;

namespace WhatIf.Address;

/// <summary>What is asked, and what if: all that an address says. Equality is that of the addresses.</summary>
public sealed record Scenario
{
    /// <summary>The key of an uploaded model; null for that of the Paris meeting.</summary>
    internal string? Model { get; init; }

    /// <summary>The day; null for the model's as-of date.</summary>
    internal LocalDate? On { get; init; }

    /// <summary>What was known when; null for the model's as-of date.</summary>
    internal LocalDate? Known { get; init; }

    /// <summary>The matters taken as settled well, in the order of their text, each once.</summary>
    internal ImmutableArray<OpenMatter> Grants { get; init => field = [.. value.DistinctBy(m => m.ToString()).OrderBy(m => m.ToString(), StringComparer.Ordinal)]; } = [];

    /// <summary>The ids of the circumstances taken as occurring on the day, in their order, each once.</summary>
    internal ImmutableArray<string> Occur { get; init => field = [.. value.Distinct().Order(StringComparer.Ordinal)]; } = [];

    /// <summary>The nations taken as withdrawing on the day, in the order of their codes, each once.</summary>
    internal ImmutableArray<NationCode> Withdraw { get; init => field = [.. value.Distinct().OrderBy(n => n.Value, StringComparer.Ordinal)]; } = [];

    /// <summary>Whether nothing is asked but the model as it is.</summary>
    internal bool IsPlain => On is null && Known is null && Grants.IsEmpty && Occur.IsEmpty && Withdraw.IsEmpty;

    /// <summary>The same without what goes without saying of a model.</summary>
    internal Scenario For(CoalitionModel model) => this with
    {
        On = On == model.AsOf ? null : On,
        Known = Known == model.AsOf ? null : Known,
    };

    public bool Equals(Scenario? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The one address of it, from the question mark on; empty for the plain Paris model.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Add(AddressNames.On, On is { } on ? [LocalDatePattern.Iso.Format(on)] : []);
        Add(AddressNames.Known, Known is { } known ? [LocalDatePattern.Iso.Format(known)] : []);
        Add(AddressNames.Grant, Grants.Select(m => m.ToString()));
        Add(AddressNames.Occur, Occur);
        Add(AddressNames.Withdraw, Withdraw.Select(n => n.Value));
        Add(AddressNames.Model, Model is null ? [] : [Model]);
        return text.ToString();

        // Ids, codes and days hold no sign that would need an escape.
        void Add(string name, IEnumerable<string> values)
        {
            foreach (var value in values)
            {
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(value);
            }
        }
    }
}
