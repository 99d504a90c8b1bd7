namespace Coalition.Tests.Fixtures;

/// <summary>Asks many threads at once.</summary>
internal static class ManyThreads
{
    private const int Threads = 8;

    /// <summary>
    /// In each round all threads ask the same questions of one fresh instance, whose lazily filled parts nobody has asked for before, and are told what one
    /// thread is told by another fresh instance.
    /// </summary>
    /// <remarks>
    /// In every other round all begin with the same question, so that they meet where it is answered for the first time; in the rest each begins with another.
    /// </remarks>
    internal static async Task AssertAnswersAsFromOne<T>(int rounds, Func<int, T> fresh, params Func<T, string>[] questions)
    {
        for (var round = 0; round < rounds; round++)
        {
            var alone = fresh(round);
            string[] expected = [.. questions.Select(ask => ask(alone))];
            var shared = fresh(round);
            var answers = await AtOnce(thread =>
            {
                var answered = new string[questions.Length];
                for (var i = 0; i < questions.Length; i++)
                {
                    var question = (i + (round / 2) + (round % 2 * thread)) % questions.Length;
                    answered[question] = questions[question](shared);
                }

                return answered;
            });

            Assert.All(answers, answered => Assert.Equal(expected, answered));
        }
    }

    /// <summary>What each of the threads finds, all let go together.</summary>
    internal static async Task<T[]> AtOnce<T>(Func<int, T> find)
    {
        using var barrier = new Barrier(Threads);
        return await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return find(thread);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }
}
