using System.Reflection;
using System.Runtime.Loader;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Coalition.Mutants;

/// <summary>The tests of an assembly, run one at a time.</summary>
internal sealed class TestSuite
{
    // Tests of documents, samples and files look at text; the others watch threads or how far the drawn cases reach.
    private static readonly string[] LeftOut =
        ["Coalition.Tests.Docs.", "Coalition.Tests.Samples.", "Coalition.Tests.Json.", "CoverageTests.", "ThreadsTests.", "ShapeOfTheApiTests.", "Multiplies", "CircleOfWaiting"];

    private readonly Dictionary<string, IXunitTestCase> cases = [];
    private readonly ITestFrameworkExecutor executor;

    internal TestSuite(string path)
    {
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(path));
        var framework = new XunitTestFramework(new Sink(_ => { }));
        executor = framework.GetExecutor(new AssemblyName(assembly.FullName!));
        using var isFound = new ManualResetEventSlim();
        framework.GetDiscoverer(Reflector.Wrap(assembly)).Find(
            includeSourceInformation: false,
            new Sink(message =>
            {
                if (message is ITestCaseDiscoveryMessage { TestCase: IXunitTestCase test } && !LeftOut.Any(Name(test).Contains))
                {
                    cases[test.UniqueID] = test;
                }
                else if (message is IDiscoveryCompleteMessage)
                {
                    isFound.Set();
                }
            }),
            new Options());
        isFound.Wait();
    }

    internal IEnumerable<string> Ids => cases.Keys.Order(StringComparer.Ordinal);

    internal string NameOf(string id) => cases[id].DisplayName;

    internal bool Passes(string id) => Failure(id) is null;

    /// <summary>Runs a test; what it failed of, if it did.</summary>
    internal string? Failure(string id)
    {
        string? failure = null;
        using var isDone = new ManualResetEventSlim();
        executor.RunTests(
            [cases[id]],
            new Sink(message =>
            {
                // Tests, their clean-up and the framework tell of failure alike.
                failure ??= message is IFailureInformation told ? string.Join(' ', told.Messages) : null;
                if (message is ITestAssemblyFinished)
                {
                    isDone.Set();
                }
            }),
            new Options());
        isDone.Wait();
        return failure;
    }

    private static string Name(IXunitTestCase test) => $"{test.TestMethod.TestClass.Class.Name}.{test.TestMethod.Method.Name}";

    private sealed class Sink(Action<IMessageSinkMessage> hear) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message)
        {
            hear(message);
            return true;
        }
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> values = new()
        {
            ["xunit.discovery.PreEnumerateTheories"] = true,
            ["xunit.discovery.SynchronousMessageReporting"] = true,
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.MaxParallelThreads"] = 1,
            ["xunit.execution.SynchronousMessageReporting"] = true,
        };

        public TValue GetValue<TValue>(string name) => values.TryGetValue(name, out var value) && value is TValue typed ? typed : default!;

        public void SetValue<TValue>(string name, TValue value) => values[name] = value;
    }
}
