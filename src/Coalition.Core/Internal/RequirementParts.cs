using System.Collections.Immutable;
using Coalition.Requirements;

namespace Coalition.Internal;

/// <summary>The parts of a requirement.</summary>
internal static class RequirementParts
{
    /// <summary>The requirements directly within another; none for a form without parts.</summary>
    internal static ImmutableArray<Requirement> Of(Requirement requirement) => requirement switch
    {
        Requirement.AllOf all => all.Of,
        Requirement.AnyOf any => any.Of,
        Requirement.AtLeast some => some.Of,
        _ => [],
    };
}
