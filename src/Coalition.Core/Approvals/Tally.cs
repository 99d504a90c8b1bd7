using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>The count of a vote.</summary>
public sealed record Tally
{
    /// <summary>Creates a tally.</summary>
    /// <param name="yes">Votes in favour, at least 0.</param>
    /// <param name="no">Votes against, at least 0.</param>
    /// <param name="abstain">Those present who did neither, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public Tally(int yes, int no, int abstain = 0)
    {
        Yes = (int)Guard.NotNegative(yes, nameof(yes));
        No = (int)Guard.NotNegative(no, nameof(no));
        Abstain = (int)Guard.NotNegative(abstain, nameof(abstain));
    }

    /// <summary>Votes in favour.</summary>
    public int Yes { get; }

    /// <summary>Votes against.</summary>
    public int No { get; }

    /// <summary>Those present who did neither.</summary>
    public int Abstain { get; }

    /// <summary>The votes cast: yes and no.</summary>
    public long Cast => (long)Yes + No;

    /// <summary>Those present: yes, no and abstentions.</summary>
    public long Present => Cast + Abstain;

    /// <summary>The votes as <c>391 to 189, 2 abstaining</c>. Invariant.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Yes} to {No}, {Abstain} abstaining");
}
