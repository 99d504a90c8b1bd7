namespace Coalition.Sufficiency;

/// <summary>The three bounds between which a requirement is judged (rule S7).</summary>
internal enum Bound
{
    /// <summary>No open matter granted, beyond those that the question grants; nobody moves first.</summary>
    Secured,

    /// <summary>Every open matter granted; nobody moves first.</summary>
    Reachable,

    /// <summary>Every open matter granted; all who wait for each other move together.</summary>
    Possible,
}

/// <summary>What holds at each of the three bounds.</summary>
internal struct BoundSet
{
    private byte bits;

    /// <summary>All three.</summary>
    internal static BoundSet All => new() { bits = 7 };

    internal readonly bool this[Bound bound] => (bits & (1 << (int)bound)) != 0;

    internal void Add(Bound bound) => bits |= (byte)(1 << (int)bound);

    internal void Remove(Bound bound) => bits &= (byte)~(1 << (int)bound);

    /// <summary>Rule S8: the best bound decides.</summary>
    internal readonly Verdict Verdict => this[Bound.Secured] ? Verdict.Sufficient
        : this[Bound.Reachable] ? Verdict.Contingent
        : this[Bound.Possible] ? Verdict.Deadlocked
        : Verdict.Insufficient;

    /// <summary>Rule S3: a gate stands as its verdict says.</summary>
    internal readonly Standing Standing => (Standing)Verdict;
}
