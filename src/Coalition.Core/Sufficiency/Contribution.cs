namespace Coalition.Sufficiency;

/// <summary>What one pledge brings to one line of a requirement.</summary>
/// <remarks>
/// The amounts are the pledge's own, or under a sustained total what it can keep deployed of them, before ceilings and caps: where one binds,
/// <see cref="TotalAmount.Limits"/> says what its group counts for together. The default value is of no pledge: reading <see cref="Pledge"/> from it throws.
/// </remarks>
public readonly record struct Contribution
{
    private readonly PledgeReport? pledge;

    internal Contribution(PledgeReport pledge, Standing standing, long secured, long reachable, long possible)
    {
        this.pledge = pledge;
        Standing = standing;
        Secured = secured;
        Reachable = reachable;
        Possible = possible;
    }

    /// <summary>The pledge.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which is of no pledge.</exception>
    public PledgeReport Pledge => pledge ?? throw new InvalidOperationException("The default Contribution is of no pledge.");

    /// <summary>
    /// Whether it counts here: as the pledge stands, but pending where its stage is short of the least stage that the line asks for.
    /// </summary>
    public Standing Standing { get; }

    /// <summary>What it brings as things stand.</summary>
    public long Secured { get; }

    /// <summary>What it brings once every open matter is granted.</summary>
    public long Reachable { get; }

    /// <summary>What it brings once every open matter is granted and all who wait for each other move.</summary>
    public long Possible { get; }
}
