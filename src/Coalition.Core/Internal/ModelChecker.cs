using Coalition.Approvals;

namespace Coalition.Internal;

/// <summary>Checks what spans several records of a model, and reports every problem at once.</summary>
/// <remarks>Cost: linear in the model, but for acts about one matter whose publication is out of their order.</remarks>
internal sealed class ModelChecker
{
    private readonly CoalitionDraft draft;
    private readonly CoalitionLimits limits;
    private readonly Problems problems;
    private readonly ModelIndex index;
    private readonly RequirementChecker requirements;
    private readonly EntryChecks shared;
    private readonly CancellationToken cancellation;

    private ModelChecker(CoalitionDraft draft, CoalitionLimits limits, Problems problems, BrokenEntries? broken, CancellationToken cancellation)
    {
        this.draft = draft;
        this.limits = limits;
        this.problems = problems;
        this.cancellation = cancellation;
        index = new ModelIndex(draft, problems, broken);
        requirements = new RequirementChecker(index, limits, problems, cancellation);
        shared = new EntryChecks(index, limits, problems);
    }

    /// <summary>Checks a draft.</summary>
    /// <returns>Its index, complete only if no problem was added.</returns>
    internal static ModelIndex Check(CoalitionDraft draft, CoalitionLimits limits, Problems problems, BrokenEntries? broken = null, CancellationToken cancellation = default)
    {
        if (!CountsHold(draft, limits, problems))
        {
            return new ModelIndex(draft with { Pledges = [] }, new Problems(1), broken);
        }

        var checker = new ModelChecker(draft, limits, problems, broken, cancellation);
        checker.CheckSources();
        checker.CheckSupportTypes();
        checker.CheckNations();
        checker.CheckCircumstances();
        checker.CheckApprovals();
        new PledgeChecker(checker.index, limits, problems, checker.requirements, checker.shared).Check(cancellation);
        checker.CheckGuarantees();
        if (checker.TermsHold())
        {
            checker.requirements.CheckTotals();
        }

        return checker.index;
    }

    // Before anything is built that grows with the lists.
    private static bool CountsHold(CoalitionDraft draft, CoalitionLimits limits, Problems problems)
    {
        var before = problems.Count;
        Check("sources", draft.Sources.Length, limits.MaxEntries);
        Check("supportTypes", draft.SupportTypes.Length, limits.MaxEntries);
        Check("nations", draft.Nations.Length, limits.MaxEntries);
        Check("circumstances", draft.Circumstances.Length, limits.MaxEntries);
        Check("approvals", draft.Approvals.Length, limits.MaxEntries);
        Check("pledges", draft.Pledges.Length, limits.MaxPledges);
        Check("guarantees", draft.Guarantees.Length, limits.MaxEntries);
        return problems.Count == before;

        void Check(string list, int count, int max) => problems.AddIfBeyond(count, max, $"$.{list}");
    }

    // Only of a model whose references hold, since what does not exist selects nothing.
    private bool TermsHold()
    {
        if (problems.Count > 0)
        {
            return true;
        }

        var holds = new TermCount(index, limits.MaxTerms, cancellation).Holds();
        if (!holds)
        {
            problems.Add("$", $"requirements of more than {limits.MaxTerms} terms in all", $"at most {limits.MaxTerms}, the limit in force");
        }

        return holds;
    }

    private void CheckSources()
    {
        foreach (var source in draft.Sources)
        {
            if (shared.IsLater(source.Published))
            {
                shared.RefuseLater(source.Published, $"$.sources.{source.Id}.published");
            }
        }
    }

    private void CheckSupportTypes()
    {
        foreach (var type in draft.SupportTypes)
        {
            if (type.Id == Ceiling.Total)
            {
                problems.Add($"$.supportTypes.{type.Id}", "a support type called 'total'", "another id: 'total' names the ceiling in total");
            }
        }
    }

    private void CheckNations()
    {
        foreach (var nation in draft.Nations)
        {
            shared.CheckCount(nation.Roles.Length, $"$.nations.{nation.Code}.roles");
            if (nation.Roles.Distinct().Count() != nation.Roles.Length)
            {
                problems.Add($"$.nations.{nation.Code}.roles", "a role named twice", "each role at most once");
            }
        }
    }

    private void CheckCircumstances()
    {
        foreach (var circumstance in draft.Circumstances)
        {
            cancellation.ThrowIfCancellationRequested();
            var path = $"$.circumstances.{circumstance.Id}";
            shared.CheckSource(circumstance.Source, path);
            shared.CheckFacts(circumstance.Events, "circumstances", circumstance.Id, "events");
            new ChronologyChecker<CircumstanceState, CircumstanceEvent>(
                problems, $"{path}.events", index.SourceOf, new CircumstanceState.Unknown(), (state, change) => state.After(change), (state, _) => state,
                change => FormatNames.Of(change.Change), state => state.Name, AllowedEvents).Check(circumstance.Events, cancellation);
        }

        static string AllowedEvents(CircumstanceState state) =>
            state is CircumstanceState.Occurred ? "ended" : state is CircumstanceState.RuledOut ? "occurred" : "occurred, ruledOut";
    }

    private void CheckApprovals()
    {
        var checker = new ApprovalChecker(index, limits, problems, requirements, shared);
        foreach (var approval in draft.Approvals)
        {
            var path = $"$.approvals.{approval.Id}";
            shared.CheckSource(approval.Source, path);
            shared.CheckFacts(approval.Acts, "approvals", approval.Id, "acts");
            checker.Check(approval, path, cancellation);
        }
    }

    private void CheckGuarantees()
    {
        foreach (var guarantee in draft.Guarantees)
        {
            cancellation.ThrowIfCancellationRequested();
            var path = $"$.guarantees.{guarantee.Id}";
            shared.CheckSource(guarantee.Source, path);
            shared.CheckNation(guarantee.Beneficiary, $"{path}.beneficiary");
            shared.CheckPeriod(guarantee.From, guarantee.Until, path);
            shared.CheckCount(guarantee.Standards.Length, $"{path}.standards");
            if (guarantee.Trigger is { } trigger)
            {
                requirements.CheckCircumstance(trigger, $"{path}.trigger");
            }

            if (guarantee.Standards.IsEmpty)
            {
                problems.Add($"{path}.standards", "no standard", "at least one");
            }

            var ids = new HashSet<string>();
            foreach (var standard in guarantee.Standards)
            {
                var place = $"{path}.standards.{standard.Id}";
                shared.CheckSource(standard.Source, place);
                requirements.Check(standard.Requires, () => $"{place}.requires");
                if (!ids.Add(standard.Id))
                {
                    problems.Add(place, $"a second standard with the id '{standard.Id}'", "an id that no other standard of the guarantee has");
                }
            }
        }

        requirements.CheckReferencesBetweenStandards();
    }
}
