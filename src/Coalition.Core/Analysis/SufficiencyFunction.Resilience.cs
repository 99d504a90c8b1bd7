using System.Collections.Immutable;
using Coalition.Analysis.Diagrams;

namespace Coalition.Analysis;

public sealed partial class SufficiencyFunction
{
    /// <summary>How many withdrawals it survives: variables that become false when all were true.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The least number that breaks it, and for each number the share of combinations that it survives.</returns>
    /// <remarks>By counting the true assignments by size, exactly; cost as of <see cref="Power"/>, with which the counts are shared.</remarks>
    /// <exception cref="AnalysisBudgetException">The counts would not fit the budget, as for <see cref="Power"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public Resilience Resilience(CancellationToken cancellation = default)
    {
        var counts = Sizes(cancellation).True;
        var all = Combinatorics.Binomials(Variables.Length);
        return new Resilience([.. all.Select((combinations, withdrawals) => new Survival(withdrawals, counts[^(withdrawals + 1)], combinations))]);
    }

    /// <summary>The variables without which it is never sufficient, whatever the others do: those with a veto.</summary>
    /// <returns>In the order of <see cref="Variables"/>; all of them if it is never sufficient at all.</returns>
    /// <remarks>Since more never makes it worse, one assignment for each variable shows it: that one false, all others true.</remarks>
    public ImmutableArray<FunctionVariable> VetoPlayers()
    {
        var assignment = new bool[Variables.Length];
        assignment.AsSpan().Fill(true);
        var players = ImmutableArray.CreateBuilder<FunctionVariable>();
        for (var variable = 0; variable < assignment.Length; variable++)
        {
            assignment[variable] = false;
            if (!diagram.IsTrue(sufficient, assignment))
            {
                players.Add(Variables[variable]);
            }

            assignment[variable] = true;
        }

        return players.DrainToImmutable();
    }

    /// <summary>The variables that never make a difference.</summary>
    /// <returns>In the order of <see cref="Variables"/>; all of them if it is always sufficient, or never.</returns>
    /// <remarks>A reduced diagram has a node for each variable that its function depends on, and for no other.</remarks>
    public ImmutableArray<FunctionVariable> Dummies()
    {
        var matters = new bool[Variables.Length];
        var isReached = diagram.Below(sufficient);
        for (var node = Diagram.True + 1; node <= sufficient; node++)
        {
            if (isReached[node])
            {
                matters[diagram[node].Variable] = true;
            }
        }

        return [.. Variables.Where((_, variable) => !matters[variable])];
    }
}
