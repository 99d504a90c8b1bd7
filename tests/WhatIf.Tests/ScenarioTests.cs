using System.Collections.Immutable;
using Coalition;
using Coalition.Sufficiency;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using WhatIf.Address;

namespace WhatIf.Tests;

/// <summary>The address and what it says.</summary>
public sealed class ScenarioTests
{
    private const string Key = "sha256-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly Gen<Scenario> Scenarios =
        from model in Gen.Elements(null, Key)
        from day in Gen.Elements<LocalDate?>(null, new LocalDate(1, 1, 1), new LocalDate(2026, 2, 28), new LocalDate(9999, 12, 31))
        from known in Gen.Elements<LocalDate?>(null, new LocalDate(2026, 1, 10))
        from grants in Gen.ListOf(Gen.Elements("approval:gb-commons", "admission:UA", "circumstance:ceasefire", "stage:fr-land", "amount:fr-land").Select(OpenMatter.Parse))
        from occur in Gen.ListOf(Gen.Elements("ceasefire", "peace", "a1"))
        from withdraw in Gen.ListOf(Gen.Elements("FR", "GB", "EU").Select(c => new NationCode(c)))
        select new Scenario { Model = model, On = day, Known = known, Grants = [.. grants], Occur = [.. occur], Withdraw = [.. withdraw] };

    [Property(MaxTest = 300, Replay = "20260301,7")]
    public FsCheck.Property Read_OfItsAddress_IsTheScenario() => Prop.ForAll(Scenarios.ToArbitrary(), scenario =>
    {
        var (read, problems) = AddressReader.Read(scenario.ToString());

        Assert.Empty(problems);
        Assert.Equal(scenario, read);
        Assert.Equal(scenario.ToString(), read.ToString());
    });

    [Property(MaxTest = 300, Replay = "20260301,7")]
    public FsCheck.Property Read_OfItsPartsInAnyOrder_HasTheSameAddress() => Prop.ForAll(Scenarios.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (scenario, seed) =>
    {
        var parts = scenario.ToString().TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        new Random(seed).Shuffle(parts);
        var escaped = parts.Select(p => p.Split('=')).Select(p => $"{p[0]}={Uri.EscapeDataString(p[1])}");

        var (read, problems) = AddressReader.Read($"?{string.Join('&', escaped)}");

        Assert.Empty(problems);
        Assert.Equal(scenario.ToString(), read.ToString());
    });

    [Property(MaxTest = 1000, Replay = "20260301,7")]
    public bool Read_OfAnyText_UnderstandsOrNamesEveryPart(string?[] names, string?[] values)
    {
        var parts = names.Zip(values, (n, v) => $"{Uri.EscapeDataString(n ?? "grant")}={Uri.EscapeDataString(v ?? "approval:x")}").Where(p => p != "=").ToList();

        var (read, problems) = AddressReader.Read($"?{string.Join('&', parts)}");

        var understood = read.Grants.Length + read.Occur.Length + read.Withdraw.Length + (read.On is null ? 0 : 1) + (read.Known is null ? 0 : 1) + (read.Model is null ? 0 : 1);
        return understood + problems.Length >= parts.Distinct().Count(p => p.Length > 0);
    }

    [Theory]
    [InlineData("?foo=1", "foo=1", "There is no such part: expected on, known, grant, occur, withdraw or model.")]
    [InlineData("?ON=2026-01-01", "ON=2026-01-01", "There is no such part: expected on, known, grant, occur, withdraw or model.")]
    [InlineData("?on=tomorrow", "on=tomorrow", "Expected a day of the years 1 to 9999, such as 2026-03-01.")]
    [InlineData("?on=2026-02-30", "on=2026-02-30", "Expected a day of the years 1 to 9999, such as 2026-03-01.")]
    [InlineData("?known=-0005-01-01", "known=-0005-01-01", "Expected a day of the years 1 to 9999, such as 2026-03-01.")]
    [InlineData("?on=2026-01-01&on=2026-01-02", "on=2026-01-02", "There is one day only.")]
    [InlineData("?grant=gb-commons", "grant=gb-commons", "Expected an open matter, such as approval:gb-commons, admission:UA, circumstance:ceasefire, stage:fr-land or amount:fr-land.")]
    [InlineData("?grant=stage:fr-land&grant=stage:fr-land", "grant=stage:fr-land", "It is said twice.")]
    [InlineData("?occur=Cease Fire", "occur=Cease Fire", "Expected the id of a circumstance, such as ceasefire.")]
    [InlineData("?withdraw=France", "withdraw=France", "Expected the code of a nation, such as FR.")]
    [InlineData("?withdraw=", "withdraw=", "Expected the code of a nation, such as FR.")]
    [InlineData("?model=paris", "model=paris", "Expected the key of an uploaded model: sha256- and 64 lower-case hexadecimal digits.")]
    [InlineData("?grant", "grant=", "Expected an open matter, such as approval:gb-commons, admission:UA, circumstance:ceasefire, stage:fr-land or amount:fr-land.")]
    public void Read_OfAPartThatIsNone_NamesIt(string query, string part, string says)
    {
        var (_, problems) = AddressReader.Read(query);

        Assert.Equal(new AddressProblem(part, says), Assert.Single(problems));
    }

    [Fact]
    public void Read_OfALongPart_ClipsIt()
    {
        var (_, problems) = AddressReader.Read($"?grant={new string('x', 5_000)}");

        Assert.Equal(101, Assert.Single(problems).Part.Length);
    }

    [Fact]
    public void Read_OfWhatAFormLeavesEmpty_TakesItAsNotSaid()
    {
        var (read, problems) = AddressReader.Read("?on=&known=");

        Assert.Empty(problems);
        Assert.Equal("", read.ToString());
    }

    [Fact]
    public void ToString_OfEverything_IsInOneOrder()
    {
        ImmutableArray<OpenMatter> grants = [OpenMatter.Parse("stage:fr-land"), OpenMatter.Parse("approval:gb-commons")];
        var scenario = new Scenario
        {
            Model = Key,
            On = new LocalDate(2026, 3, 1),
            Known = new LocalDate(2026, 1, 10),
            Grants = grants,
            Occur = ["peace", "ceasefire"],
            Withdraw = [new NationCode("GB"), new NationCode("FR")],
        };

        Assert.Equal(
            $"?on=2026-03-01&known=2026-01-10&grant=approval:gb-commons&grant=stage:fr-land&occur=ceasefire&occur=peace&withdraw=FR&withdraw=GB&model={Key}",
            scenario.ToString());
    }
}
