using Coalition.Approvals;
using Coalition.Sufficiency;

namespace Coalition.Analysis;

/// <content>What the variables are, and what is known of them.</content>
internal sealed partial class CircuitBuilder
{
    // The parties of those approvals that hang on their votes, and by the position of the approval where they begin.
    private readonly List<(int Approval, string Body, Party Party)> parties = [];
    private readonly Dictionary<int, int> partiesOf = [];

    // Variables are numbered as matters, nations, nations that waive, remedies and parties at first, and densely in the end.
    private int FirstNation => situation.Open.Length;

    private int FirstWaiver => FirstNation + situation.Model.Nations.Length;

    private int FirstRemedy => FirstWaiver + situation.Model.Nations.Length;

    private int FirstParty => FirstRemedy + remedies.Count;

    private void FindParties()
    {
        for (var i = 0; i < situation.Day.Approvals.Length; i++)
        {
            var matter = situation.Day.Matters.Number(OpenMatterKind.Approval, i);
            var approval = situation.Model.Approvals[i];
            if (situation.Open[matter] && !situation.Granted[matter] && PartyVote.IsKnown(approval, situation.Day.Approvals[i].State))
            {
                partiesOf.Add(i, parties.Count);
                parties.AddRange(approval.Decisions.SelectMany(d => d.Parties.Select(p => (i, d.Body, p))));
            }
        }
    }

    // What is on record, or granted; where matters are no variables, what is open stays so and does not hold.
    private Dictionary<OpenMatter, bool> SettledCircumstances()
    {
        var settled = new Dictionary<OpenMatter, bool>();
        for (var i = 0; i < situation.Day.Circumstances.Length; i++)
        {
            var matter = situation.Day.Matters.Number(OpenMatterKind.Circumstance, i);
            if (!situation.Open[matter] || situation.Granted[matter] || !over.HasFlag(VariableKinds.OpenMatters))
            {
                settled.Add(situation.Day.Matters[matter], situation.Day.Holds(i)[Bound.Secured]);
            }
        }

        return settled;
    }

    private static Func<FunctionVariable, bool> Knows(CoalitionModel model) => variable => variable switch
    {
        FunctionVariable.OfMatter { Matter: var matter } => new Matters(model).Number(matter) >= 0,
        FunctionVariable.OfNation { Nation: var nation } => model.Index.Nations.PositionOf(nation) >= 0,
        FunctionVariable.OfParty party => model.Index.Approvals.Find(party.Approval) is { } approval
            && approval.Decisions.Any(d => d.Body == party.Body && d.Parties.Any(p => p.Name == party.Party)),
        _ => false,
    };

    private FunctionVariable Name(int number) =>
        number < FirstNation ? new FunctionVariable.OfMatter(situation.Day.Matters[number])
        : number < FirstWaiver ? new FunctionVariable.OfNation(situation.Model.Nations[number - FirstNation].Code)
        : number < FirstRemedy ? new FunctionVariable.OfWaiver(situation.Model.Nations[number - FirstWaiver].Code)
        : PartyOf(parties[number - FirstParty]);

    private FunctionVariable.OfParty PartyOf((int Approval, string Body, Party Party) place) =>
        new(situation.Model.Approvals[place.Approval].Id, place.Body, place.Party.Name);
}
