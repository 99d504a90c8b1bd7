using Coalition.AotSmoke;
using Coalition.Sufficiency;

// What a small tool does between its start and its end, to be measured.
if (args is ["verdict"])
{
    Console.WriteLine(SufficiencyEvaluator.Evaluate(Example.Model, Example.Day)["force", "seven-thousand"].Verdict);
    return 0;
}

// Uses every entry point of the library once; prints "ok", or what came out differently from what was expected.
Checks checks = new();
ValueCalls.Run(checks);
ModelCalls.Run(checks);
ApprovalCalls.Run(checks);
RegimeCalls.Run(checks);
JsonCalls.Run(checks);
EvaluationCalls.Run(checks);
ComparisonCalls.Run(checks);
AnalysisCalls.Run(checks);
FunctionCalls.Run(checks);

foreach (var difference in checks.Differences)
{
    Console.WriteLine(difference);
}

Console.WriteLine(checks.Differences.Count == 0 ? "ok" : $"{checks.Differences.Count} of {checks.Count} differ");
return checks.Differences.Count == 0 ? 0 : 1;
