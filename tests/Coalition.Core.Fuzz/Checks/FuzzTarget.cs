using System.Collections.Immutable;
using System.Text;

namespace Coalition.Fuzz;

/// <summary>Something that any bytes are put to.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Seeds">The folders of the corpus that hold its seeds.</param>
/// <param name="Check">Whether the bytes are a valid input; throws where they break a rule.</param>
internal sealed record FuzzTarget(string Name, ImmutableArray<string> Seeds, Func<byte[], bool> Check)
{
    /// <summary>Longer inputs are passed over: what is slow because it is large is the business of the tests of limits.</summary>
    internal const int MostBytes = 16 * 1024;

    /// <summary>All targets.</summary>
    /// <param name="corpus">The folder of the corpus.</param>
    internal static ImmutableArray<FuzzTarget> All(string corpus)
    {
        // Parsing the models anew for each input would take longer than all else.
        var editor = new Lazy<ModelEditor>(() => Editor(corpus));
        return
        [
            new("model", ["model", "malformed"], bytes => FileFormat.Model.Check(bytes) is not null),
            new("evaluate", ["model"], EvaluateTarget.Check),
            new("edit", ["edit"], bytes => EvaluateTarget.Check(Encoding.UTF8.GetBytes(editor.Value.Edit(bytes)))),
            new("catalogue", ["catalogue"], CatalogueTarget.Check),
        ];
    }

    /// <summary>What reads the inputs of <c>edit</c> as edits of the models of the corpus.</summary>
    internal static ModelEditor Editor(string corpus) => new(Files(corpus, "model").Select(File.ReadAllBytes));

    /// <summary>The files of a folder of the corpus, by name.</summary>
    internal static IEnumerable<string> Files(string corpus, string folder) =>
        Directory.EnumerateFiles(Path.Combine(corpus, folder)).Order(StringComparer.Ordinal);
}
