using System.Runtime.InteropServices;

namespace Coalition.Analysis.Diagrams;

/// <summary>What a gate or a number of a <see cref="Circuit"/> is made of, by which it is found again.</summary>
internal readonly record struct CircuitKey(int Kind, int Operand, long AtLeast, long[] Items)
{
    public bool Equals(CircuitKey other) =>
        Kind == other.Kind && Operand == other.Operand && AtLeast == other.AtLeast && Items.AsSpan().SequenceEqual(other.Items);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Kind);
        hash.Add(Operand);
        hash.Add(AtLeast);
        hash.AddBytes(MemoryMarshal.AsBytes(Items.AsSpan()));
        return hash.ToHashCode();
    }
}
