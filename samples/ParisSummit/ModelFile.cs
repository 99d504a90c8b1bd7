using Coalition;
using Coalition.Analysis;
using Coalition.Json;

namespace ParisSummit;

/// <summary>Reads the model file, and the outlook beside it.</summary>
internal static class ModelFile
{
    /// <summary>The model of the Paris meeting, which lies beside the program.</summary>
    internal static string Default => Path.Combine(AppContext.BaseDirectory, "paris-2026.json");

    /// <summary>Probabilities and costs made up for it.</summary>
    internal static string DefaultOutlook => Path.Combine(AppContext.BaseDirectory, "paris-2026-outlook.json");

    internal static CoalitionModel Read(string path) => Read(path, "model", text => CoalitionJson.Read(text));

    internal static Outlook ReadOutlook(string path) => Read(path, "outlook", text => CoalitionJson.ReadOutlook(text));

    internal static T Read<T>(string path, string what, Func<Stream, T> read)
    {
        if (Directory.Exists(path))
        {
            throw Unreadable(what, path, "it is a folder");
        }

        try
        {
            using var file = File.OpenRead(path);
            return read(file);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unreadable(what, path, "there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw Unreadable(what, path, "access is denied");
        }
        catch (Exception other) when (other is IOException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(what, path, "it cannot be opened or read");
        }
    }

    private static UsageException Unreadable(string what, string path, string why) => new($"Cannot read the {what} file '{path}': {why}.");
}
