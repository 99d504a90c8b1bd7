using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Coalition.Approvals;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests;

/// <summary>A record whose equality is written by hand forgets no property, and no property alone makes two equal.</summary>
public class RecordEqualityTests
{
    private static readonly Type[] Types =
        [.. typeof(CoalitionModel).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsClass && Graph.IsRecord(t) && HasEqualityOfItsOwn(t))];

    public static TheoryData<Type> Records => [.. Types];

    [Theory]
    [MemberData(nameof(Records))]
    public void Equals_OneThatDiffersInOneProperty_False(Type record)
    {
        var one = RuntimeHelpers.GetUninitializedObject(record);

        Assert.True(one.Equals(Clone(one)));
        Assert.False(one.Equals(null));
        Assert.All(FieldsOf(record), field =>
        {
            var other = Clone(one);
            field.SetValue(other, AnotherThanTheDefault(field.FieldType));
            Assert.False(one.Equals(other), $"{record.Name} is equal to one of another {field.Name}.");
            Assert.False(other.Equals(one), $"{record.Name} is equal to one of another {field.Name}.");
        });
    }

    [Fact]
    public void Records_WithEqualityOfTheirOwn_AreFound() => Assert.Contains(typeof(ApprovalRegime), Types);

    private static bool HasEqualityOfItsOwn(Type type) =>
        Lineage(type).Any(t => t.GetMethod("Equals", BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly, [t]) is { } equals
            && equals.GetCustomAttribute<CompilerGeneratedAttribute>() is null);

    private static IEnumerable<Type> Lineage(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            yield return type;
        }
    }

    // What lies behind the public properties, since what a property lets in may depend on others.
    private static IEnumerable<FieldInfo> FieldsOf(Type record) => Lineage(record)
        .SelectMany(t => t.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(f => Graph.PropertiesOf(record).Any(p => f.Name == $"<{p.Name}>k__BackingField"));

    private static object Clone(object record) => record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;

    private static object AnotherThanTheDefault(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Activator.CreateInstance(underlying)!;
        }

        if (type == typeof(string))
        {
            return "another";
        }

        if (type.IsEnum || type.IsPrimitive)
        {
            return type.IsEnum ? Enum.ToObject(type, 1) : Convert.ChangeType(1, type, CultureInfo.InvariantCulture);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var items = Array.CreateInstance(type.GenericTypeArguments[0], 1);
            return typeof(ImmutableCollectionsMarshal).GetMethod(nameof(ImmutableCollectionsMarshal.AsImmutableArray))!
                .MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [items])!;
        }

        var another = RuntimeHelpers.GetUninitializedObject(type.IsAbstract ? type.Assembly.GetTypes().First(t => t.IsSubclassOf(type) && !t.IsAbstract) : type);
        if (type.IsValueType)
        {
            var field = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)[0];
            field.SetValue(another, AnotherThanTheDefault(field.FieldType));
        }

        return another;
    }
}
