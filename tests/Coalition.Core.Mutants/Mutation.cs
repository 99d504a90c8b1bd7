using System.Reflection;
using System.Runtime.Loader;

namespace Coalition.Mutants;

/// <summary>The switch that dotnet-stryker compiles into the library: which mutant is active, and which ones a run comes by.</summary>
internal sealed class Mutation
{
    internal const int None = -1;

    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public;

    private readonly Type control;

    /// <summary>Loads the library that lies beside the tests, before any of them is looked at.</summary>
    internal Mutation(string tests)
    {
        var resolver = new AssemblyDependencyResolver(Path.GetFullPath(tests));
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        control = Assembly.Load("Coalition.Core").GetTypes().SingleOrDefault(t => t.Name == "MutantControl")
            ?? throw new InvalidOperationException("The library beside the tests has no mutants in it: run dotnet stryker first.");
    }

    internal int Active
    {
        get => (int)control.GetField("ActiveMutant", Static)!.GetValue(null)!;
        set => control.GetField("ActiveMutant", Static)!.SetValue(null, value);
    }

    internal bool IsCapturing
    {
        set => control.GetField("CaptureCoverage", Static)!.SetValue(null, value);
    }

    internal void Forget() => control.GetMethod("ResetCoverage", Static)!.Invoke(null, null);

    /// <summary>The mutants that were come by since <see cref="Forget"/>.</summary>
    internal int[] Covered()
    {
        var lists = (IList<int>[])control.GetMethod("GetCoverageData", Static)!.Invoke(null, null)!;
        return [.. lists.SelectMany(list => list).Distinct().Order()];
    }
}
