using System.Collections.Immutable;
using Coalition.Analysis;
using Coalition.Internal;
using Coalition.Sufficiency;

namespace Coalition.Json;

/// <content>Outlooks, a file of their own. Positions of names are those of <see cref="OutlookFormat"/>.</content>
internal ref partial struct ModelReader
{
    private const string AMatter = "an open matter such as approval:gb-commons";

    /// <summary>Reads and checks an outlook.</summary>
    internal static Outlook ReadOutlook(ReadOnlySpan<byte> utf8, CoalitionLimits limits, CancellationToken cancellation)
    {
        var problems = new Problems(limits.MaxProblems);
        var reader = new ModelReader(utf8, limits, problems, cancellation);
        var root = ReadWhole(ref reader, utf8, problems, static (ref ModelReader r) => r.ReadOutlookRoot());
        return Outlook.Create(root.Sources, root.Estimates, root.Remedies, root.Note, reader.broken.Sources, problems);
    }

    private OutlookRoot? ReadOutlookRoot()
    {
        if (!cursor.EnterObject("an object: the outlook"))
        {
            return null;
        }

        var seen = 0;
        var root = new OutlookRoot([], [], null, null);
        while (cursor.NextProperty(OutlookFormat.Root, ref seen, out var property))
        {
            switch (property)
            {
                case 0:
                    cursor.ReadText();
                    break;
                case 1:
                    ReadFormat(OutlookFormat.Version);
                    break;
                case 2:
                    root = root with { Note = cursor.ReadText() };
                    break;
                case 3:
                    root = root with { Sources = ReadById(broken.Sources, limits.MaxEntries, static (ref ModelReader r, string id) => r.ReadSource(id)) };
                    break;
                case 4:
                    root = root with { Estimates = ReadEstimates() };
                    break;
                default:
                    root = root with { Remedies = ReadRemedies() };
                    break;
            }
        }

        Require(seen, 1, "format", $"'{OutlookFormat.Version}'");
        return root;
    }

    // With their positions, by which the check of the whole tells their places.
    private ImmutableArray<(int Position, Estimate Estimate)> ReadEstimates()
    {
        var position = 0;
        return
        [
            .. ReadItems("an array of probabilities", (ref ModelReader r) => new PlacedEstimate(position++, r.ReadEstimate()))
                .Where(e => e.Estimate is not null).Select(e => (e.Position, e.Estimate!)),
        ];
    }

    private Estimate? ReadEstimate()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        FunctionVariable? of = null;
        double? probability = null, otherwise = null;
        OpenMatter? given = null;
        string? source = null, note = null;
        while (cursor.NextProperty(OutlookFormat.Estimate, ref seen, out var property))
        {
            switch (property)
            {
                case 0: of = cursor.ReadParsedText<FunctionVariable>(FunctionVariable.Expected); break;
                case 1: probability = cursor.ReadProbability(); break;
                case 2: given = cursor.ReadParsedText<OpenMatter>("a circumstance, such as circumstance:ceasefire"); break;
                case 3: otherwise = cursor.ReadProbability(); break;
                case 4: source = cursor.ReadId(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "of", FunctionVariable.Expected);
        Require(seen, 1, "probability", "a number from 0 to 1");
        return cursor.ProblemCount != before ? null
            : new Estimate { Of = of!, Probability = probability!.Value, Given = given, Otherwise = otherwise, Source = source, Note = note };
    }

    private RemedyMenu? ReadRemedies()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var seen = 0;
        Unit? unit = null;
        ImmutableArray<Remedy> menu = [];
        while (cursor.NextProperty(OutlookFormat.Remedies, ref seen, out var property))
        {
            if (property == 0)
            {
                unit = cursor.ReadUnit();
            }
            else
            {
                menu = ReadById([], limits.MaxEntries, static (ref ModelReader r, string id) => r.ReadRemedy(id));
            }
        }

        Require(seen, 0, "unit", Unit.Expected);
        Require(seen, 1, "menu", "an object of remedies by id");

        // Built without the remedies that have a problem, so that what spans several of the others is told as well.
        return unit is null || (seen & 2) == 0 ? null : new RemedyMenu { Unit = unit.Value, Remedies = menu };
    }

    private Remedy? ReadRemedy(string id)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? title = null, source = null, waive = null;
        long? cost = null;
        Pledge? pledge = null;
        OpenMatter? grant = null;
        while (cursor.NextProperty(OutlookFormat.Remedy, ref seen, out var property))
        {
            switch (property)
            {
                case 0: title = cursor.ReadText(); break;
                case 1: cost = cursor.ReadNumber(); break;
                case 2: source = cursor.ReadId(); break;
                case 3: pledge = ReadPledge(id); break;
                case 4: grant = cursor.ReadParsedText<OpenMatter>(AMatter); break;
                default: waive = cursor.ReadId(); break;
            }
        }

        const int Forms = 0b111000;
        Require(seen, 1, "cost", "a whole number, in the unit of the menu");
        if (System.Numerics.BitOperations.PopCount((uint)(seen & Forms)) != 1)
        {
            var found = OutlookFormat.Remedy.Names.Where((_, i) => (seen & Forms & (1 << i)) != 0).ToArray();
            cursor.Report(found.Length == 0 ? "a remedy of no kind" : string.Join(" and ", found), "one of pledge, grant, waive");
        }

        return cursor.ProblemCount != before ? null
            : pledge is not null ? new Remedy.FurtherPledge { Id = id, Title = title, Cost = cost!.Value, Source = source, Pledge = pledge }
            : grant is not null ? new Remedy.Grant { Id = id, Title = title, Cost = cost!.Value, Source = source, Matter = grant }
            : new Remedy.Waiver { Id = id, Title = title, Cost = cost!.Value, Source = source, Pledge = waive! };
    }

    private sealed record OutlookRoot(
        ImmutableArray<Source> Sources, ImmutableArray<(int Position, Estimate Estimate)> Estimates, RemedyMenu? Remedies, string? Note);

    private readonly record struct PlacedEstimate(int Position, Estimate? Estimate);
}
