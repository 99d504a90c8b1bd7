using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using Coalition.Requirements;

namespace Coalition.Packages.Tests;

/// <summary>The native smoke program calls every entry point of the library, so that publishing it compiles each for its own sake.</summary>
/// <remarks>
/// An entry point is a public method of a public type, or one of its static properties or indexers, or a constructor of a requirement. Left out are what the
/// compiler writes for records, operators, and overrides of what every object has; instance properties only tell what a method returned.
/// </remarks>
public class EntryPointTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void EntryPoints_EachCalledByTheNativeSmokeProgram()
    {
        var called = CalledBy(Path.Combine(AppContext.BaseDirectory, "Coalition.Core.AotSmoke.dll"));

        var missing = EntryPoints().Where(e => !called.Contains(e)).Select(e => $"{e.DeclaringType}: {e}").Order().ToArray();
        Assert.True(missing.Length == 0, $"Not called:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void EntryPoints_OfEveryFacade_AreFound() => Assert.Superset(
        new HashSet<string>
        {
            "CoalitionJson.Read", "CoalitionModel.Create", "SufficiencyEvaluator.Evaluate", "SufficiencyTimeline.Over", "SufficiencyReport.ToText",
            "SufficiencyFunction.Power", "ApprovalRegimes.get_Catalogue", "Remedies.For", "FirstMovers.Of", "Total..ctor", "StandardTimeline.At",
        },
        EntryPoints().Select(e => $"{e.DeclaringType!.Name}.{e.Name}").ToHashSet());

    private static HashSet<MethodBase> EntryPoints()
    {
        var types = typeof(CoalitionModel).Assembly.GetExportedTypes();
        var methods = types.SelectMany(t => t.GetMethods(Declared)).Where(m => !IsCompilerGenerated(m) && !IsOfObject(m) && !m.IsSpecialName);
        var properties = types.SelectMany(t => t.GetProperties(Declared)).Select(p => p.GetMethod!)
            .Where(g => (g.IsStatic || g.GetParameters().Length > 0) && g.IsPublic);
        var builders = typeof(Requirement).GetNestedTypes().SelectMany(t => t.GetConstructors());
        return [.. methods.Concat(properties).Select(m => m.GetBaseDefinition()), .. builders];
    }

    private static bool IsCompilerGenerated(MethodInfo method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.Name is "Deconstruct" or "<Clone>$";

    private static bool IsOfObject(MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType == typeof(object) || method.GetBaseDefinition().DeclaringType == typeof(ValueType)
        || (method.Name == nameof(Equals) && !method.IsStatic);

    // Whatever a program uses of another assembly stands in its table of member references; no type of the library is generic.
    private static HashSet<MethodBase> CalledBy(string program)
    {
        var module = Assembly.LoadFrom(program).ManifestModule;
        using var file = new PEReader(File.OpenRead(program));
        var metadata = file.GetMetadataReader();
        var members = metadata.MemberReferences.Where(m => metadata.GetMemberReference(m).Parent.Kind == HandleKind.TypeReference)
            .Select(m => module.ResolveMember(MetadataTokens.GetToken(m)));
        return [.. members.OfType<MethodBase>().Select(m => m is MethodInfo method ? method.GetBaseDefinition() : m)];
    }
}
