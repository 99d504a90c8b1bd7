using System.Numerics;

namespace Coalition.Analysis.Diagrams;

/// <summary>Arithmetic modulo a prime below 2^50 on whole numbers in floating-point lanes, several at once and exact.</summary>
/// <remarks>
/// A product a·b is the rounded h and, by a fused multiplication, the exact rest l. With c the whole number next to h/q, off by at most 7/8 from a·b/q, the number
/// h - c·q is whole and below 2^53, and therefore found exactly by another fused multiplication (van der Hoeven, Lecerf and Quintin, 2016). Nothing is
/// rounded away; a machine without fused multiplication computes the same, slowly.
/// </remarks>
internal readonly struct PrimeLanes
{
    private readonly Vector<double> prime;
    private readonly Vector<double> inverse;

    internal PrimeLanes(PrimeField field)
    {
        prime = new Vector<double>(field.Prime);
        inverse = new Vector<double>(1.0 / field.Prime);
    }

    /// <summary>The product, where that of the sizes is at most the prime squared; within 7/8 of the prime.</summary>
    internal Vector<double> Multiply(Vector<double> a, Vector<double> b)
    {
        var high = a * b;
        var low = Vector.FusedMultiplyAdd(a, b, -high);
        return Vector.FusedMultiplyAdd(-Vector.Round(high * inverse), prime, high) + low;
    }

    /// <summary>A sum of a few numbers, brought back to within half the prime.</summary>
    internal Vector<double> Reduce(Vector<double> sum) => Vector.FusedMultiplyAdd(-Vector.Round(sum * inverse), prime, sum);
}
