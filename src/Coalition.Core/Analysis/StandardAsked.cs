using Coalition.Internal;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Analysis;

/// <summary>The standard that an analysis is about, on its day.</summary>
/// <param name="Situation">The day.</param>
/// <param name="Guarantee">The guarantee, in force or waiting for its trigger.</param>
/// <param name="Standard">The standard.</param>
/// <param name="Number">Its number over all guarantees.</param>
internal sealed record StandardAsked(Situation Situation, Guarantee Guarantee, SufficiencyStandard Standard, int Number)
{
    internal Formula Formula => Situation.Standards[Number];

    /// <summary>Looks up what a user names.</summary>
    /// <exception cref="ArgumentException">
    /// The model has no such guarantee, or the guarantee no such standard or several to choose from; or it is not in force; or a matter is not open.
    /// </exception>
    internal static StandardAsked Of(
        CoalitionModel model, LocalDate on, string guarantee, string? standard, LocalDate? knownAsOf, IEnumerable<OpenMatter>? granting, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        var asked = CoalitionModel.Find(model.Index.Guarantees, guarantee, nameof(guarantee));
        var chosen = Choose(asked, standard);
        var situation = new Situation(model, Guard.Day(on, nameof(on)), model.Known(knownAsOf), granting ?? [], cancellation);
        RefuseWithoutForce(situation.Day, asked, nameof(guarantee));
        var number = asked.Standards.IndexOf(chosen) + model.Guarantees.TakeWhile(g => g.Id != asked.Id).Sum(g => g.Standards.Length);
        return new StandardAsked(situation, asked, chosen, number);
    }

    private static SufficiencyStandard Choose(Guarantee guarantee, string? standard)
    {
        if (standard is null)
        {
            return guarantee.Standards.Length == 1 ? guarantee.Standards[0] : throw new ArgumentException(
                $"Guarantee '{guarantee.Id}' has several standards: expected one of {string.Join(", ", guarantee.Standards.Select(s => s.Id))}.", nameof(standard));
        }

        return guarantee.Standards.FirstOrDefault(s => s.Id == standard)
            ?? throw new ArgumentException($"Guarantee '{guarantee.Id}' has no standard '{Guard.Clip(standard)}'.", nameof(standard));
    }

    private static void RefuseWithoutForce(Day day, Guarantee guarantee, string argument)
    {
        var why = day.ForceOf(guarantee) switch
        {
            GuaranteeForce.OutsideTerm => "that day is outside its term",
            GuaranteeForce.TriggerGone => $"its trigger '{guarantee.Trigger}' has ended or is ruled out",
            _ => null,
        };
        if (why is not null)
        {
            throw new ArgumentException($"Guarantee '{guarantee.Id}' is not in force on {IsoDate.Format(day.On)}: {why}.", argument);
        }
    }
}
