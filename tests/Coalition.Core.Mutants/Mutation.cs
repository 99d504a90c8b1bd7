using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Coalition.Mutants;

/// <summary>The switch that dotnet-stryker compiles into the library: which mutant is active, and which ones a run comes by.</summary>
internal sealed class Mutation
{
    internal const int None = -1;

    private const string Switch = "MutantControl";
    private const string ActiveField = "ActiveMutant";
    private const string SeenField = "Seen";
    private const int MostMutants = 1 << 17;

    private readonly FieldInfo active;
    private readonly bool[] seen = new bool[MostMutants];

    /// <summary>Loads the library that lies beside the tests, before any of them is looked at.</summary>
    internal Mutation(string tests)
    {
        var resolver = new AssemblyDependencyResolver(Path.GetFullPath(tests));
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        var control = Assembly.Load("Coalition.Core").GetTypes().Single(t => t.Name == Switch);
        active = control.GetField(ActiveField)!;
        control.GetField(SeenField)!.SetValue(null, seen);
    }

    internal int Active
    {
        get => (int)active.GetValue(null)!;
        set => active.SetValue(null, value);
    }

    /// <summary>Makes the switch quick: Stryker's own looks each mutant up in a list of those that were come by, which takes a hundred times as long.</summary>
    internal static void Quicken(string tests)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(tests))!, "Coalition.Core.dll");
        using var library = AssemblyDefinition.ReadAssembly(file, new ReaderParameters { InMemory = true });
        var control = library.MainModule.Types.SingleOrDefault(t => t.Name == Switch)
            ?? throw new InvalidOperationException("The library beside the tests has no mutants in it: run dotnet stryker first.");
        if (control.Fields.Any(f => f.Name == SeenField))
        {
            return;
        }

        const Mono.Cecil.FieldAttributes PublicStatic = Mono.Cecil.FieldAttributes.Public | Mono.Cecil.FieldAttributes.Static;
        var seen = new FieldDefinition(SeenField, PublicStatic, new ArrayType(library.MainModule.TypeSystem.Boolean));
        control.Fields.Add(seen);

        // Seen[id] = true; return ActiveMutant == id;
        var body = control.Methods.Single(m => m.Name == "IsActive").Body;
        body.ExceptionHandlers.Clear();
        body.Variables.Clear();
        body.Instructions.Clear();
        var il = body.GetILProcessor();
        il.Emit(OpCodes.Ldsfld, seen);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Stelem_I1);
        il.Emit(OpCodes.Ldsfld, control.Fields.Single(f => f.Name == ActiveField));
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ceq);
        il.Emit(OpCodes.Ret);
        library.Write(file);
    }

    internal void Forget() => Array.Clear(seen);

    /// <summary>The mutants that were come by since <see cref="Forget"/>.</summary>
    internal int[] Covered() => [.. Enumerable.Range(0, MostMutants).Where(id => seen[id])];
}
