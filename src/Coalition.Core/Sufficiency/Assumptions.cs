using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>Names what a model assumes rather than records, so that a report never shows it as a fact.</summary>
internal static class Assumptions
{
    /// <summary>The assumptions that hold on a day, such as <c>ceasefire occurred on 2026-03-01</c>, in the order of the model.</summary>
    internal static ImmutableArray<string> Of(CoalitionModel model, LocalDate on)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var circumstance in model.Circumstances)
        {
            Add(circumstance.Id, circumstance.Events, change => FormatNames.Of(change.Change));
        }

        foreach (var approval in model.Approvals)
        {
            Add(approval.Id, approval.Acts, act => act.Name);
        }

        foreach (var pledge in model.Pledges)
        {
            Add(pledge.Id, pledge.Stages, change => FormatNames.Of(change.Stage));
        }

        return words.ToImmutable();

        void Add<TFact>(string id, ImmutableArray<TFact> facts, Func<TFact, string> name)
            where TFact : DatedFact
        {
            foreach (var fact in facts)
            {
                if (fact.Assumed && fact.On <= on)
                {
                    words.Add($"{id} {name(fact)} on {IsoDate.Format(fact.On)}");
                }
            }
        }
    }
}
