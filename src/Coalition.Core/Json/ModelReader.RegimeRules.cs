using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Json;

/// <content>The rules of approval regimes.</content>
internal ref partial struct ModelReader
{
    private RegimeRule? ReadRegimeRule(string id)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        LocalDate? from = null, until = null;
        OperationPredicate? when = OperationPredicate.Any;
        string? inWords = null, kind = null, notKnown = null, citation = null, note = null;
        bool? isInference = false, inWordsOnly = false;
        ImmutableArray<string> exceptionTo = [];
        ImmutableArray<RegimeStep> steps = [];
        RegimeConfidence? confidence = null;
        while (cursor.NextProperty(RegimesFormat.Rule, ref seen, out var property))
        {
            switch (property)
            {
                case 0: from = cursor.ReadDate(); break;
                case 1: until = cursor.ReadDate(); break;
                case 2: when = ReadOperationPredicate(); break;
                case 3: inWords = cursor.ReadText(); break;
                case 4: kind = cursor.ReadText(); break;
                case 5: isInference = cursor.ReadBoolean(); break;
                case 6: inWordsOnly = cursor.ReadBoolean(); break;
                case 7: exceptionTo = ReadIds(); break;
                case 8: steps = ReadItems("an array of steps", static (ref ModelReader r) => r.ReadRegimeStep()); break;
                case 9: notKnown = cursor.ReadText(); break;
                case 10: citation = cursor.ReadText(); break;
                case 11: confidence = ReadRegimeConfidence(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        Require(seen, 3, "inWords", "text: for which operations the rule is");
        Require(seen, 10, "citation", "text: the article, or what else the rule rests on");
        return cursor.ProblemCount != before ? null : new RegimeRule
        {
            Id = id,
            From = from,
            Until = until,
            When = when!,
            InWords = inWords!,
            Kind = kind,
            IsInference = isInference!.Value,
            InWordsOnly = inWordsOnly!.Value,
            ExceptionTo = exceptionTo,
            Steps = steps,
            NotKnown = notKnown,
            Citation = citation!,
            Confidence = confidence,
            Note = note,
        };
    }

    private OperationPredicate? ReadOperationPredicate()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        ImmutableArray<OrganisationalFrame> frames = [];
        bool? unMandate = null, treatyBasis = null, armed = null, urgent = null;
        long? atLeast = null, atMost = null;
        ImmutableArray<string> support = [];
        ImmutableArray<Zone> zones = [];
        while (cursor.NextProperty(RegimesFormat.When, ref seen, out var property))
        {
            switch (property)
            {
                case 0: frames = ReadSome<OrganisationalFrame>(); break;
                case 1: unMandate = cursor.ReadBoolean(); break;
                case 2: treatyBasis = cursor.ReadBoolean(); break;
                case 3: armed = cursor.ReadBoolean(); break;
                case 4: atLeast = cursor.ReadNumber(); break;
                case 5: atMost = cursor.ReadNumber(); break;
                case 6: urgent = cursor.ReadBoolean(); break;
                case 7: support = ReadSomeIds(); break;
                default: zones = ReadSome<Zone>(); break;
            }
        }

        return cursor.ProblemCount != before ? null : new OperationPredicate
        {
            Frames = frames,
            UnMandate = unMandate,
            TreatyBasis = treatyBasis,
            Armed = armed,
            HeadcountAtLeast = atLeast,
            HeadcountAtMost = atMost,
            Urgent = urgent,
            Support = support,
            Zones = zones,
        };
    }

    private RegimeStep? ReadRegimeStep()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        ApprovalProcedure? procedure = null;
        ImmutableArray<Decision> bodies = [];
        DecisionCombination? combination = DecisionCombination.EachConsents;
        bool? informFirst = false;
        PeriodStart? runsFrom = PeriodStart.Action;
        LegalPeriod? within = null, silence = null, extension = null, capDuration = null;
        long? capHeadcount = null, capTotal = null;
        string? countedFrom = null, note = null;
        while (cursor.NextProperty(RegimesFormat.Step, ref seen, out var property))
        {
            switch (property)
            {
                case 0: procedure = cursor.ReadMember<ApprovalProcedure>(); break;
                case 1: bodies = ReadItems("an array of bodies", static (ref ModelReader r) => r.ReadDecision(RegimesFormat.Body)); break;
                case 2: combination = cursor.ReadMember<DecisionCombination>(); break;
                case 3: informFirst = cursor.ReadBoolean(); break;
                case 4: within = ReadLegalPeriod(); break;
                case 5: runsFrom = cursor.ReadMember<PeriodStart>(); break;
                case 6: countedFrom = cursor.ReadText(); break;
                case 7: silence = ReadLegalPeriod(); break;
                case 8: extension = ReadLegalPeriod(); break;
                case 9: capHeadcount = cursor.ReadNumber(); break;
                case 10: capTotal = cursor.ReadNumber(); break;
                case 11: capDuration = ReadLegalPeriod(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "procedure", FormatNames.OneOf<ApprovalProcedure>());
        return cursor.ProblemCount != before ? null : new RegimeStep
        {
            Procedure = procedure!.Value,
            Bodies = bodies,
            Combination = combination!.Value,
            InformFirst = informFirst!.Value,
            Within = within,
            RunsFrom = runsFrom!.Value,
            CountedFrom = countedFrom,
            Silence = silence,
            ProvisionalExtension = extension,
            CapHeadcount = capHeadcount,
            CapTotal = capTotal,
            CapDuration = capDuration,
            Note = note,
        };
    }

    private ImmutableArray<TEnum> ReadSome<TEnum>()
        where TEnum : struct, Enum
    {
        var before = cursor.ProblemCount;
        return Some(ReadMembers<TEnum>(), before);
    }

    private ImmutableArray<string> ReadSomeIds()
    {
        var before = cursor.ProblemCount;
        return Some(ReadIds(), before);
    }

    // A list that would let nothing through is refused; one of which nothing could be read has been.
    private readonly ImmutableArray<T> Some<T>(ImmutableArray<T> items, long before)
    {
        if (items.IsEmpty && cursor.ProblemCount == before)
        {
            cursor.Report("an empty array", "at least one, or no such property");
        }

        return items;
    }
}
