namespace Coalition.Analysis.Diagrams;

internal enum BitOperation
{
    And,
    Or,

    /// <summary>An odd number of three are true: the sum bit of a full adder.</summary>
    Xor,

    /// <summary>At least two of three are true: the carry bit of a full adder.</summary>
    Majority,

    /// <summary>The second if the first is true, else the third.</summary>
    Select,

    /// <summary>The first is above the second; or they are equal, and the third is true.</summary>
    Above,

    /// <summary>Makes all lanes false.</summary>
    Clear,

    /// <summary>Takes the first over, and notes whether any lane changed.</summary>
    Update,

    /// <summary>Goes back to the instruction numbered by the first if any lane changed since.</summary>
    Repeat,
}

/// <summary>A step of a <see cref="BitProgram"/>, on all lanes at once.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="To">The wire or register it writes.</param>
/// <param name="A">The first it reads.</param>
/// <param name="B">The second it reads; that of no such is 0.</param>
/// <param name="C">The third it reads; that of no such is 0.</param>
internal readonly record struct BitInstruction(BitOperation Operation, int To, int A = 0, int B = 0, int C = 0);
