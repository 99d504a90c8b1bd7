using Coalition.Approvals;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Tests.Fixtures;

/// <summary>A model, by hand, in which every property is used and every member of every closed set occurs. It makes no sense otherwise.</summary>
internal static class Everything
{
    internal static CoalitionModel Model { get; } = CoalitionModel.Create(Draft());

    private static CoalitionDraft Draft() => new()
    {
        AsOf = new LocalDate(2026, 1, 31),
        Title = "Everything: \"quotes\", back\\slashes, tabs\tand lines\nÄÖÜ — İ ı 😀 </script> \u2028 \u0001",
        Note = "Note",
        Sources =
        [
            new Source { Id = "illustrative", Label = SourceLabel.Illustrative, Title = "T" },
            new Source { Id = "derived", Label = SourceLabel.Derived, Title = "T", Published = new PublicationDate(new YearMonth(2026, 1)) },
            new Source { Id = "estimate", Label = SourceLabel.Estimate, Title = "T", Published = new PublicationDate(new LocalDate(2026, 1, 31)) },
            new Source
            {
                Id = "fact",
                Label = SourceLabel.Fact,
                Title = "Title",
                Publisher = "Publisher",
                Published = new PublicationDate(new LocalDate(2026, 1, 2)),
                Link = "https://example.org/?a=1&b='2'",
                Reliability = "press",
                Note = "Note",
            },
        ],
        SupportTypes = [.. Enum.GetValues<SupportFamily>().Select((f, i) => new SupportType { Id = $"type-{i}", Name = $"Type {i}", Family = f, Unit = new Unit($"unit-{i}") })],
        Nations =
        [
            new Nation
            {
                Code = new NationCode("FR"),
                Name = "France",
                Roles = [NationRole.Framework, NationRole.Contributor, NationRole.BackstopProvider, NationRole.Coordinator, NationRole.Observer],
                NuclearArmed = true,
                Note = "Note",
            },
            new Nation { Code = new NationCode("UA"), Name = "Ukraine", Roles = [NationRole.Host] },
            new Nation { Code = new NationCode("XA"), Name = "An organisation", Roles = [NationRole.Host] },
        ],
        Circumstances =
        [
            new Circumstance
            {
                Id = "ceasefire",
                Title = "A ceasefire",
                Source = "fact",
                Note = "Note",
                Events =
                [
                    Event(CircumstanceChange.RuledOut, 1), Event(CircumstanceChange.Occurred, 2),
                    Event(CircumstanceChange.Ended, 3) with { Published = new PublicationDate(new YearMonth(2026, 1)), Source = "fact", Note = "Note" },
                ],
            },
            new Circumstance { Id = "backstop", Title = "A backstop", Events = [new CircumstanceEvent { On = new LocalDate(2027, 1, 1), Change = CircumstanceChange.Occurred, Assumed = true }] },
        ],
        Approvals =
        [
            new ParliamentaryApproval
            {
                Id = "prior",
                Nation = new NationCode("FR"),
                Procedure = ApprovalProcedure.PriorApproval,
                Decisions =
                [
                    new Decision { Body = "Assemblée", Members = 577, Rule = new VotingRule(VoteComparison.MoreThan, 1, 2, VoteBase.Cast) },
                    new Decision { Body = "Sénat", Members = 348, Rule = new VotingRule(VoteComparison.AtLeast, 2, 3, VoteBase.Present, new Share(1, 3)) },
                ],
                Due = new LocalDate(2026, 6, 30),
                Acts =
                [
                    new ApprovalAct.Submitted { On = new LocalDate(2026, 1, 2), Mandate = Mandate(), Note = "Note" },
                    new ApprovalAct.Approved { On = new LocalDate(2026, 1, 3), Body = "Assemblée", Tally = new Tally(300, 200, 10), Mandate = Mandate(), Source = "fact" },
                    new ApprovalAct.Approved { On = new LocalDate(2026, 1, 4), Body = "Sénat", Tally = new Tally(300, 0), Published = new PublicationDate(new LocalDate(2026, 1, 5)) },
                    new ApprovalAct.Revoked { On = new LocalDate(2026, 1, 6) },
                ],
                Source = "fact",
                Note = "Note",
            },
            new ParliamentaryApproval
            {
                Id = "commitment",
                Nation = new NationCode("FR"),
                Procedure = ApprovalProcedure.CommitmentToVote,
                Decisions =
                [
                    new Decision
                    {
                        Body = "Congrès",
                        Members = 925,
                        Rule = new VotingRule(VoteComparison.AtLeast, 3, 5, VoteBase.Members),
                        Parties = [new Party { Name = "Gauche", Seats = 425, Consent = 0.25, Source = "illustrative" }, new Party { Name = "Les autres", Seats = 500 }],
                    },
                ],
                Acts =
                [
                    new ApprovalAct.Committed { On = new LocalDate(2026, 1, 2) },
                    new ApprovalAct.Submitted { On = new LocalDate(2026, 1, 3) },
                    new ApprovalAct.Rejected { On = new LocalDate(2026, 1, 4), Body = "Congrès", Tally = new Tally(1, 2) },
                    new ApprovalAct.Submitted { On = new LocalDate(2026, 1, 4), Mandate = Coalition.Approvals.Mandate.Unlimited },
                    new ApprovalAct.Rejected { On = new LocalDate(2026, 1, 5), Body = "Congrès" },
                    new ApprovalAct.Committed { On = new LocalDate(2026, 1, 5) },
                    new ApprovalAct.Withdrawn { On = new LocalDate(2026, 1, 6) },
                ],
            },
            new ParliamentaryApproval { Id = "consent", Nation = new NationCode("UA"), Procedure = ApprovalProcedure.HostConsent },
            new ParliamentaryApproval { Id = "none", Nation = new NationCode("FR"), Procedure = ApprovalProcedure.NotRequired },
            new ParliamentaryApproval { Id = "never", Nation = new NationCode("XA"), Procedure = ApprovalProcedure.Prohibited, Law = "xa-neutrality" },
            new ParliamentaryApproval
            {
                Id = "told",
                Nation = new NationCode("FR"),
                Procedure = ApprovalProcedure.InformationOnly,
                InformFirst = true,
                StatutoryMandate = Mandate(),
                InformWithin = LegalPeriod.Parse("P3D"),
                Acts = [new ApprovalAct.Begun { On = new LocalDate(2026, 1, 2) }, new ApprovalAct.Informed { On = new LocalDate(2026, 1, 3) }],
            },
            new ParliamentaryApproval
            {
                Id = "heard",
                Nation = new NationCode("FR"),
                Procedure = ApprovalProcedure.Consultation,
                Acts = [new ApprovalAct.Consulted { On = new LocalDate(2026, 1, 3) }],
            },
            new ParliamentaryApproval
            {
                Id = "silent",
                Nation = new NationCode("FR"),
                Procedure = ApprovalProcedure.TacitApproval,
                Silence = new LegalPeriod(2),
                ProvisionalExtension = LegalPeriod.Parse("P1M2W3D"),
                SittingDays = [new LocalDate(2026, 1, 9), new LocalDate(2026, 1, 6)],
                Combination = DecisionCombination.JointSitting,
                Decisions =
                [
                    new Decision { Body = "Lower", Rule = VotingRule.SimpleMajority }, new Decision { Body = "Upper", Rule = VotingRule.SimpleMajority },
                ],
                Acts =
                [
                    new ApprovalAct.PreConsulted { On = new LocalDate(2026, 1, 2) },
                    new ApprovalAct.Submitted { On = new LocalDate(2026, 1, 3) },
                    new ApprovalAct.Objected { On = new LocalDate(2026, 1, 4) },
                    new ApprovalAct.Referred { On = new LocalDate(2026, 1, 5) },
                    new ApprovalAct.Scheduled { On = new LocalDate(2026, 1, 6), VoteOn = new LocalDate(2026, 1, 9) },
                    new ApprovalAct.Lapsed { On = new LocalDate(2026, 1, 7) },
                    new ApprovalAct.Submitted { On = new LocalDate(2026, 1, 8), Mandate = Mandate() },
                    new ApprovalAct.Approved { On = new LocalDate(2026, 1, 9), Tally = new Tally(3, 2, 1) },
                    new ApprovalAct.Extended { On = new LocalDate(2026, 1, 10), Until = new LocalDate(2027, 3, 31) },
                ],
            },
            new ParliamentaryApproval
            {
                Id = "afterwards",
                Nation = new NationCode("FR"),
                Procedure = ApprovalProcedure.ExPostApproval,
                Combination = DecisionCombination.AnyMayAnnul,
                Decisions = [new Decision { Body = "Lower" }, new Decision { Body = "Upper" }],
                InformWithin = LegalPeriod.Parse("P2D"),
                DecideWithin = LegalPeriod.Parse("P60D"),
                DecideFrom = PeriodStart.Information,
                Acts =
                [
                    new ApprovalAct.Begun { On = new LocalDate(2026, 1, 2) },
                    new ApprovalAct.Annulled { On = new LocalDate(2026, 1, 3), Body = "Upper", Tally = new Tally(60, 21) },
                ],
            },
            new ParliamentaryApproval
            {
                Id = "overridden",
                Nation = new NationCode("FR"),
                Procedure = ApprovalProcedure.PriorApproval,
                Decisions = [new Decision { Body = "Lower", Override = new VotingRule(VoteComparison.AtLeast, 3, 5, VoteBase.Members) }, new Decision { Body = "Upper" }],
                Acts =
                [
                    new ApprovalAct.Submitted { On = new LocalDate(2026, 1, 2) },
                    new ApprovalAct.Rejected { On = new LocalDate(2026, 1, 3), Body = "Upper" },
                    new ApprovalAct.Rejected { On = new LocalDate(2026, 1, 4), Body = "Lower", Overrides = true },
                    new ApprovalAct.Submitted { On = new LocalDate(2026, 1, 5) },
                    new ApprovalAct.Rejected { On = new LocalDate(2026, 1, 6), Body = "Upper" },
                    new ApprovalAct.Approved { On = new LocalDate(2026, 1, 7), Body = "Lower", Overrides = true },
                ],
            },
        ],
        Pledges =
        [
            .. Enum.GetValues<PledgeStage>().Select(s => new Pledge { Id = $"stage-{(int)s}", Nation = new NationCode("FR"), Support = "training", Stage = s }),
            .. Enum.GetValues<Zone>().Select(z => new Pledge { Id = $"zone-{(int)z}", Nation = new NationCode("FR"), Support = "air", Stage = PledgeStage.Firm, Zone = z, Host = new NationCode("UA") }),
            new Pledge
            {
                Id = "fr-land",
                Nation = new NationCode("FR"),
                Support = "land",
                Stage = PledgeStage.Floated,
                Stages =
                [
                    new StageChange { On = new LocalDate(2026, 1, 3), Stage = PledgeStage.Declared, Published = new PublicationDate(new LocalDate(2026, 1, 4)), Source = "fact", Note = "Note" },
                    new StageChange { On = new LocalDate(2027, 1, 3), Stage = PledgeStage.Firm, Assumed = true },
                ],
                Unit = Unit.Brigades,
                Claims =
                [
                    new Claim(0, long.MaxValue) { Published = new PublicationDate(new YearMonth(2026, 1)), Source = "fact", Note = "Note" },
                    new Claim(1, null), new Claim(null, 2), new Claim(null, null),
                ],
                Rotation = new Share(2, 5),
                From = new LocalDate(1, 1, 1),
                Until = new LocalDate(9999, 12, 31),
                Readiness = new Readiness { Notice = new PeriodBuilder { Years = 1, Months = 2, Weeks = 3, Days = 40 }.Build(), From = "ceasefire" },
                Zone = Zone.Rear,
                Host = new NationCode("UA"),
                Needs = ["prior", "commitment", "consent", "none"],
                Condition = Requirement(),
                Source = "fact",
                Note = "Note",
            },
            new Pledge { Id = "money", Nation = new NationCode("FR"), Support = "weapons", Unit = new Unit("SEK"), Stage = PledgeStage.Firm, Readiness = new Readiness { Notice = Period.Zero, From = "backstop" } },
        ],
        Guarantees =
        [
            .. Enum.GetValues<GuaranteePillar>().Select(p => new Guarantee
            {
                Id = $"pillar-{(int)p}",
                Pillar = p,
                Beneficiary = new NationCode("UA"),
                Standards = [new SufficiencyStandard { Id = "only", Requires = new Requirement.Always() }],
            }),
            new Guarantee
            {
                Id = "force",
                Title = "Title",
                Pillar = GuaranteePillar.MultinationalForce,
                Beneficiary = new NationCode("UA"),
                Trigger = "ceasefire",
                From = new LocalDate(2026, 1, 1),
                Until = new LocalDate(2026, 12, 31),
                Standards =
                [
                    new SufficiencyStandard { Id = "one", Title = "Title", Source = "fact", Requires = Requirement(), Note = "Note" },
                    new SufficiencyStandard { Id = "two", Requires = new Requirement.Contributors(PledgeFilter.All, 0) },
                ],
                Source = "fact",
                Note = "Note",
            },
        ],
    };

