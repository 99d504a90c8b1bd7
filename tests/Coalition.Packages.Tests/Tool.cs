using System.ComponentModel;
using System.Diagnostics;

namespace Coalition.Packages.Tests;

/// <summary>Runs the real tools as child processes.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    // What "dotnet test" leaves for its own children, and what a git hook would point at another repository.
    private static readonly string[] Inherited = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"];

    // As CI builds, and without a compiler or build node that would outlive the tests. Git sees no configuration of the user.
    private static readonly Dictionary<string, string> Set = new()
    {
        ["CI"] = "true",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
    };

    /// <summary>Runs a program to its end, and gives what it printed; fails with all of that if it did not end well.</summary>
    internal static async Task<string> Run(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        Inherited.ToList().ForEach(name => start.Environment.Remove(name));
        foreach (var (name, value) in Set)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} in {folder} took more than {Patience.TotalMinutes} minutes.\n{await output}\n{await errors}");
        }

        Assert.True(
            process.ExitCode == 0,
            $"{program} {string.Join(' ', arguments)} in {folder} ended with {process.ExitCode}.\n{await output}\n{await errors}");
        return await output;
    }

    /// <summary>Whether the machine has a program.</summary>
    internal static bool Exists(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
