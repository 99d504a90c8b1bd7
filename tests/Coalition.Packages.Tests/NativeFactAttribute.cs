namespace Coalition.Packages.Tests;

/// <summary>A test that needs a C linker. Without one it is skipped with that reason, but never in CI.</summary>
/// <remarks>The SDK links native programs by the machine's own linker, and <c>dotnet test</c> is to pass where there is nothing but the SDK.</remarks>
public sealed class NativeFactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    public NativeFactAttribute()
    {
        if (Linker is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "This machine has neither clang nor gcc, one of which links native programs.";
        }
    }

    /// <summary>The linker that the machine has; null for none.</summary>
    internal static string? Linker { get; } = Array.Find(["clang", "gcc"], Tool.Exists);
}
