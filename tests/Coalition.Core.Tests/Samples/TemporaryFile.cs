namespace Coalition.Tests.Samples;

/// <summary>A file for one test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    internal TemporaryFile(string text) => File.WriteAllText(Path, text);

    internal string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
