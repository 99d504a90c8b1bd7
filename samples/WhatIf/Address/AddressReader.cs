using System.Collections.Immutable;
using Coalition;
using Coalition.Sufficiency;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Text;
using WhatIf.Models;

namespace WhatIf.Address;

/// <summary>Reads an address: each part of it is understood, or named as a problem.</summary>
/// <remarks>Whether a model has what is named is not known here.</remarks>
internal sealed class AddressReader
{
    private readonly List<AddressProblem> problems = [];
    private readonly HashSet<(string Name, string Value)> seen = [];
    private readonly HashSet<string> days = [];
    private readonly List<OpenMatter> grants = [];
    private readonly List<string> occur = [];
    private readonly List<NationCode> withdraw = [];
    private LocalDate? on;
    private LocalDate? known;
    private string? model;

    private AddressReader()
    {
    }

    /// <summary>Reads the query of an address.</summary>
    /// <param name="query">From the question mark on; may be empty.</param>
    /// <returns>What was understood, and the problems with the rest.</returns>
    internal static (Scenario Scenario, ImmutableArray<AddressProblem> Problems) Read(string query)
    {
        var reader = new AddressReader();
        foreach (var part in new QueryStringEnumerable(query))
        {
            reader.Add(part.DecodeName().ToString(), part.DecodeValue().ToString());
        }

        var scenario = new Scenario
        {
            On = reader.on,
            Known = reader.known,
            Grants = [.. reader.grants],
            Occur = [.. reader.occur],
            Withdraw = [.. reader.withdraw],
            Model = reader.model,
        };
        return (scenario, [.. reader.problems]);
    }

    private void Add(string name, string value)
    {
        // A form sends an input that was left empty, too.
        if (value.Length == 0 && name is (AddressNames.On or AddressNames.Known))
        {
            return;
        }

        if (!seen.Add((name, value)))
        {
            Problem(name, value, "It is said twice.");
            return;
        }

        switch (name)
        {
            case AddressNames.On:
                ReadDay(name, value, ref on);
                break;
            case AddressNames.Known:
                ReadDay(name, value, ref known);
                break;
            case AddressNames.Grant:
                AddIf(OpenMatter.TryParse(value, out var matter), grants, matter, name, value,
                    "Expected an open matter, such as approval:gb-commons, admission:UA, circumstance:ceasefire, stage:fr-land or amount:fr-land.");
                break;
            case AddressNames.Occur:
                // A circumstance has an id of the same form as in a matter.
                AddIf(OpenMatter.TryParse($"circumstance:{value}", out _), occur, value, name, value, "Expected the id of a circumstance, such as ceasefire.");
                break;
            case AddressNames.Withdraw:
                AddIf(NationCode.TryParse(value, out var nation), withdraw, nation, name, value, "Expected the code of a nation, such as FR.");
                break;
            case AddressNames.Model:
                ReadModel(value);
                break;
            default:
                Problem(name, value, "There is no such part: expected on, known, grant, occur, withdraw or model.");
                break;
        }
    }

    private void ReadDay(string name, string value, ref LocalDate? day)
    {
        if (!days.Add(name))
        {
            Problem(name, value, "There is one day only.");
        }
        else if (LocalDatePattern.Iso.Parse(value) is { Success: true, Value: { Year: >= 1 } read })
        {
            day = read;
        }
        else
        {
            Problem(name, value, "Expected a day of the years 1 to 9999, such as 2026-03-01.");
        }
    }

    private void ReadModel(string value)
    {
        if (model is not null)
        {
            Problem(AddressNames.Model, value, "There is one model only.");
        }
        else if (ModelKey.IsKey(value))
        {
            model = value;
        }
        else
        {
            Problem(AddressNames.Model, value, $"Expected the key of an uploaded model: {ModelKey.Form}.");
        }
    }

    private void AddIf<T>(bool isRead, List<T> list, T? item, string name, string value, string says)
    {
        if (isRead)
        {
            list.Add(item!);
        }
        else
        {
            Problem(name, value, says);
        }
    }

    private void Problem(string name, string value, string says) => problems.Add(AddressProblem.Of(name, value, says));
}
