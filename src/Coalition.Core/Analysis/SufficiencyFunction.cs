using System.Collections.Immutable;
using Coalition.Analysis.Diagrams;

namespace Coalition.Analysis;

/// <summary>The sufficiency of one guarantee by one standard as a monotone Boolean function of open matters, or of which nations take part.</summary>
/// <remarks>Immutable, and shared between threads without harm.</remarks>
public sealed partial class SufficiencyFunction
{
    private readonly Circuit circuit;
    private readonly Signal requirement;
    private readonly Diagram diagram;
    private readonly int sufficient;
    private readonly int possible;
    private readonly AnalysisBudget budget;

    internal SufficiencyFunction(
        ImmutableArray<FunctionVariable> variables, Circuit circuit, Signal requirement, AnalysisBudget? budget = null, CancellationToken cancellation = default)
    {
        Variables = variables;
        this.circuit = circuit;
        this.requirement = requirement;
        this.budget = budget ?? AnalysisBudget.Default;
        (diagram, sufficient, possible) = DiagramCompiler.Compile(circuit, variables.Length, requirement, this.budget, cancellation);
    }

    /// <summary>The variables: an assignment gives a value for each, in this order.</summary>
    public ImmutableArray<FunctionVariable> Variables { get; }

    /// <summary>The number of nodes of its decision diagram: most questions cost time in proportion to it.</summary>
    public int NodeCount => diagram.Nodes.Length;
}
