using NodaTime;

namespace Coalition.Comparison;

/// <summary>One thing that is other after than before: an entry of a model or a part of one, a day, or a matter taken as granted.</summary>
/// <remarks>Changes are as small as they can be recorded one by one: an entry that only one model has is one change with all that stands within it. Equality is by value.</remarks>
public sealed record CoalitionChange
{
    private readonly string words;

    internal CoalitionChange(int position, ChangeKind kind, ChangedPart what, string words)
    {
        Position = position;
        Kind = kind;
        What = what;
        this.words = words;
    }

    /// <summary>How it is other.</summary>
    public ChangeKind Kind { get; }

    /// <summary>What it is.</summary>
    public ChangedPart What { get; }

    /// <summary>
    /// The id of the entry, a nation's code or the matter that it is about; of what stands within an entry, such as an act, the id of the entry. Null for the
    /// days and for <see cref="ChangedPart.Model"/>.
    /// </summary>
    public string? Subject { get; internal init; }

    /// <summary>
    /// Which part of the entry, as the model file spells it: the act, the event or the stage, the body, the approval needed, or the id of the standard. Null where the entry
    /// itself changes, and for a claim.
    /// </summary>
    public string? Item { get; internal init; }

    /// <summary>The day of an act, an event or a stage; null otherwise, and for the stage from the start.</summary>
    public LocalDate? On { get; internal init; }

    /// <summary>The property that changes, as the model file spells it; null where the whole is added, removed, replaced, reached or learnt.</summary>
    public string? Aspect { get; internal init; }

    /// <summary>What it was, in words; null where there was nothing, or for a whole entry.</summary>
    public string? Before { get; internal init; }

    /// <summary>What it is, in words; null where there is nothing, or for a whole entry.</summary>
    public string? After { get; internal init; }

    /// <summary>
    /// Whether it may move a verdict. False for what no rule reads, such as a note or a name, and for what is only there to be referred to, such as a source: such a change
    /// is part of no cause.
    /// </summary>
    public bool BearsOnVerdicts { get; internal init; } = true;

    internal int Position { get; }

    /// <summary>The change in words, such as <c>the act 'approved' of 'gb-commons' on 2026-02-03 is added</c>. Invariant.</summary>
    public override string ToString() => words;
}
