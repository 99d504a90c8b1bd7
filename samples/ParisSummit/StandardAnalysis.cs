using Coalition;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace ParisSummit;

/// <summary>What the library answers of one standard beyond its verdict, each answer worked out when it is asked for.</summary>
/// <param name="report">How everything stands.</param>
/// <param name="standard">The standard.</param>
/// <param name="outlook">What is assumed of probabilities and costs; null if nothing is.</param>
internal sealed class StandardAnalysis(SufficiencyReport report, StandardReport standard, Outlook? outlook)
{
    internal StandardReport Standard => standard;

    internal CoalitionModel Model => report.Model;

    internal Outlook? Outlook => outlook;

    /// <summary>Sufficiency as a function of the matters that are open, and of the parties where a parliament names them.</summary>
    internal SufficiencyFunction OverMatters => field ??= Compile(VariableKinds.OpenMatters | VariableKinds.Parties, [.. report.Granted]);

    /// <summary>Sufficiency as a function of who takes part, if all that is open goes well.</summary>
    internal SufficiencyFunction OverNations => field ??= Compile(VariableKinds.Nations, AllOpen);

    /// <summary>Who could break a deadlock by moving first.</summary>
    internal FirstMovers FirstMovers => field ??= FirstMovers.Of(
        Model, report.On, standard.Guarantee, standard.Standard, report.KnownAsOf, report.Granted);

    /// <summary>What makes it sufficient, if all that is open goes well; null where no remedies are stated.</summary>
    internal RemedySelections? Remedies => outlook?.Remedies is null ? null
        : field ??= Coalition.Analysis.Remedies.For(Model, report.On, standard.Guarantee, outlook, standard.Standard, report.KnownAsOf, AllOpen);

    private OpenMatter[] AllOpen => [.. report.Granted, .. report.OpenMatters];

    private SufficiencyFunction Compile(VariableKinds over, OpenMatter[] granting) => SufficiencyFunction.Compile(
        Model, report.On, standard.Guarantee, standard.Standard, over, report.KnownAsOf, granting);
}
