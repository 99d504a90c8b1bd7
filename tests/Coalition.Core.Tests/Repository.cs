namespace Coalition.Tests;

/// <summary>Where the sources are, seen from where the tests run.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    internal static string Root { get; } = FindRoot();

    internal static byte[] Bytes(params ReadOnlySpan<string> path) => File.ReadAllBytes(Path.Combine([Root, .. path]));

    internal static string Text(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Coalition.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
