using System.Collections.Immutable;
using Coalition;
using Coalition.Sufficiency;
using NodaTime;
using ParisSummit.Picture;
using WhatIf.Address;

namespace WhatIf.Answers;

/// <summary>A scenario put to a model: what can be asked of it is, and what cannot is named.</summary>
internal sealed class Hypothesis
{
    private readonly List<AddressProblem> problems = [];
    private readonly LocalDate on;
    private readonly CancellationToken cancellation;
    private CoalitionModel model;

    private Hypothesis(CoalitionModel model, LocalDate on, CancellationToken cancellation)
    {
        this.model = model;
        this.on = on;
        this.cancellation = cancellation;
    }

    /// <summary>What of the scenario can be asked.</summary>
    internal required Scenario Scenario { get; init; }

    internal ImmutableArray<AddressProblem> Problems => [.. problems];

    internal SufficiencyReport Report { get; private set; } = null!;

    /// <summary>The matters that are open before any is granted.</summary>
    internal ImmutableArray<OpenMatter> Grantable { get; private set; }

    internal static Hypothesis Of(CoalitionModel model, Scenario scenario, CancellationToken cancellation)
    {
        var asked = new Hypothesis(model, scenario.On ?? model.AsOf, cancellation) { Scenario = scenario };
        var known = asked.Known(scenario.Known);
        ImmutableArray<string> occur = [.. scenario.Occur.Where(c => asked.TryOccur(c, known))];
        ImmutableArray<NationCode> withdraw = [.. scenario.Withdraw.Where(n => asked.TryWithdraw(n))];
        var ungranted = SufficiencyEvaluator.Evaluate(asked.model, asked.on, known, [], cancellation);
        var open = ungranted.OpenMatters.ToHashSet();
        ImmutableArray<OpenMatter> grants = [.. scenario.Grants.Where(m => open.Contains(m) || asked.Refuse(AddressNames.Grant, m.ToString(),
            $"It is not open on {Words.Of(asked.on)}: the model does not have it, or it is settled by then."))];
        return new Hypothesis(asked.model, asked.on, cancellation)
        {
            Scenario = scenario with { Known = known, Occur = occur, Withdraw = withdraw, Grants = grants },
            Grantable = ungranted.OpenMatters,
            Report = grants.IsEmpty ? ungranted : SufficiencyEvaluator.Evaluate(asked.model, asked.on, known, grants, cancellation),
        }.With(asked.problems);
    }

    private Hypothesis With(IEnumerable<AddressProblem> found)
    {
        problems.AddRange(found);
        return this;
    }

    private LocalDate? Known(LocalDate? known)
    {
        if (known <= model.AsOf || known is null)
        {
            return known;
        }

        Refuse(AddressNames.Known, Words.Of(known.Value), $"The record of the model ends on {Words.Of(model.AsOf)}.");
        return null;
    }

    private bool TryOccur(string circumstance, LocalDate? known)
    {
        if (!model.Circumstances.Any(c => c.Id == circumstance))
        {
            return Refuse(AddressNames.Occur, circumstance, "The model has no such circumstance.");
        }

        if (model.CircumstanceState(circumstance, on, known) is CircumstanceState.Occurred { Since: var since })
        {
            return Refuse(AddressNames.Occur, circumstance, $"It has occurred already, on {Words.Of(since)}.");
        }

        return TryRecord(AddressNames.Occur, circumstance, () => model.AddEvent(
            circumstance, new CircumstanceEvent { On = on, Change = CircumstanceChange.Occurred, Assumed = true }));
    }

    private bool TryWithdraw(NationCode nation) => model.Pledges.Any(p => p.Nation == nation)
        ? TryRecord(AddressNames.Withdraw, nation.Value, () => model.Withdraw(nation, on, assumed: true))
        : Refuse(AddressNames.Withdraw, nation.Value, "The model has no pledge of such a nation.");

    private bool TryRecord(string name, string value, Func<CoalitionModel> record)
    {
        // Each makes the whole model anew, and an address may name hundreds.
        cancellation.ThrowIfCancellationRequested();
        try
        {
            model = record();
            return true;
        }
        catch (CoalitionModelException impossible)
        {
            return Refuse(name, value, string.Join(' ', impossible.Problems));
        }
    }

    private bool Refuse(string name, string value, string says)
    {
        problems.Add(AddressProblem.Of(name, value, says));
        return false;
    }
}
