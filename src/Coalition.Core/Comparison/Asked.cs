using System.Collections.Immutable;
using NodaTime;

namespace Coalition.Comparison;

/// <summary>The two days of a question.</summary>
internal readonly record struct Asked(LocalDate On, LocalDate KnownAsOf)
{
    /// <summary>The as-of date that a model needs to hold what <see cref="Without"/> leaves.</summary>
    internal LocalDate LeastAsOf => KnownAsOf == LocalDate.MaxIsoValue ? On : LocalDate.Max(On, KnownAsOf.PlusDays(1));

    /// <summary>The facts of a matter, one of them as if it had not been published yet.</summary>
    /// <remarks>
    /// It is not taken out, since an assumption may build on it, which has no effect then but is on record. What lies beyond the day asked about may build on
    /// it too; nothing reads that, so that it is left out.
    /// </remarks>
    internal ImmutableArray<TFact> Without<TFact>(ImmutableArray<TFact> facts, TFact fact)
        where TFact : DatedFact
    {
        var on = On;
        ImmutableArray<TFact> held = [.. facts.Where(f => f.On <= on)];
        return held.IndexOf(fact) is not (>= 0 and var position) ? held
            : KnownAsOf == LocalDate.MaxIsoValue ? held.RemoveAt(position)
            : held.SetItem(position, (TFact)(DatedFact)((DatedFact)fact with { Assumed = false, Published = new PublicationDate(KnownAsOf.PlusDays(1)) }));
    }
}
