using System.Collections.Immutable;

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
        // Parsing the seeds anew for each input would take longer than all else.
        var (models, catalogues) = (new Lazy<FileEditor>(() => Editor(corpus, "model")), new Lazy<FileEditor>(() => Editor(corpus, "catalogue")));
        return
        [
            new("model", ["model", "malformed-model"], bytes => FileFormat.Model.Check(bytes) is not null),
            new("evaluate", ["model"], EvaluateTarget.Check),
            new("catalogue", ["catalogue", "malformed-catalogue"], CatalogueTarget.Check),
            new("edit-model", ["edit"], bytes => models.Value.Edit(bytes) is var file && FileFormat.Model.Check(file) is not null && EvaluateTarget.Check(file)),
            new("edit-catalogue", ["edit"], bytes => CatalogueTarget.Check(catalogues.Value.Edit(bytes))),
        ];
    }

    /// <summary>What reads bytes as edits of the files in a folder of the corpus.</summary>
    internal static FileEditor Editor(string corpus, string folder) => new(Files(corpus, folder).Select(File.ReadAllBytes));

    /// <summary>The files of a folder of the corpus, by name.</summary>
    internal static IEnumerable<string> Files(string corpus, string folder) =>
        Directory.EnumerateFiles(Path.Combine(corpus, folder)).Order(StringComparer.Ordinal);
}
