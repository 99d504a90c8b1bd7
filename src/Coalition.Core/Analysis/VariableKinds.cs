namespace Coalition.Analysis;

/// <summary>What the variables of a <see cref="SufficiencyFunction"/> are. Whatever is no variable stays as it is on record.</summary>
[Flags]
public enum VariableKinds
{
    /// <summary>None: refused.</summary>
    None = 0,

    /// <summary>The matters that are open and not granted by the question, each granted or not.</summary>
    OpenMatters = 1,

    /// <summary>The nations that promise something on the day, each taking part or with all its pledges withdrawn.</summary>
    Nations = 2,

    /// <summary>
    /// The parties of those decisions that name them, each in favour or against; an approval whose open decisions all name them is then no variable of its own, but
    /// granted as the votes fall.
    /// </summary>
    Parties = 4,
}
