using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using Coalition.Tests.Generators;

namespace Coalition.Tests.Sufficiency;

/// <summary>Pledges may wait for each other in chains that are longer than a stack is deep.</summary>
public class LongChainTests
{
    [Fact]
    public void Evaluate_PledgesThatEachWaitForTheNext_NamesTheMatterAtTheEnd()
    {
        const int length = 3_000;
        var pledges = Enumerable.Range(0, length).Select(i => new Pledge
        {
            Id = $"p-{i}",
            Nation = Given.FR,
            Support = "land",
            Stage = i < length - 1 ? PledgeStage.Firm : PledgeStage.Offered,
            Condition = i < length - 1 ? new Requirement.Contributes(Given.FR, new PledgeFilter { Pledges = [$"p-{i + 1}"] }) : null,
        });
        var model = CoalitionModel.Create(new CoalitionDraft
        {
            AsOf = ModelGen.Anchor,
            Nations = [new Nation { Code = Given.FR, Name = "France" }],
            Pledges = [.. pledges],
            Guarantees =
            [
                new Guarantee
                {
                    Id = "force",
                    Pillar = GuaranteePillar.MultinationalForce,
                    Beneficiary = Given.FR,
                    Standards = [new SufficiencyStandard { Id = "first", Requires = new Requirement.Contributes(Given.FR, new PledgeFilter { Pledges = ["p-0"] }) }],
                },
            ],
        });
        var matters = string.Empty;
        var thread = new Thread(() => matters = string.Join(' ', SufficiencyEvaluator.Evaluate(model, ModelGen.Anchor)["force", "first"].OpenMatters), 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal("stage:p-2999", matters);
    }
}
