using Coalition;

namespace WhatIf;

/// <summary>What one client, and all together, may ask of the server. README.md tells them.</summary>
public sealed record WhatIfLimits
{
    /// <summary>The limits that hold unless others are given.</summary>
    public static WhatIfLimits Default { get; } = new();

    /// <summary>The bytes of an uploaded file. By default 2 MiB.</summary>
    public int UploadBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>The uploaded models kept. By default 16.</summary>
    public int Models { get; init; } = 16;

    /// <summary>The bytes of the files of all models kept. By default 8 MiB; in memory a model takes some twenty times its file.</summary>
    public long ModelBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The time for one page. By default 5 s.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time for one upload with all that it takes. By default 30 s.</summary>
    public TimeSpan UploadTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The time in which a client has to send its headers. By default 5 s.</summary>
    public TimeSpan HeadersTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The pages, and the uploads, that are worked on at once. By default 4 of each.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>The pages, and the uploads, that wait for their turn. By default 64 of each.</summary>
    public int Waiting { get; init; } = 64;

    /// <summary>The characters of an address after the question mark. By default 8,000.</summary>
    public int QueryCharacters { get; init; } = 8_000;

    /// <summary>The standards of an uploaded model, all of which the page shows. By default 500.</summary>
    public int Standards { get; init; } = 500;

    /// <summary>How large an uploaded model may be.</summary>
    internal CoalitionLimits Model => new() { MaxBytes = UploadBytes, MaxPledges = 2_000, MaxEntries = 2_000, MaxTerms = 200_000, MaxProblems = 100 };
}
