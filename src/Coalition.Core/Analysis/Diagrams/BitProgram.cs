using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Coalition.Analysis.Diagrams;

/// <summary>A function of many assignments at once, as a straight line of bitwise steps: each bit of a register is one assignment. Immutable, and shared between threads.</summary>
/// <remarks>
/// Register 0 is false and register 1 true in all lanes; those of the variables read follow. A run goes through the assignments in blocks small enough for the
/// registers to stay in the second cache, and takes each block through all instructions.
/// </remarks>
internal sealed class BitProgram
{
    // The vectors of a register: wide enough to be worth finding the next instruction, and such that the registers of a hundred nations fit the second cache.
    private const int Width = 16;

    private const int Words = Width * 8;

    private readonly BitInstruction[] instructions;
    private readonly int[] inputs;
    private readonly int registers;
    private readonly int result;

    /// <param name="instructions">The instructions over registers.</param>
    /// <param name="inputs">The variables read, whose registers are those from 2.</param>
    /// <param name="registers">The number of registers.</param>
    /// <param name="result">The register that holds the answer at the end.</param>
    internal BitProgram(BitInstruction[] instructions, int[] inputs, int registers, int result)
    {
        this.instructions = instructions;
        this.inputs = inputs;
        this.registers = registers;
        this.result = result;
    }

    /// <summary>Evaluates 64 assignments for each word of the results.</summary>
    /// <param name="assignments">For each variable, a row of as many words as there are results.</param>
    /// <param name="results">Receives the answers.</param>
    internal void Run(ReadOnlySpan<ulong> assignments, Span<ulong> results)
    {
        // Rented: it may be some hundred kilobytes, and every register but the first two is written before it is read.
        var memory = ArrayPool<Vector512<ulong>>.Shared.Rent(registers * Width);
        memory.AsSpan(0, Width).Clear();
        memory.AsSpan(Width, Width).Fill(Vector512<ulong>.AllBitsSet);
        var words = MemoryMarshal.Cast<Vector512<ulong>, ulong>(memory.AsSpan());
        for (var start = 0; start < results.Length; start += Words)
        {
            var length = Math.Min(Words, results.Length - start);
            for (var i = 0; i < inputs.Length; i++)
            {
                var register = words.Slice((i + 2) * Words, Words);
                assignments.Slice((inputs[i] * results.Length) + start, length).CopyTo(register);
                register[length..].Clear();
            }

            Run(memory);
            words.Slice(result * Words, length).CopyTo(results[start..]);
        }

        ArrayPool<Vector512<ulong>>.Shared.Return(memory);
    }

    private void Run(Vector512<ulong>[] memory)
    {
        var isChanged = false;
        for (var next = 0; next < instructions.Length; next++)
        {
            ref readonly var instruction = ref instructions[next];
            if (instruction.Operation == BitOperation.Repeat)
            {
                next = isChanged ? instruction.A - 1 : next;
                isChanged = false;
                continue;
            }

            var to = memory.AsSpan(instruction.To * Width, Width);
            var a = memory.AsSpan(instruction.A * Width, Width);
            var b = memory.AsSpan(instruction.B * Width, Width);
            var c = memory.AsSpan(instruction.C * Width, Width);
            switch (instruction.Operation)
            {
                case BitOperation.And:
                    for (var i = 0; i < Width; i++)
                    {
                        to[i] = a[i] & b[i];
                    }

                    break;
                case BitOperation.Or:
                    for (var i = 0; i < Width; i++)
                    {
                        to[i] = a[i] | b[i];
                    }

                    break;
                case BitOperation.Xor:
                    for (var i = 0; i < Width; i++)
                    {
                        to[i] = a[i] ^ b[i] ^ c[i];
                    }

                    break;
                case BitOperation.Majority:
                    for (var i = 0; i < Width; i++)
                    {
                        to[i] = (a[i] & b[i]) | (c[i] & (a[i] | b[i]));
                    }

                    break;
                case BitOperation.Select:
                    for (var i = 0; i < Width; i++)
                    {
                        to[i] = (a[i] & b[i]) | Vector512.AndNot(c[i], a[i]);
                    }

                    break;
                case BitOperation.Above:
                    for (var i = 0; i < Width; i++)
                    {
                        to[i] = Vector512.AndNot(a[i], b[i]) | Vector512.AndNot(c[i], a[i] ^ b[i]);
                    }

                    break;
                case BitOperation.Clear:
                    to.Clear();
                    break;
                default:
                    isChanged |= !a.SequenceEqual(to);
                    a.CopyTo(to);
                    break;
            }
        }
    }
}
