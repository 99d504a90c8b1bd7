namespace Coalition.Analysis.Diagrams;

/// <summary>Writes a <see cref="BitProgram"/> over wires, each written by one instruction, and lays them into registers.</summary>
internal sealed class BitProgramBuilder
{
    internal const int False = 0;
    internal const int True = 1;

    private readonly List<BitInstruction> instructions = [];
    private readonly SortedDictionary<int, int> inputs = [];
    private int wires = True + 1;

    /// <summary>The number of instructions so far.</summary>
    internal int Next => instructions.Count;

    internal int Input(int variable)
    {
        if (!inputs.TryGetValue(variable, out var wire))
        {
            inputs.Add(variable, wire = wires++);
        }

        return wire;
    }

    internal int And(int a, int b) => a == False || b == False ? False : a == True || a == b ? b : b == True ? a : Write(BitOperation.And, a, b);

    internal int Or(int a, int b) => a == True || b == True ? True : a == False || a == b ? b : b == False ? a : Write(BitOperation.Or, a, b);

    /// <summary>Both bits of the sum of three.</summary>
    internal (int Sum, int Carry) Add(int a, int b, int c) => (
        Write(BitOperation.Xor, a, b, c),
        c == False ? And(a, b) : Write(BitOperation.Majority, a, b, c));

    internal int Select(int condition, int high, int low) => high == low ? high : Write(BitOperation.Select, condition, high, low);

    internal int Above(int a, int b, int ifEqual) => a == b ? ifEqual : Write(BitOperation.Above, a, b, ifEqual);

    /// <summary>A wire that starts false, and that <see cref="Update"/> changes.</summary>
    internal int Clear() => Write(BitOperation.Clear);

    internal void Update(int wire, int value) => instructions.Add(new BitInstruction(BitOperation.Update, wire, value));

    internal void Repeat(int from) => instructions.Add(new BitInstruction(BitOperation.Repeat, False, from));

    /// <summary>The program that computes one wire.</summary>
    internal BitProgram Build(int result)
    {
        var needed = Needed(result);
        var lastUse = LastUses(needed, result);
        var variables = inputs.Where(i => needed[i.Value]).ToArray();
        var registers = new int[wires];
        registers[True] = True;
        for (var i = 0; i < variables.Length; i++)
        {
            registers[variables[i].Value] = True + 1 + i;
        }

        var (count, free) = (True + 1 + variables.Length, new Stack<int>());
        var placed = new List<BitInstruction>();
        var places = new int[instructions.Count + 1];
        for (var i = 0; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            places[i] = placed.Count;
            if (!needed[instruction.To])
            {
                continue;
            }

            if (instruction.Operation == BitOperation.Repeat)
            {
                placed.Add(instruction with { A = places[instruction.A] });
                Free(lastUse[i]);
                continue;
            }

            var (a, b, c) = (registers[instruction.A], registers[instruction.B], registers[instruction.C]);
            Free(lastUse[i]);
            if (instruction.Operation != BitOperation.Update)
            {
                registers[instruction.To] = free.TryPop(out var register) ? register : count++;
            }

            placed.Add(new BitInstruction(instruction.Operation, registers[instruction.To], a, b, c));
        }

        return new BitProgram([.. placed], [.. variables.Select(v => v.Key)], count, registers[result]);

        void Free(List<int>? done)
        {
            foreach (var wire in done ?? [])
            {
                free.Push(registers[wire]);
            }
        }
    }

    private int Write(BitOperation operation, int a = 0, int b = 0, int c = 0)
    {
        instructions.Add(new BitInstruction(operation, wires, a, b, c));
        return wires++;
    }

    // The wires that the result depends on, around circles as well.
    private bool[] Needed(int result)
    {
        var writers = instructions.Where(i => i.Operation != BitOperation.Repeat).ToLookup(i => i.To);
        var needed = new bool[wires];
        var open = new Stack<int>([False, True, result]);
        while (open.TryPop(out var wire))
        {
            if (!needed[wire])
            {
                needed[wire] = true;
                foreach (var writer in writers[wire])
                {
                    open.Push(writer.A);
                    open.Push(writer.B);
                    open.Push(writer.C);
                }
            }
        }

        return needed;
    }

    // For each instruction, the wires that no later one reads. What a circle reads from before it must outlast its last round; registers of variables and of the
    // result stay.
    private List<int>?[] LastUses(bool[] needed, int result)
    {
        var starts = new int[instructions.Count];
        var ends = new int[instructions.Count];
        for (var i = 0; i < instructions.Count; i++)
        {
            ends[i] = i;
            if (instructions[i].Operation == BitOperation.Repeat)
            {
                for (var inside = instructions[i].A; inside <= i; inside++)
                {
                    (starts[inside], ends[inside]) = (instructions[i].A, i);
                }
            }
        }

        var written = new int[wires];
        Array.Fill(written, int.MaxValue);
        var last = new int[wires];
        for (var i = 0; i < instructions.Count; i++)
        {
            var (operation, to, a, b, c) = instructions[i];
            if (operation == BitOperation.Repeat || !needed[to])
            {
                continue;
            }

            if (operation != BitOperation.Update)
            {
                written[to] = i;
            }

            foreach (var wire in (ReadOnlySpan<int>)[to, a, b, c])
            {
                last[wire] = Math.Max(last[wire], written[wire] < starts[i] ? ends[i] : i);
            }
        }

        var uses = new List<int>?[instructions.Count];
        for (var wire = 0; wire < wires; wire++)
        {
            if (written[wire] != int.MaxValue && wire != result)
            {
                (uses[last[wire]] ??= []).Add(wire);
            }
        }

        return uses;
    }
}
