using Coalition.Sufficiency;

namespace Coalition.Analysis;

/// <summary>A Boolean variable of a <see cref="SufficiencyFunction"/>: true if things go well in its regard.</summary>
/// <remarks>Written as the matter (<c>approval:gb-commons</c>), as <c>nation:FR</c>, as <c>party:de-bundestag/Bundestag/Example party</c>, or as <c>waiver:FR</c>. Equality is by value.</remarks>
public abstract record FunctionVariable
{
    private FunctionVariable() { }

    /// <summary>The variable in the form that the remarks show.</summary>
    public sealed override string ToString() => Written;

    private protected abstract string Written { get; }

    /// <summary>An open matter: true if it is granted.</summary>
    /// <param name="Matter">The matter.</param>
    public sealed record OfMatter(OpenMatter Matter) : FunctionVariable
    {
        private protected override string Written => Matter.ToString();
    }

    /// <summary>A nation: true if it takes part, false if its pledges are withdrawn.</summary>
    /// <param name="Nation">The nation.</param>
    public sealed record OfNation(NationCode Nation) : FunctionVariable
    {
        private protected override string Written => $"nation:{Nation}";
    }

    /// <summary>A party in a body that decides on an approval: true if all its members vote in favour, false if all vote against.</summary>
    /// <param name="Approval">The id of the approval.</param>
    /// <param name="Body">The body.</param>
    /// <param name="Party">The name of the party.</param>
    public sealed record OfParty(string Approval, string Body, string Party) : FunctionVariable
    {
        private protected override string Written => $"party:{Approval}/{Body}/{Party}";
    }

    /// <summary>A nation that may move first: true if it gives up the conditions that it sets, its own and those of its approvals.</summary>
    /// <param name="Nation">The nation.</param>
    public sealed record OfWaiver(NationCode Nation) : FunctionVariable
    {
        private protected override string Written => $"waiver:{Nation}";
    }
}
