using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;

namespace Coalition.Json;

/// <content>Approval regimes, a file of their own.</content>
internal ref partial struct ModelReader
{
    /// <summary>Reads and checks approval regimes.</summary>
    internal static ApprovalRegimes ReadRegimes(ReadOnlySpan<byte> utf8, CoalitionLimits limits, CancellationToken cancellation)
    {
        var problems = new Problems(limits.MaxProblems);
        var reader = new ModelReader(utf8, limits, problems, cancellation);
        var root = ReadWhole(ref reader, utf8, problems, (ref ModelReader r) => r.ReadRegimesRoot(problems));
        return ApprovalRegimes.Create(root.Regimes, root.Note, problems);
    }

    private RegimesRoot? ReadRegimesRoot(Problems problems)
    {
        if (!cursor.EnterObject("an object: the regimes"))
        {
            return null;
        }

        var seen = 0;
        string? note = null;
        ImmutableArray<ApprovalRegime> regimes = [];
        while (cursor.NextProperty(RegimesFormat.Root, ref seen, out var property))
        {
            switch (property)
            {
                case 0: cursor.ReadText(); break;
                case 1: ReadFormat(RegimesFormat.Version); break;
                case 2: note = cursor.ReadText(); break;
                default: regimes = ReadRegimesByNation(problems); break;
            }
        }

        Require(seen, 1, "format", $"'{RegimesFormat.Version}'");
        Require(seen, 3, "regimes", "an object of regimes by the code of their nation");
        return new RegimesRoot(note, regimes);
    }

    private ImmutableArray<ApprovalRegime> ReadRegimesByNation(Problems problems)
    {
        if (!cursor.EnterObject("an object of regimes by the code of their nation"))
        {
            return [];
        }

        var regimes = ImmutableArray.CreateBuilder<ApprovalRegime>();
        var count = 0;
        while (cursor.NextEntry(out var key))
        {
            cancellation.ThrowIfCancellationRequested();
            if (++count > limits.MaxEntries)
            {
                SkipBeyond(limits.MaxEntries, count);
                continue;
            }

            if (!NationCode.TryParse(key, out var nation))
            {
                cursor.Report($"the code '{Guard.Clip(key)}'", NationCode.Expected);
            }

            if (ReadRegime(nation, problems) is { } regime && nation != default)
            {
                regimes.Add(regime);
            }
        }

        return regimes.ToImmutable();
    }

    private ApprovalRegime? ReadRegime(NationCode nation, Problems problems)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        var rulesPath = $"{cursor.Path}.rules";
        string? name = null, kind = null, legalBasis = null, threshold = null, bindingness = null, externalMandate = null, mandatePractice = null;
        string? revocation = null, sourceKind = null;
        ImmutableArray<RegimeChamber> chambers = [];
        ImmutableArray<RegimeActor> actors = [];
        ImmutableArray<RegimeDeadline> deadlines = [];
        ImmutableArray<string> exceptions = [], sources = [];
        ImmutableArray<RegimeRule> rules = [];
        var broken = new HashSet<string>();
        RegimeReading? reading = null;
        RegimeConfidence? confidence = null;
        while (cursor.NextProperty(RegimesFormat.Regime, ref seen, out var property))
        {
            switch (property)
            {
                case 0: name = cursor.ReadText(); break;
                case 1: kind = cursor.ReadText(); break;
                case 2: legalBasis = cursor.ReadText(); break;
                case 3: threshold = cursor.ReadText(); break;
                case 4: bindingness = cursor.ReadText(); break;
                case 5: chambers = ReadItems("an array of chambers", static (ref ModelReader r) => r.ReadRegimeChamber()); break;
                case 6: actors = ReadItems("an array of actors", static (ref ModelReader r) => r.ReadRegimeActor()); break;
                case 7: externalMandate = cursor.ReadText(); break;
                case 8: mandatePractice = cursor.ReadText(); break;
                case 9: revocation = cursor.ReadText(); break;
                case 10: deadlines = ReadItems("an array of deadlines", static (ref ModelReader r) => r.ReadRegimeDeadline()); break;
                case 11: exceptions = ReadItems("an array of texts", static (ref ModelReader r) => r.cursor.ReadText()); break;
                case 12: reading = ReadRegimeReading(); break;
                case 13: sources = ReadItems("an array of texts", static (ref ModelReader r) => r.cursor.ReadText()); break;
                case 14: sourceKind = cursor.ReadText(); break;
                case 15: confidence = ReadRegimeConfidence(); break;
                default: rules = ReadById(broken, limits.MaxEntries, static (ref ModelReader r, string id) => r.ReadRegimeRule(id)); break;
            }
        }

        Require(seen, 0, "name", "text: the name to show");
        Require(seen, 2, "legalBasis", "text: the constitution, acts and articles");
        Require(seen, 15, "confidence", "an object: how far to trust it");
        Require(seen, 16, "rules", "an object of rules by id");
        RegimeChecker.CheckRules(rules, broken, rulesPath, problems);
        return cursor.ProblemCount != before ? null : new ApprovalRegime
        {
            Nation = nation,
            Name = name!,
            Kind = kind,
            LegalBasis = legalBasis!,
            Threshold = threshold,
            Bindingness = bindingness,
            Chambers = chambers,
            Actors = actors,
            ExternalMandate = externalMandate,
            MandatePractice = mandatePractice,
            Revocation = revocation,
            Deadlines = deadlines,
            Exceptions = exceptions,
            Reading = reading,
            Sources = sources,
            SourceKind = sourceKind,
            Confidence = confidence!,
            Rules = rules,
        };
    }

    private RegimeChamber? ReadRegimeChamber()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? name = null, role = null;
        long? seats = null;
        while (cursor.NextProperty(RegimesFormat.Chamber, ref seen, out var property))
        {
            switch (property)
            {
                case 0: name = cursor.ReadText(); break;
                case 1: seats = cursor.ReadNumber(1, int.MaxValue); break;
                default: role = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "name", "text: the name of the chamber");
        return cursor.ProblemCount != before ? null : new RegimeChamber { Name = name!, Seats = (int?)seats, Role = role };
    }

    private RegimeActor? ReadRegimeActor()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? actor = null, rule = null;
        while (cursor.NextProperty(RegimesFormat.Actor, ref seen, out var property))
        {
            switch (property)
            {
                case 0: actor = cursor.ReadText(); break;
                default: rule = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "actor", "text: who");
        Require(seen, 1, "rule", "text: by what rule");
        return cursor.ProblemCount != before ? null : new RegimeActor { Actor = actor!, Rule = rule! };
    }

    private RegimeDeadline? ReadRegimeDeadline()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? what = null, period = null, countedFrom = null, unit = null, note = null;
        while (cursor.NextProperty(RegimesFormat.Deadline, ref seen, out var property))
        {
            switch (property)
            {
                case 0: what = cursor.ReadText(); break;
                case 1: period = cursor.ReadText(); break;
                case 2: countedFrom = cursor.ReadText(); break;
                case 3: unit = cursor.ReadText(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "what", "text: for what the time is");
        Require(seen, 2, "countedFrom", "text: from when it runs");
        return cursor.ProblemCount != before ? null
            : new RegimeDeadline { What = what!, Period = period, CountedFrom = countedFrom!, Unit = unit, Note = note };
    }

    private RegimeReading? ReadRegimeReading()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? label = null, text = null;
        while (cursor.NextProperty(RegimesFormat.Reading, ref seen, out var property))
        {
            switch (property)
            {
                case 0: label = cursor.ReadText(); break;
                default: text = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "label", "text: how to take it");
        Require(seen, 1, "text", "text: the reading");
        return cursor.ProblemCount != before ? null : new RegimeReading { Label = label!, Text = text! };
    }

    private RegimeConfidence? ReadRegimeConfidence()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? basis = null, level = null, verify = null;
        while (cursor.NextProperty(RegimesFormat.Confidence, ref seen, out var property))
        {
            switch (property)
            {
                case 0: basis = cursor.ReadText(); break;
                case 1: level = cursor.ReadText(); break;
                default: verify = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "basis", "text: on what it rests");
        Require(seen, 1, "level", "text: how much");
        return cursor.ProblemCount != before ? null : new RegimeConfidence { Basis = basis!, Level = level!, Verify = verify };
    }

    private sealed record RegimesRoot(string? Note, ImmutableArray<ApprovalRegime> Regimes);
}
