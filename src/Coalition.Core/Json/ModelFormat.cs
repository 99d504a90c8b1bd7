using Coalition.Internal;

namespace Coalition.Json;

/// <summary>The names of the model format, version 1. The reader goes by them, and a test holds the published schema to them.</summary>
internal static class ModelFormat
{
    internal const string Version = "coalition/1";

    internal static readonly PropertyNames Root = new(
        "$schema", "format", "asOf", "title", "note", "sources", "supportTypes", "nations", "circumstances", "approvals", "pledges", "guarantees");

    internal static readonly PropertyNames Source = new("label", "title", "publisher", "published", "link", "reliability", "note");

    internal static readonly PropertyNames SupportType = new("name", "family", "unit");

    internal static readonly PropertyNames Nation = new("name", "roles", "nuclearArmed", "note");

    internal static readonly PropertyNames Circumstance = new("title", "events", "source", "note");

    internal static readonly PropertyNames Event = new("event", "on", "published", "source", "assumed", "note");

    internal static readonly PropertyNames Approval = new(
        "nation", "procedure", "law", "decisions", "combination", "informFirst", "informWithin", "silence", "decideWithin", "decideFrom",
        "provisionalExtension", "statutoryMandate", "sittingDays", "due", "acts", "source", "note");

    internal static readonly PropertyNames Decision = new("body", "members", "needs", "override", "parties");

    internal static readonly PropertyNames Party = new("party", "seats", "consent", "source");

    internal static readonly PropertyNames Act = new(
        "act", "on", "body", "tally", "overrides", "mandate", "voteOn", "until", "published", "source", "assumed", "note");

    internal static readonly PropertyNames Tally = new("yes", "no", "abstain");

    internal static readonly PropertyNames Mandate = new(
        "from", "until", "extendableUntil", "ceilings", "excludesReliefOverlap", "zones", "support", "caveats", "condition");

    internal static readonly PropertyNames Pledge = new(
        "nation", "support", "stage", "stages", "unit", "amount", "rotation", "from", "until", "readiness", "zone", "host", "needs", "condition", "source", "note");

    internal static readonly PropertyNames Stage = new("stage", "on", "published", "source", "assumed", "note");

    internal static readonly PropertyNames Claim = new("from", "to", "published", "source", "note");

    internal static readonly PropertyNames Readiness = new("notice", "from");

    internal static readonly PropertyNames Guarantee = new(
        "title", "pillar", "beneficiary", "trigger", "from", "until", "standards", "source", "note");

    internal static readonly PropertyNames Standard = new("title", "source", "requires", "note");

    internal static readonly PropertyNames Requirement = new(
        "holds", "total", "atLeast", "perNationCap", "unit", "sustained", "contributors", "contributes", "with", "met", "standard", "allOf", "anyOf", "of");

    internal static readonly PropertyNames Filter = new("support", "families", "nations", "roles", "zones", "pledges", "leastStage");

    /// <summary>The words for acts, in the order of the cases that <see cref="ModelReader"/> builds.</summary>
    internal static readonly PropertyNames Acts = new(
        "committed", "preConsulted", "informed", "consulted", "begun", "submitted", "referred", "scheduled", "approved", "rejected", "objected",
        "annulled", "withdrawn", "lapsed", "extended", "revoked");

    /// <summary>The members of a closed set, under their names in the file.</summary>
    internal static class Members<TEnum>
        where TEnum : struct, Enum
    {
        internal static readonly PropertyNames Names = new(FormatNames.All<TEnum>());

        internal static readonly TEnum[] Values = Enum.GetValues<TEnum>();

        internal static readonly string Expected = $"an array of {FormatNames.OneOf<TEnum>()}";
    }
}
