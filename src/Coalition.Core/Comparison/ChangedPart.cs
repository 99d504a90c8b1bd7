namespace Coalition.Comparison;

/// <summary>What of a question or of a model a change is about.</summary>
/// <remarks>The default value is <see cref="Day"/>. Changes are listed in this order, but that what stands within an entry is listed with the entry.</remarks>
public enum ChangedPart
{
    /// <summary>The day asked about.</summary>
    Day,

    /// <summary>The day up to which publications count.</summary>
    KnownAsOf,

    /// <summary>An open matter that the question takes as granted.</summary>
    Grant,

    /// <summary>The model as a whole: its as-of date, title or note.</summary>
    Model,

    /// <summary>A nation.</summary>
    Nation,

    /// <summary>A support type that the model declares.</summary>
    SupportType,

    /// <summary>A source.</summary>
    Source,

    /// <summary>A circumstance.</summary>
    Circumstance,

    /// <summary>What happens to a circumstance on a day.</summary>
    Event,

    /// <summary>An approval.</summary>
    Approval,

    /// <summary>A body that decides on an approval.</summary>
    Decision,

    /// <summary>What is done about an approval on a day.</summary>
    Act,

    /// <summary>A pledge.</summary>
    Pledge,

    /// <summary>An approval that a pledge needs.</summary>
    Need,

    /// <summary>A stage of a pledge: that from the start, or one reached on a day.</summary>
    Stage,

    /// <summary>A figure for the amount of a pledge.</summary>
    Claim,

    /// <summary>A guarantee.</summary>
    Guarantee,

    /// <summary>A standard of a guarantee.</summary>
    Standard,
}