    private static CircumstanceEvent Event(CircumstanceChange change, int day) => new() { On = new LocalDate(2026, 1, day), Change = change };

    private static Mandate Mandate() => new()
    {
        From = new LocalDate(2026, 1, 4),
        Until = new LocalDate(2026, 12, 31),
        ExtendableUntil = new LocalDate(2027, 6, 30),
        ExcludesReliefOverlap = true,
        Ceilings = [new Ceiling(null, long.MaxValue), new Ceiling("air", 0)],
        Zones = [.. Enum.GetValues<Zone>()],
        Support = ["land", "air", "type-0"],
        Caveats = ["One", "Two"],
        Condition = Requirement(),
    };

    private static Requirement.AllOf Requirement() => new(
        new Requirement.Always(),
        new Requirement.Holds("ceasefire"),
        new Requirement.Total(PledgeFilter.ForSupport("air"), 5, 3),
        new Requirement.Total(new PledgeFilter { Support = ["land"], LeastStage = PledgeStage.Deployed }, long.MaxValue, 0, Unit.Brigades),
        new Requirement.Total(PledgeFilter.ForSupport("land"), 1, 2, Unit.Brigades, sustained: true),
        new Requirement.Contributors(
            new PledgeFilter
            {
                Support = ["land", "air"],
                Families = [.. Enum.GetValues<SupportFamily>()],
                Nations = [new NationCode("FR"), new NationCode("UA")],
                Roles = [.. Enum.GetValues<NationRole>()],
                Zones = [.. Enum.GetValues<Zone>()],
                Pledges = ["fr-land", "money"],
                LeastStage = PledgeStage.Floated,
            },
            2),
        new Requirement.Contributes(new NationCode("FR"), PledgeFilter.All),
        new Requirement.Contributes(new NationCode("FR"), PledgeFilter.ForSupport("air")),
        new Requirement.AnyOf(new Requirement.Met("pillar-0"), new Requirement.Met("force", "two")),
        new Requirement.AtLeast(1, new Requirement.Always(), new Requirement.AllOf(new Requirement.Always())));
}
