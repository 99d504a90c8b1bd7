using System.Collections.Immutable;
using System.Reflection;
using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests;

/// <summary>What holds for every public type, so that a new one cannot break the rules of the house unseen.</summary>
public class ShapeOfTheApiTests
{
    private static Type[] Types { get; } = typeof(CoalitionModel).Assembly.GetExportedTypes();

    [Fact]
    public void Records_AllSealed_ButTheBasesOfClosedSets()
    {
        var open = Types.Where(t => t.IsClass && Graph.IsRecord(t) && !t.IsSealed).Select(t => t.Name);

        Assert.Equal(
            [nameof(ApprovalAct), nameof(CircumstanceState), nameof(DatedFact), nameof(FunctionVariable), nameof(MandateState), nameof(ParliamentaryApprovalState), nameof(ProcedureAnswer), nameof(Remedy), nameof(Requirement)], open.Order());
    }

    [Fact]
    public void Classes_AllSealedOrStatic_ButTheBasesOfClosedSets()
    {
        var open = Types.Where(t => t.IsClass && !Graph.IsRecord(t) && !t.IsSealed).Select(t => t.Name);

        Assert.Equal([nameof(Finding)], open.Order());
    }

    [Fact]
    public void Bases_OfClosedSets_CannotBeDerivedFromOutside()
    {
        foreach (var type in Types.Where(t => t is { IsClass: true, IsSealed: false }))
        {
            // A record's copy constructor is protected, so that only an internal abstract member closes it.
            var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(c => c.GetParameters() is not [{ ParameterType: var only }] || only != type);
            Assert.All(constructors, c => Assert.True(c.IsPrivate || c.IsFamilyAndAssembly, $"{type.Name} can be constructed from outside."));
            Assert.Contains(
                type.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic), m => m.IsAbstract && (m.IsFamilyAndAssembly || m.IsAssembly));
            Assert.True(type.IsAbstract);
        }
    }

    [Fact]
    public void Properties_NoneHasAPublicSetter() => Assert.Empty(
        Types.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(p => p.DeclaringType!.Assembly == typeof(CoalitionModel).Assembly && p.SetMethod is { IsPublic: true } && !Graph.IsInit(p))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));

    [Fact]
    public void Fields_NoneIsPublicAndWritable() => Assert.Empty(
        Types.Where(t => !t.IsEnum).SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(f => f is { IsInitOnly: false, IsLiteral: false }).Select(f => $"{f.DeclaringType!.Name}.{f.Name}"));

    [Fact]
    public void Structs_AllReadOnly_AndTheirDefaultsHarmlessOrThrowByName()
    {
        // What the default of each public value type does: throws by name, or is harmless as written.
        var defaults = new Dictionary<Type, string>
        {
            [typeof(NationCode)] = Thrown(() => default(NationCode).Value),
            [typeof(Unit)] = Thrown(() => default(Unit).Code),
            [typeof(Contribution)] = Thrown(() => default(Contribution).Pledge),
            [typeof(Quantity)] = default(Quantity).ToString(),
            [typeof(PublicationDate)] = default(PublicationDate).ToString(),
            [typeof(Share)] = default(Share).ToString(),
            [typeof(Rational)] = default(Rational).ToString(),
        };
        var structs = Types.Where(t => t is { IsValueType: true, IsEnum: false }).ToArray();

        Assert.All(structs, t => Assert.Contains(t.GetCustomAttributesData(), a => a.AttributeType.Name == "IsReadOnlyAttribute"));
        Assert.Equal(structs.Select(t => t.Name).Order(), defaults.Keys.Select(t => t.Name).Order());
        Assert.Equal("The default NationCode is no code.", defaults[typeof(NationCode)]);
        Assert.Equal("The default Unit is no unit.", defaults[typeof(Unit)]);
        Assert.Equal("The default Contribution is of no pledge.", defaults[typeof(Contribution)]);
        Assert.Equal("0 ", defaults[typeof(Quantity)]);
        Assert.Equal("0001-01-01", defaults[typeof(PublicationDate)]);
        Assert.Equal("0/0", defaults[typeof(Share)]);
        Assert.Equal("0", defaults[typeof(Rational)]);
        Assert.Equal(("", ""), (default(NationCode).ToString(), default(Unit).ToString()));
    }

    [Fact]
    public void Lists_RefuseTheDefaultOfImmutableArray()
    {
        var accepted = new List<string>();
        foreach (var record in Graph.Of(Everything.Model.Draft).GroupBy(o => o.GetType()).Select(g => g.First()).Where(o => Graph.IsRecord(o.GetType())))
        {
            foreach (var list in Graph.InitPropertiesOf(record.GetType())
                .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>)))
            {
                var clone = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
                var thrown = Record.Exception(() => list.SetValue(clone, Activator.CreateInstance(list.PropertyType)));
                if (thrown?.InnerException is not ArgumentException { ParamName: var name } || name != list.Name)
                {
                    accepted.Add($"{record.GetType().Name}.{list.Name}");
                }
            }
        }

        Assert.Empty(accepted);
    }

    [Fact]
    public void Enums_MembersHaveEachOneNameInTheFile()
    {
        foreach (var set in Types.Where(t => t.IsEnum))
        {
            var names = (ImmutableArray<string>)typeof(FormatNames).GetMethod(nameof(FormatNames.All), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(set).Invoke(null, null)!;
            Assert.Equal(Enum.GetNames(set).Select(n => char.ToLowerInvariant(n[0]) + n[1..]).Order(), names.Order());
            Assert.Equal(names.Length, names.Distinct().Count());

            // No two members of one value, and every default is a member.
            Assert.Equal(names.Length, Enum.GetValues(set).Cast<object>().Distinct().Count());
            Assert.True(Enum.IsDefined(set, Enum.ToObject(set, 0)), $"The default of {set.Name} is none of its members.");
        }
    }

    [Fact]
    public void FormatNames_ANumberThatIsNoMember_Refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("value", () => FormatNames.Of((Zone)99));

    [Fact]
    public void Acts_HaveEachOneNameInTheFile() => Assert.Equal(
        typeof(ApprovalAct).GetNestedTypes().Select(t => char.ToLowerInvariant(t.Name[0]) + t.Name[1..]).Order(), ModelFormat.Acts.Names.Order());

    [Fact]
    public void Requirements_HaveEachOneNameInTheFile()
    {
        // Two forms are not called by a property of their name: a word, and a number of parts.
        var named = typeof(Requirement).GetNestedTypes().Select(t => char.ToLowerInvariant(t.Name[0]) + t.Name[1..]).Except(["always", "atLeast"]);

        Assert.Superset(named.ToHashSet(), ModelFormat.Requirement.Names.ToHashSet());
        Assert.Equal(
            ["atLeast", "of", "perNationCap", "standard", "sustained", "unit", "with"], ModelFormat.Requirement.Names.Except(named).Order());
        Assert.Equal(typeof(Requirement).GetNestedTypes().Select(t => t.Name).Order(), typeof(Finding).GetNestedTypes().Select(t => t.Name).Order());
    }

    private static string Thrown(Func<object> read) => Assert.Throws<InvalidOperationException>(read).Message;
}
