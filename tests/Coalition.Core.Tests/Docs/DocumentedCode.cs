using System.Reflection;
using System.Text.RegularExpressions;
using Coalition.Tabular;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Coalition.Tests.Docs;

/// <summary>
/// Compiles and runs the C# of a document: each <c>json FILE</c> block is saved under its name, each <c>csharp</c> block runs beside those files, and
/// the <c>text</c> block that follows it is what it must print. Between the two may stand the command to run it, in a <c>sh</c> block.
/// </summary>
internal static partial class DocumentedCode
{
    // What every project has by its implicit usings.
    private const string Framework = "using System; using System.Collections.Generic; using System.IO; using System.Linq;\n";

    // A block that names no usings is one of a page that need not repeat them.
    private const string Usings = Framework +
        """
        using Coalition; using Coalition.Analysis; using Coalition.Approvals; using Coalition.Json; using Coalition.Requirements; using Coalition.Sufficiency; using NodaTime;

        """;

    /// <summary>Runs every block of a document; gives how many ran.</summary>
    internal static int Run(string document)
    {
        var folder = Directory.CreateTempSubdirectory("coalition-docs-");
        try
        {
            var blocks = Fence().Matches(document.ReplaceLineEndings("\n")).ToList();
            var ran = 0;
            for (var i = 0; i < blocks.Count; i++)
            {
                var (info, body) = (blocks[i].Groups["info"].Value, blocks[i].Groups["body"].Value);
                if (info.StartsWith("json ", StringComparison.Ordinal))
                {
                    File.WriteAllText(Path.Combine(folder.FullName, info[5..]), body);
                }
                else if (info == "csharp")
                {
                    var next = blocks.Skip(i + 1).FirstOrDefault(block => block.Groups["info"].Value != "sh");
                    var expected = next?.Groups["info"].Value == "text" ? next.Groups["body"].Value : "";
                    Assert.Equal(expected, Print(body, folder.FullName), ignoreLineEndingDifferences: true);
                    ran++;
                }
            }

            return ran;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Print(string code, string folder)
    {
        // A block may declare a model or a report of its own after its statements; the usings are those that the documents name.
        var tree = CSharpSyntaxTree.ParseText(code.StartsWith("using ", StringComparison.Ordinal) ? Framework + code : Usings + code);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Append(typeof(CoalitionModel).Assembly.Location).Append(typeof(CoalitionCsv).Assembly.Location).Distinct().Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "documented", [tree], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)) + "\n" + code);
        return Execute(Assembly.Load(image.ToArray()), folder);
    }

    private static string Execute(Assembly program, string folder)
    {
        var (console, directory) = (Console.Out, Environment.CurrentDirectory);
        using var output = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(output);
            Environment.CurrentDirectory = folder;
            program.EntryPoint!.Invoke(null, program.EntryPoint.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        finally
        {
            Environment.CurrentDirectory = directory;
            Console.SetOut(console);
        }

        return output.ToString();
    }

    [GeneratedRegex("^```(?<info>[^\n]*)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
