using System.Runtime.ExceptionServices;

namespace Coalition.Analysis.Diagrams;

/// <summary>Gives work that calls itself a stack to suit.</summary>
internal static class DeepStack
{
    // A level of recursion takes some two hundred bytes, so that this many fit the usual stacks of a megabyte and more.
    private const int MostLevelsOnThisStack = 1000;

    private const int BytesPerLevel = 1024;
    private const int MostBytes = 1 << 30;

    /// <summary>Does the work on this thread, or on one of its own where the recursion is deep.</summary>
    /// <param name="depth">How deep it may be.</param>
    /// <param name="work">The work; what it throws is thrown on.</param>
    internal static T Run<T>(int depth, Func<T> work)
    {
        if (depth <= MostLevelsOnThisStack)
        {
            return work();
        }

        var result = default(T)!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(Start, (int)Math.Min(MostBytes, ((long)depth + MostLevelsOnThisStack) * BytesPerLevel));
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;

        void Start()
        {
            try
            {
                result = work();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
