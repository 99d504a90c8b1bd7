using Coalition;
using Coalition.Tabular;

namespace ParisSummit;

/// <summary>The CSV tables of a model, in a folder.</summary>
internal static class TableFolder
{
    /// <summary>Writes the tables of a model, and tells which; none that is there is written over.</summary>
    internal static void Write(CoalitionModel model, string folder, TextWriter output)
    {
        try
        {
            Directory.CreateDirectory(folder);
            if (CoalitionCsv.Files.FirstOrDefault(f => Path.Exists(Path.Combine(folder, f))) is { } there)
            {
                throw new UsageException($"Cannot write the tables into '{folder}': it has a {there}, which might be an edited one.");
            }

            CoalitionCsv.Write(model, file => new FileStream(Path.Combine(folder, file), FileMode.CreateNew));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"Cannot write the tables into '{folder}': it cannot be created or written to.");
        }

        foreach (var file in CoalitionCsv.Files)
        {
            output.Write($"{Path.Combine(folder, file)}\n");
        }
    }

    /// <summary>The model with the tables of a folder applied.</summary>
    internal static CoalitionModel Read(CoalitionModel model, string folder) => CoalitionCsv.Read(
        model, file => new MemoryStream(ModelFile.Read(Path.Combine(folder, file), "table", Whole), writable: false));

    private static byte[] Whole(Stream file)
    {
        using var whole = new MemoryStream();
        file.CopyTo(whole);
        return whole.ToArray();
    }
}
