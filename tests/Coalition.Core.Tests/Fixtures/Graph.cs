using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Coalition.Tests.Fixtures;

/// <summary>Everything that an object of the library is made of, by reflection.</summary>
internal static class Graph
{
    /// <summary>The objects of the library's own types that are reached by public properties, the first included.</summary>
    internal static List<object> Of(object root)
    {
        var found = new List<object>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var queue = new Queue<object>([root]);
        while (queue.TryDequeue(out var at))
        {
            if (at is IEnumerable items and not string)
            {
                foreach (var item in items)
                {
                    queue.Enqueue(item);
                }
            }
            else if (at.GetType().Assembly == typeof(CoalitionModel).Assembly && (at.GetType().IsValueType || seen.Add(at)))
            {
                found.Add(at);
                foreach (var property in PropertiesOf(at.GetType()))
                {
                    if (Value(property, at) is { } value)
                    {
                        queue.Enqueue(value);
                    }
                }
            }
        }

        return found;
    }

    internal static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.IsEnum ? []
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0);

    /// <summary>The properties of a record that <c>with</c> can change.</summary>
    internal static IEnumerable<PropertyInfo> InitPropertiesOf(Type type) => PropertiesOf(type).Where(p => p.SetMethod is { IsPublic: true });

    internal static object? Value(PropertyInfo property, object of) => property.GetValue(of);

    internal static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    internal static bool IsInit(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
