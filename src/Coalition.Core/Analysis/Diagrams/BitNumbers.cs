namespace Coalition.Analysis.Diagrams;

/// <summary>The numbers of a circuit as rows of bits, the lowest first, for a <see cref="BitProgram"/>.</summary>
/// <remarks>
/// <para>
/// A number is held in the greatest unit that divides all its values. The steps of a number add what each adds to the one before; what a sum adds for one gate is put
/// together first. Each bit of an amount goes into the column of its power of two; where a column holds three, a full adder leaves one of them and carries one to
/// the next (Wallace, 1964), so that never more than two wait in a column and few registers are in use. Cost: one full adder, of two steps, for each bit that is set
/// in an amount.
/// </para>
/// <para>Rows are as long as the greatest value needs: nothing overflows.</para>
/// </remarks>
internal sealed class BitNumbers
{
    private readonly Circuit circuit;
    private readonly BitProgramBuilder builder;
    private readonly int[] gates;
    private readonly Dictionary<(Number, long), int[]> rows = [];
    private readonly Dictionary<Number, long> units = [];

    /// <param name="circuit">The circuit.</param>
    /// <param name="builder">What receives the instructions.</param>
    /// <param name="gates">The wire of each gate, written before any number asks for it.</param>
    internal BitNumbers(Circuit circuit, BitProgramBuilder builder, int[] gates)
    {
        this.circuit = circuit;
        this.builder = builder;
        this.gates = gates;
    }

    /// <summary>A wire that is true where a number is at least so much, which is above nought.</summary>
    internal int Reaches(Number number, long least)
    {
        var node = circuit[number];
        if (node.Kind is NumberKind.Min)
        {
            return node.Parts.Aggregate(BitProgramBuilder.True, (all, part) => builder.And(all, Reaches(part, least)));
        }

        if (node.Kind is NumberKind.Max)
        {
            return node.Parts.Aggregate(BitProgramBuilder.False, (any, part) => builder.Or(any, Reaches(part, least)));
        }

        var unit = Unit(number);
        var threshold = ((UInt128)least + (UInt128)unit - 1) / (UInt128)unit;
        var row = Rows(number, unit);
        var reaches = BitProgramBuilder.True;
        for (var bit = 0; bit < row.Length || threshold >> bit != 0; bit++)
        {
            var at = bit < row.Length ? row[bit] : BitProgramBuilder.False;
            reaches = ((threshold >> bit) & 1) != 0 ? builder.And(at, reaches) : builder.Or(at, reaches);
        }

        return reaches;
    }

    /// <summary>The rows of a number in its own unit.</summary>
    internal int[] Rows(Number number) => Rows(number, Unit(number));

    private int[] Rows(Number number, long unit)
    {
        if (!rows.TryGetValue((number, unit), out var known))
        {
            var node = circuit[number];
            known = node.Kind is NumberKind.Steps or NumberKind.Sum ? Sum(number, unit) : Choose(node, unit);
            rows.Add((number, unit), known);
        }

        return known;
    }

    private int[] Sum(Number number, long unit)
    {
        var node = circuit[number];
        var amounts = new OrderedDictionary<int, UInt128>();
        foreach (var part in node.Kind == NumberKind.Sum ? node.Parts : [number])
        {
            Add(part, unit, amounts);
        }

        var columns = new List<List<int>>();
        foreach (var (wire, amount) in amounts)
        {
            for (var bit = 0; amount >> bit != 0; bit++)
            {
                if (((amount >> bit) & 1) != 0)
                {
                    Add(columns, bit, wire);
                }
            }
        }

        for (var bit = 0; bit < columns.Count; bit++)
        {
            if (columns[bit] is [var a, var b])
            {
                columns[bit] = [];
                Carry(columns, bit, builder.Add(a, b, BitProgramBuilder.False));
            }
        }

        return [.. columns.Select(c => c is [var wire] ? wire : BitProgramBuilder.False)];
    }

    private void Add(Number part, long unit, OrderedDictionary<int, UInt128> amounts)
    {
        var node = circuit[part];
        if (node.Kind == NumberKind.Steps)
        {
            var before = 0L;
            for (var i = 0; i < node.Gates.Length; i++)
            {
                Add(gates[node.Gates[i].Position], (UInt128)((node.Values[i] - before) / unit));
                before = node.Values[i];
            }

            return;
        }

        var own = Unit(part);
        var row = Rows(part, own);
        for (var bit = 0; bit < row.Length; bit++)
        {
            Add(row[bit], (UInt128)(own / unit) << bit);
        }

        void Add(int wire, UInt128 amount)
        {
            if (wire != BitProgramBuilder.False)
            {
                amounts[wire] = amounts.GetValueOrDefault(wire) + amount;
            }
        }
    }

    private void Add(List<List<int>> columns, int bit, int wire)
    {
        while (columns.Count <= bit)
        {
            columns.Add([]);
        }

        columns[bit].Add(wire);
        if (columns[bit] is [var a, var b, var c])
        {
            columns[bit] = [];
            Carry(columns, bit, builder.Add(a, b, c));
        }
    }

    private void Carry(List<List<int>> columns, int bit, (int Sum, int Carry) added)
    {
        columns[bit].Add(added.Sum);
        if (added.Carry != BitProgramBuilder.False)
        {
            Add(columns, bit + 1, added.Carry);
        }
    }

    // The lesser or the greater of two, whose rows are compared first.
    private int[] Choose(NumberNode node, long unit)
    {
        var (a, b) = (Rows(node.Parts[0], unit), Rows(node.Parts[1], unit));
        var length = Math.Max(a.Length, b.Length);
        Array.Resize(ref a, length);
        Array.Resize(ref b, length);
        var isAbove = BitProgramBuilder.True;
        for (var bit = 0; bit < length; bit++)
        {
            isAbove = builder.Above(a[bit], b[bit], isAbove);
        }

        var (high, low) = node.Kind == NumberKind.Max ? (a, b) : (b, a);
        return [.. high.Zip(low, (h, l) => builder.Select(isAbove, h, l))];
    }

    private long Unit(Number number)
    {
        if (!units.TryGetValue(number, out var unit))
        {
            var node = circuit[number];
            unit = node.Kind == NumberKind.Steps ? node.Values.Aggregate(0L, Gcd) : node.Parts.Aggregate(0L, (all, part) => Gcd(all, Unit(part)));
            units.Add(number, unit);
        }

        return unit;
    }

    private static long Gcd(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
