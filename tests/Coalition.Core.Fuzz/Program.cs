using System.Diagnostics;
using Coalition.Fuzz;
using SharpFuzz;

// TARGET                  puts one input after the other to the target, as afl-fuzz gives them; alone, the one that it reads from its standard input
// TARGET FILE...          replays inputs, and says how many are valid and which break a rule
// --text FOLDER FILE...   prints the files that inputs of 'edit-model' or 'edit-catalogue' make of the seeds in that folder of the corpus
var corpus = Path.Combine(AppContext.BaseDirectory, "Corpus");
if (args is ["--text", var folder, .. var inputs])
{
    var editor = FuzzTarget.Editor(corpus, folder);
    foreach (var input in inputs)
    {
        Console.OpenStandardOutput().Write(editor.Edit(File.ReadAllBytes(input)));
    }

    return 0;
}

var targets = FuzzTarget.All(corpus);
if (args.Length == 0 || targets.FirstOrDefault(t => t.Name == args[0]) is not { } target)
{
    Console.Error.WriteLine($"usage: {string.Join('|', targets.Select(t => t.Name))} [FILE...] | --text FOLDER FILE...");
    return 2;
}

if (args.Length == 1)
{
    // In a second process, so that what ends a process, such as an exhausted stack, is a find like any other.
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        target.Check(bytes.ToArray());
    });
    return 0;
}

var (valid, broken) = (0, 0);
var (slowest, slowestFile) = (TimeSpan.Zero, "");
foreach (var file in args[1..])
{
    var start = Stopwatch.GetTimestamp();
    try
    {
        valid += target.Check(File.ReadAllBytes(file)) ? 1 : 0;
    }
    catch (Exception fault)
    {
        broken++;
        Console.WriteLine($"{file}\n{fault}\n");
    }

    if (Stopwatch.GetElapsedTime(start) is var took && took > slowest)
    {
        (slowest, slowestFile) = (took, file);
    }
}

Console.WriteLine($"the slowest took {slowest.TotalMilliseconds:F0} ms: {slowestFile}");
Console.WriteLine($"{args.Length - 1} inputs of {target.Name}: {valid} valid, {broken} that break a rule");
return broken > 0 ? 1 : 0;
