using System.Collections.Immutable;
using Coalition.Analysis;
using Coalition.Requirements;
using Coalition.Sufficiency;

namespace Coalition.Benchmarks;

/// <summary>Makes up structures of and, or and k-of-n gates over circumstances: each gate a standard, which others refer to, so that parts are shared.</summary>
/// <remarks>Shaped as fault trees are: neighbours belong together, and a circumstance is used again near by. Drawn from a fixed seed.</remarks>
internal static class GateModels
{
    internal const string Top = "top";

    /// <summary>A structure over so many circumstances.</summary>
    /// <param name="circumstances">Their number.</param>
    /// <param name="gates">About so many gates.</param>
    internal static CoalitionModel Model(int circumstances, int gates)
    {
        var random = new Random(Seed: circumstances + gates);

        // As many leaves as gates of 2.4 inputs need, each circumstance once and then some again, a few places on.
        var leaves = Enumerable.Range(0, circumstances).ToList();
        while (leaves.Count < gates * 14 / 10)
        {
            var at = random.Next(leaves.Count);
            leaves.Insert(Math.Min(leaves.Count, at + random.Next(2, 6)), leaves[at]);
        }

        var level = leaves.Select(i => (Requirement)new Requirement.Holds($"c-{i}")).ToList();
        var guarantees = ImmutableArray.CreateBuilder<Guarantee>();
        while (level.Count > 1)
        {
            var next = new List<Requirement>();
            for (var i = 0; i < level.Count;)
            {
                var width = Math.Min(level.Count - i, random.Next(10) switch { < 7 => 2, < 9 => 3, _ => 4 });
                ImmutableArray<Requirement> of = [.. level.GetRange(i, width).Distinct()];
                i += width;
                var id = i >= level.Count && next.Count == 0 ? Top : $"g-{guarantees.Count}";
                guarantees.Add(AnalysisModels.Guarantee(id, random.Next(5) switch
                {
                    < 2 => new Requirement.AllOf(of),
                    < 4 => new Requirement.AnyOf(of),
                    _ => new Requirement.AtLeast((of.Length + 1) / 2, of),
                }));
                next.Add(new Requirement.Met(id));
            }

            level = next;
        }

        return CoalitionModel.Create(new CoalitionDraft
        {
            AsOf = AnalysisModels.On,
            Nations = [new Nation { Code = ModelGenerator.Codes().First(), Name = "A nation" }],
            Circumstances = [.. Enumerable.Range(0, circumstances).Select(i => new Circumstance { Id = $"c-{i}", Title = $"Circumstance {i}" })],
            Guarantees = guarantees.ToImmutable(),
        });
    }

    internal static Outlook Outlook(CoalitionModel model)
    {
        var random = new Random(Seed: 3);
        return Analysis.Outlook.Create(
            [],
            model.Circumstances.Select(c => new Estimate
            {
                Of = new FunctionVariable.OfMatter(new OpenMatter(OpenMatterKind.Circumstance, c.Id)),
                Probability = random.Next(1, 1000) / 1000.0,
            }));
    }
}
