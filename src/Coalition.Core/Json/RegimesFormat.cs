namespace Coalition.Json;

/// <summary>The names of the format of approval regimes, version 1. The reader goes by them, and a test holds the published schema to them.</summary>
internal static class RegimesFormat
{
    internal const string Version = "coalition-regimes/1";

    internal static readonly PropertyNames Root = new("$schema", "format", "note", "regimes");

    internal static readonly PropertyNames Regime = new(
        "name", "kind", "legalBasis", "threshold", "bindingness", "chambers", "actors", "externalMandate", "mandatePractice", "revocation", "deadlines",
        "exceptions", "reading", "sources", "sourceKind", "confidence", "rules");

    internal static readonly PropertyNames Chamber = new("name", "seats", "role");

    internal static readonly PropertyNames Actor = new("actor", "rule");

    internal static readonly PropertyNames Deadline = new("what", "period", "countedFrom", "unit", "note");

    internal static readonly PropertyNames Reading = new("label", "text");

    internal static readonly PropertyNames Confidence = new("basis", "level", "verify");

    internal static readonly PropertyNames Rule = new(
        "from", "until", "when", "inWords", "kind", "inference", "inWordsOnly", "exceptionTo", "steps", "notKnown", "citation", "confidence", "note");

    internal static readonly PropertyNames When = new(
        "frames", "unMandate", "treatyBasis", "armed", "headcountAtLeast", "headcountAtMost", "urgent", "support", "zones");

    internal static readonly PropertyNames Step = new(
        "procedure", "bodies", "combination", "informFirst", "within", "runsFrom", "countedFrom", "silence", "provisionalExtension", "capHeadcount",
        "capTotal", "capDuration", "note");

    // As in a model file, where such a body is called a decision; but a law names no parties.
    internal static readonly PropertyNames Body = new("body", "members", "needs", "override");
}
