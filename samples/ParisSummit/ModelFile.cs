using Coalition;
using Coalition.Json;

namespace ParisSummit;

/// <summary>Reads the model file.</summary>
internal static class ModelFile
{
    /// <summary>The model of the Paris meeting, which lies beside the program.</summary>
    internal static string Default => Path.Combine(AppContext.BaseDirectory, "paris-2026.json");

    internal static CoalitionModel Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw Unreadable(path, "it is a folder");
        }

        try
        {
            using var file = File.OpenRead(path);
            return CoalitionJson.Read(file);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unreadable(path, "there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw Unreadable(path, "access is denied");
        }
        catch (Exception other) when (other is IOException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(path, "it cannot be opened or read");
        }
    }

    private static UsageException Unreadable(string path, string why) => new($"Cannot read the model file '{path}': {why}.");
}
