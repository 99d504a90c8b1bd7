namespace Coalition.Sufficiency;

/// <summary>What happens to an approval, a circumstance, a pledge or a guarantee on a day.</summary>
/// <remarks>The default value is <see cref="ActTaken"/>.</remarks>
public enum DatedChangeKind
{
    /// <summary>An act on record changes the state of an approval.</summary>
    ActTaken,

    /// <summary>The period of a mandate begins, other than by an act of the same day.</summary>
    MandateBegan,

    /// <summary>A mandate has run out: the day before was its last.</summary>
    MandateEnded,

    /// <summary>A decision, an information or a consent was due by the day before, and had not been given.</summary>
    DeadlinePassed,

    /// <summary>A period of silence has run out, and counts as consent: the day before was its last.</summary>
    SilenceGaveConsent,

    /// <summary>A circumstance holds from that day on.</summary>
    CircumstanceOccurred,

    /// <summary>A circumstance holds no more from that day on.</summary>
    CircumstanceEnded,

    /// <summary>A circumstance is ruled out from that day on.</summary>
    CircumstanceRuledOut,

    /// <summary>A pledge reaches another stage.</summary>
    StageChanged,

    /// <summary>The period of a pledge begins.</summary>
    PledgeBegan,

    /// <summary>The period of a pledge has ended: the day before was its last.</summary>
    PledgeEnded,

    /// <summary>The notice to move of a pledge has run.</summary>
    ForceReady,

    /// <summary>The term of a guarantee begins.</summary>
    TermBegan,

    /// <summary>The term of a guarantee has ended: the day before was its last.</summary>
    TermEnded,
}
