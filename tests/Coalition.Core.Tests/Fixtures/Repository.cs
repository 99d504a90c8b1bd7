namespace Coalition.Tests.Fixtures;

/// <summary>Files of the repository that the tests are built in.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    internal static byte[] Bytes(params ReadOnlySpan<string> path) => File.ReadAllBytes(Path.Combine([Root, .. path]));

    internal static string Text(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Coalition.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests are not run within the repository.");
    }
}
