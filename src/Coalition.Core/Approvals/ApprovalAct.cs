using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>Something done about an approval on one day.</summary>
/// <remarks>Which acts are allowed depends on the procedure and on the state that they meet: see <see cref="ParliamentaryApprovalState"/>.</remarks>
public abstract partial record ApprovalAct : DatedFact
{
    private ApprovalAct()
    {
    }

    /// <summary>The word for the act, as the model file spells it.</summary>
    public string Name => Word;

    // Only this assembly can override it, so that no outside type joins the cases.
    private protected abstract string Word { get; }

    private protected override void Close()
    {
    }

    /// <summary>The government undertakes in public to put the matter to a vote.</summary>
    public sealed record Committed : ApprovalAct
    {
        private protected override string Word => "committed";
    }

    /// <summary>The government sounds the parliamentary groups before it asks for anything.</summary>
    public sealed record PreConsulted : ApprovalAct
    {
        private protected override string Word => "preConsulted";
    }

    /// <summary>Parliament is informed.</summary>
    public sealed record Informed : ApprovalAct
    {
        private protected override string Word => "informed";
    }

    /// <summary>Parliament, or its committee, has been heard where the law asks for no more.</summary>
    public sealed record Consulted : ApprovalAct
    {
        private protected override string Word => "consulted";
    }

    /// <summary>Forces act: from this day the periods of <see cref="ParliamentaryApproval.InformWithin"/> and <see cref="ParliamentaryApproval.DecideWithin"/> run.</summary>
    public sealed record Begun : ApprovalAct
    {
        private protected override string Word => "begun";
    }

    /// <summary>The government takes its request, or its undertaking, back.</summary>
    public sealed record Withdrawn : ApprovalAct
    {
        private protected override string Word => "withdrawn";
    }

    /// <summary>The request falls because parliament is dissolved or its term ends (discontinuity).</summary>
    public sealed record Lapsed : ApprovalAct
    {
        private protected override string Word => "lapsed";
    }

    /// <summary>The government extends the mandate, as the mandate itself lets it: see <see cref="Mandate.ExtendableUntil"/>.</summary>
    public sealed record Extended : ApprovalAct
    {
        private protected override string Word => "extended";

        /// <summary>The new last day, inclusive.</summary>
        public required LocalDate Until { get; init => field = Guard.Day(value); }
    }

    /// <summary>Parliament takes its approval back; from that day on, inclusive, it is gone.</summary>
    public sealed record Revoked : ApprovalAct
    {
        private protected override string Word => "revoked";
    }
}
