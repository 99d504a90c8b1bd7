using Coalition.Mutants;

// Tests the mutants that dotnet-stryker has compiled into the library, many in one process: a test host for each takes a hundred times as long.
if (args.FirstOrDefault(a => a.EndsWith(".dll", StringComparison.Ordinal)) is { } dll)
{
    // The tests look for their files beside themselves.
    AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(Path.GetFullPath(dll)) + Path.DirectorySeparatorChar);
}

switch (args)
{
    case ["--cover", var tests, var file]:
        Mutation.Quicken(tests);
        Coverage.Measure(new Mutation(tests), new TestSuite(tests)).Write(file);
        return 0;
    case ["--worker", var tests, var file]:
        new Worker(new Mutation(tests), new TestSuite(tests), Coverage.Read(file)).Serve();
        return 0;
    case ["--fresh", var tests, var file, var mutant]:
        // What is made once for all is made with the mutant.
        var mutation = new Mutation(tests) { Active = int.Parse(mutant, System.Globalization.CultureInfo.InvariantCulture) };
        new Worker(mutation, new TestSuite(tests), Coverage.Read(file)).TestByAll(mutation.Active);
        return 0;
    case [var tests, var report, var output, _, ..]:
        return await Areas.TestAsync(tests, report, output, args[3..]);
    default:
        Console.Error.WriteLine("usage: Coalition.Core.Mutants TESTS.dll REPORT.json OUTPUT AREA...");
        return 2;
}
