using System.Diagnostics;

namespace Coalition.Benchmarks;

/// <summary>Runs this program again in a process of its own, so that its peak memory is of one piece of work.</summary>
internal static class ChildProcess
{
    /// <summary>What the program prints for some arguments.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    internal static string OutputOf(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? output.TrimEnd()
            : throw new InvalidOperationException($"The process for '{string.Join(' ', arguments)}' ended with {child.ExitCode}.");
    }

    /// <summary>The greatest working set that this process has had, in bytes.</summary>
    internal static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
