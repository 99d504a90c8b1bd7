using System.Globalization;

namespace Coalition.Analysis;

/// <summary>An exact answer does not fit its budget. No approximation is given in its place.</summary>
public sealed class AnalysisBudgetException : Exception
{
    internal AnalysisBudgetException(AnalysisBudget budget, string work)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The budget of {budget.Nodes:N0} nodes (AnalysisBudget.Nodes) does not suffice for {work}: allow more, or ask of fewer variables."))
    {
        Budget = budget;
        Work = work;
    }

    /// <summary>The budget that was reached.</summary>
    public AnalysisBudget Budget { get; }

    /// <summary>The work that reached it, such as <c>the decision diagram</c>.</summary>
    public string Work { get; }
}
