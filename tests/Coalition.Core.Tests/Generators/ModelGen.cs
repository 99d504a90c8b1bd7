using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Tests.Oracle;
using NodaTime;

namespace Coalition.Tests.Generators;

/// <summary>Draws valid models: small, near one fixed day, and so that every rule has something to do.</summary>
internal sealed class ModelGen
{
    /// <summary>The day around which everything happens.</summary>
    internal static readonly LocalDate Anchor = new(2026, 3, 1);

    // A type of the models' own, beside the well-known ones.
    private static readonly SupportType drones =
        new() { Id = "drones", Name = "Drones", Family = SupportFamily.Enablers, Unit = new Unit("drones") };

    private static readonly ImmutableArray<string> codes = ["FR", "GB", "PL", "DE", "UA", "MD"];
    private static readonly ImmutableArray<string> types = ["land", "land", "land", "naval", "naval", "air-defence", "drones", "engineering"];
    private static readonly ImmutableArray<PledgeStage> unfirm = [PledgeStage.Floated, PledgeStage.Declared, PledgeStage.Offered];
    private static readonly ImmutableArray<PledgeStage> firm = [PledgeStage.Firm, PledgeStage.Firm, PledgeStage.Allocated, PledgeStage.Deployed];

    private readonly Draw draw;
    private readonly DateGen dates;
    private readonly RequirementGen requirements;
    private readonly long scale;

    // Whether the model is above all about mandates: firm pledges of personnel under approvals that stand and set ceilings.
    private readonly bool isAboutMandates;
    private readonly ImmutableArray<Nation> nations;
    private readonly ImmutableArray<string> circumstances;
    private readonly ImmutableArray<(string Guarantee, int Standards)> guarantees;
    private readonly ImmutableArray<Pledge> offers;

    private ModelGen(int seed)
    {
        draw = new Draw(seed);
        dates = new DateGen(draw);
        scale = draw.Chance(8) ? 1_000_000_000_000_000_000 : 1;
        isAboutMandates = draw.Chance(35);
        nations = Nations();
        circumstances = [.. Enumerable.Range(1, draw.Weighted(15, 30, 30, 25)).Select(i => $"c{i}")];
        guarantees = [.. Enumerable.Range(1, draw.Int(1, 3)).Select(i => ($"g{i}", draw.Int(1, 2)))];
        var inBrigades = !isAboutMandates && draw.Chance(8);
        offers = [.. Enumerable.Range(1, draw.Weighted(3, 6, 10, 16, 20, 20, 12, 8, 5)).Select(i => Offer($"p{i}", inBrigades))];
        requirements = new RequirementGen(draw, nations, circumstances, guarantees, offers, scale, isAboutMandates);
    }

    /// <summary>The model of a seed. A draft that is refused is drawn again, from the next seed derived from it.</summary>
    internal static CoalitionModel Model(int seed, out int refused)
    {
        for (refused = 0; ; refused++)
        {
            try
            {
                return CoalitionModel.Create(new ModelGen(unchecked(seed + (refused * 7_919))).Draft());
            }
            catch (CoalitionModelException) when (refused < 50)
            {
            }
        }
    }

    /// <summary>A pledge like those of a model, that refers to nothing else than they do.</summary>
    internal static Pledge AnotherPledge(CoalitionModel model, Draw draw)
    {
        var like = model.Pledges.IsEmpty ? null : draw.Pick(model.Pledges);
        var amount = draw.Int(0, 9);
        return new Pledge
        {
            Id = "another",
            Nation = like is not null && draw.Chance(60) ? like.Nation : draw.Pick(model.Nations).Code,
            Support = like?.Support ?? "land",
            Unit = like?.Unit,
            Rotation = draw.Chance(20) ? Rotation(draw) : null,
            Stage = draw.Chance(75) ? draw.Pick(firm) : draw.Pick(unfirm),
            Claims = draw.Chance(85) ? [new Claim(amount, amount + draw.Int(0, 4))] : [],
            Zone = draw.Chance(60) ? like?.Zone : null,
            Host = like?.Host,
            Needs = like is not null && draw.Chance(60) ? like.Needs : [],
            Condition = draw.Chance(40) ? like?.Condition : null,
            Readiness = draw.Chance(20) ? like?.Readiness : null,
        };
    }

    /// <summary>The share of a pool that stands: as planners have it, whole, and one that hardly anything is left by.</summary>
    internal static Share Rotation(Draw draw) =>
        draw.Among(new Share(1, 3), new Share(1, 2), new Share(2, 5), new Share(1, 5), new Share(3, 4), new Share(1, 1), new Share(1, 1_000));

    private CoalitionDraft Draft()
    {
        var count = isAboutMandates ? draw.Int(2, 4) : draw.Weighted(14, 22, 26, 22, 16);
        ImmutableArray<ParliamentaryApproval> approvals = [.. Enumerable.Range(1, count).Select(i => Approval($"a{i}"))];
        var pledges = InCircles([.. offers.Select(p => Complete(p, approvals))]);
        return new CoalitionDraft
        {
            AsOf = dates.AsOf,
            Sources = dates.Sources,
            SupportTypes = [drones],
            Nations = nations,
            Circumstances = [.. circumstances.Select(CircumstanceOf)],
            Approvals = approvals,
            Pledges = pledges,
            Guarantees = draw.Shuffled(guarantees.Select(GuaranteeOf)),
        };
    }

    private ImmutableArray<Nation> Nations()
    {
        var chosen = draw.Shuffled(codes).Take(isAboutMandates ? draw.Int(2, 3) : draw.Int(2, 5)).ToList();
        var hosts = draw.Weighted(isAboutMandates ? 0 : 12, 78, 10);
        return
        [
            .. chosen.Select((code, i) => new Nation
            {
                Code = new NationCode(code),
                Name = code,
                Roles = i < hosts ? draw.Chance(30) ? [NationRole.Host, NationRole.Contributor] : [NationRole.Host]
                    : draw.Chance(20) ? []
                    : draw.Some([NationRole.Contributor, NationRole.Framework, NationRole.BackstopProvider], 2),
            }),
        ];
    }

    // What a pledge is, before what it waits for.
    private Pledge Offer(string id, bool inBrigades)
    {
        var hosts = nations.Where(n => n.Roles.Contains(NationRole.Host)).ToList();
        var support = isAboutMandates ? draw.Among("land", "land", "naval") : draw.Pick(types);
        Zone? zone = draw.Weighted(30, 35, 35) switch
        {
            0 => null,
            1 when hosts.Count > 0 => draw.Among(Zone.LineOfContact, Zone.Forward, Zone.Rear, Zone.HostTerritory),
            _ => draw.Among(Zone.ReachBack, Zone.NeighbouringAlly, Zone.Sea, Zone.Air),
        };
        return new Pledge
        {
            Id = id,
            Nation = draw.Pick(nations).Code,
            Support = support,
            Unit = inBrigades && support == "land" ? Unit.Brigades : null,
            Zone = zone,
            Host = hosts.Count > 1 ? draw.Pick(hosts).Code : null,
            Claims = [.. Enumerable.Range(0, draw.Weighted(12, 58, 22, 8)).Select(_ => ClaimOf())],
            Rotation = draw.Chance(25) ? Rotation(draw) : null,
            Source = draw.Chance(20) ? dates.Cited() : null,
        };
    }

    private Claim ClaimOf()
    {
        long lower = draw.Int(0, 7);
        var upper = Math.Min(9, lower + draw.Weighted(20, 20, 20, 20, 20));
        var ends = draw.Weighted(47, 20, 23, 10);
        return new Claim(ends is 0 or 1 ? lower * scale : null, ends is 0 or 2 ? upper * scale : null)
        {
            Published = draw.Chance(12) ? dates.Published() : null,
            Source = draw.Chance(25) ? dates.Cited() : null,
        };
    }

    private Pledge Complete(Pledge offer, ImmutableArray<ParliamentaryApproval> approvals)
    {
        var (from, until) = dates.Period(8);
        return Staged(offer) with
        {
            From = from,
            Until = until,
            Readiness = !circumstances.IsEmpty && draw.Chance(isAboutMandates ? 4 : 16)
                ? new Readiness { From = draw.Pick(circumstances), Notice = draw.Chance(30) ? Period.FromMonths(1) : Period.FromDays(draw.Int(0, 40)) }
                : null,
            Needs = Needs(offer, approvals),
            Condition = draw.Chance(isAboutMandates ? 12 : 38) ? requirements.Condition(offer) : null,
        };
    }

    private Pledge Staged(Pledge offer)
    {
        PledgeStage Any() => draw.Weighted(isAboutMandates ? 180 : 60, 33, 7) switch
        {
            0 => draw.Pick(firm),
            1 => draw.Pick(unfirm),
            _ => draw.Among(PledgeStage.Declined, PledgeStage.Withdrawn),
        };

        if (draw.Chance(62))
        {
            return offer with { Stage = Any() };
        }

        // A nation rarely goes back on a day on which it went forward.
        var days = Enumerable.Range(0, draw.Int(1, 3)).Select(_ => dates.Past()).Distinct();
        return offer with
        {
            Stage = draw.Chance(40) ? draw.Pick(unfirm) : null,
            Stages = [.. days.Select(day => dates.Date(new StageChange { On = day, Stage = Any() }))],
        };
    }

    private ImmutableArray<string> Needs(Pledge pledge, ImmutableArray<ParliamentaryApproval> approvals)
    {
        var hosts = nations.Where(n => n.Roles.Contains(NationRole.Host)).Select(n => n.Code).ToList();
        var host = pledge.Host ?? (hosts.Count == 1 ? hosts[0] : (NationCode?)null);
        var needs = ImmutableArray.CreateBuilder<string>();
        var (national, byHost) = (0, 0);
        foreach (var approval in approvals)
        {
            var isConsent = approval.Procedure == ApprovalProcedure.HostConsent;
            var hasCeilings = Mandates(approval).Any(m => !m.Ceilings.IsEmpty);
            var isOffered = isConsent ? approval.Nation == host && draw.Chance(55) : approval.Nation == pledge.Nation && draw.Chance(80);
            var isUnitKept = pledge.Unit is null || !Mandates(approval).Any(m => m.Ceilings.Any(c => c.Support == pledge.Support));
            if (isOffered && isUnitKept && !(hasCeilings && (isConsent ? byHost : national) > 0))
            {
                needs.Add(approval.Id);
                byHost += isConsent && hasCeilings ? 1 : 0;
                national += !isConsent && hasCeilings ? 1 : 0;
            }
        }

        return needs.ToImmutable();
    }

    private static IEnumerable<Mandate> Mandates(ParliamentaryApproval approval) => approval.Acts
        .Select(a => a is ApprovalAct.Submitted s ? s.Mandate : a is ApprovalAct.Approved g ? g.Mandate : null).Append(approval.StatutoryMandate).OfType<Mandate>();

    // "We go if you go": random conditions alone would rarely close a circle.
    private ImmutableArray<Pledge> InCircles(ImmutableArray<Pledge> pledges)
    {
        if (pledges.Length < 2 || !draw.Chance(50))
        {
            return pledges;
        }

        var circle = draw.Shuffled(Enumerable.Range(0, pledges.Length)).Take(draw.Int(2, Math.Min(3, pledges.Length))).ToList();
        var changed = pledges.ToBuilder();
        for (var i = 0; i < circle.Count; i++)
        {
            var waiting = changed[circle[i]];
            var wait = requirements.WaitFor(pledges[circle[(i + 1) % circle.Count]]);
            changed[circle[i]] = waiting with
            {
                Condition = waiting.Condition is { } other && draw.Chance(50)
                    ? draw.Chance(70) ? new Requirement.AllOf(wait, other) : new Requirement.AnyOf(wait, other)
                    : wait,
            };
        }

        return changed.ToImmutable();
    }

    private Circumstance CircumstanceOf(string id)
    {
        var chain = draw.Weighted(46, 28, 9, 10, 4, 3) switch
        {
            0 => ImmutableArray<CircumstanceChange>.Empty,
            1 => [CircumstanceChange.Occurred],
            2 => [CircumstanceChange.Occurred, CircumstanceChange.Ended],
            3 => [CircumstanceChange.RuledOut],
            4 => [CircumstanceChange.RuledOut, CircumstanceChange.Occurred],
            _ => [CircumstanceChange.Occurred, CircumstanceChange.Ended, CircumstanceChange.Occurred],
        };
        var days = dates.Chain(chain.Length);
        return new Circumstance
        {
            Id = id,
            Title = id,
            Events = dates.Told(
                [.. chain.Select((c, i) => dates.Date(new CircumstanceEvent { On = days[i], Change = c }))], NaiveRecord.IsFoldable),
        };
    }

    private ParliamentaryApproval Approval(string id)
    {
        var nation = draw.Pick(nations);
        var procedure = ProcedureOf(nation);
        ImmutableArray<string> bodies = [.. new[] { "Lower House", "Upper House", "President" }.Take(draw.Weighted(40, 28, 24, 8))];
        var combination = bodies.Length > 1 && draw.Chance(25) ? DecisionCombination.JointSitting
            : procedure == ApprovalProcedure.ExPostApproval && draw.Chance(50) ? DecisionCombination.AnyMayAnnul
            : DecisionCombination.EachConsents;
        var rule = draw.Chance(30) ? VotingRule.Parse("more than 1/2 of cast") : null;
        var mayOverride = combination == DecisionCombination.EachConsents && bodies.Length > 1 ? draw.Weighted(25, 50, 25) : 0;
        var approval = new ParliamentaryApproval
        {
            Id = id,
            Nation = nation.Code,
            Procedure = procedure,
            Combination = combination,
            Decisions =
            [
                .. bodies.Select((b, i) => new Decision
                {
                    Body = b,
                    Members = draw.Chance(50) ? 100 : null,
                    Rule = combination == DecisionCombination.JointSitting || draw.Chance(50) ? rule : null,
                    Override = i < mayOverride ? VotingRule.Parse("at least 3/5 of cast") : null,
                }).Select(WithParties),
            ],
            Due = draw.Chance(isAboutMandates ? 8 : 28) ? Anchor.PlusDays(draw.Int(-20, 8)) : null,
        };
        approval = WithPeriods(approval);
        return approval with { Acts = Acts(approval) };
    }

    private Decision WithParties(Decision decision)
    {
        if (decision.Rule is null || draw.Chance(50))
        {
            return decision;
        }

        var (first, second) = (draw.Int(1, 60), draw.Int(1, 30));
        return decision with
        {
            Parties =
            [
                new Party { Name = "Left", Seats = first, Consent = draw.Chance(50) ? draw.Int(0, 100) / 100.0 : null },
                new Party { Name = "Right", Seats = second },
                new Party { Name = "Others", Seats = 100 - first - second },
            ],
        };
    }

    private ApprovalProcedure ProcedureOf(Nation nation) => nation.Roles.Contains(NationRole.Host) && draw.Chance(70) ? ApprovalProcedure.HostConsent
        : draw.Weighted(30, 25, 6, isAboutMandates ? 2 : 7, isAboutMandates ? 2 : 7, isAboutMandates ? 12 : 14, isAboutMandates ? 10 : 20, isAboutMandates ? 1 : 3) switch
        {
            0 => ApprovalProcedure.PriorApproval,
            1 => ApprovalProcedure.CommitmentToVote,
            2 => ApprovalProcedure.NotRequired,
            3 => ApprovalProcedure.InformationOnly,
            4 => ApprovalProcedure.Consultation,
            5 => ApprovalProcedure.TacitApproval,
            6 => ApprovalProcedure.ExPostApproval,
            _ => ApprovalProcedure.Prohibited,
        };

    // The periods of a law, by the calendar or in sitting days, most of them ending near the anchor.
    private ParliamentaryApproval WithPeriods(ParliamentaryApproval approval)
    {
        var (isTacit, isExPost, isInformation) = (
            approval.Procedure == ApprovalProcedure.TacitApproval, approval.Procedure == ApprovalProcedure.ExPostApproval,
            approval.Procedure == ApprovalProcedure.InformationOnly);
        var hasRequests = !isInformation && approval.Procedure is not (ApprovalProcedure.NotRequired or ApprovalProcedure.Consultation or ApprovalProcedure.Prohibited);
        var hasLaw = isInformation || isExPost || approval.Procedure is ApprovalProcedure.NotRequired or ApprovalProcedure.Consultation;
        var decides = isExPost && draw.Chance(75) ? PeriodOf() : null;
        return approval with
        {
            InformFirst = isInformation && draw.Chance(55),
            InformWithin = (isInformation || isExPost) && draw.Chance(55) ? PeriodOf() : null,
            Silence = isTacit || (isExPost && draw.Chance(25)) ? PeriodOf() : null,
            DecideWithin = decides,
            DecideFrom = decides is not null && draw.Chance(40) ? PeriodStart.Information : PeriodStart.Action,
            ProvisionalExtension = hasRequests && draw.Chance(90) ? PeriodOf() : null,
            StatutoryMandate = hasLaw && draw.Chance(60) ? MandateOf(approval) : null,
            SittingDays = [.. Enumerable.Range(0, 90).Where(_ => draw.Chance(35)).Select(i => Anchor.PlusDays(i - 60)).Append(Anchor.PlusDays(40))],
        };
    }

    private LegalPeriod PeriodOf() => draw.Weighted(20, 35, 10, 10, 25) switch
    {
        0 => new LegalPeriod(Period.FromDays(draw.Int(0, 3))),
        1 => new LegalPeriod(Period.FromDays(draw.Int(4, 40))),
        2 => new LegalPeriod(Period.FromWeeks(draw.Int(1, 4))),
        3 => new LegalPeriod(Period.FromMonths(1)),
        _ => new LegalPeriod(draw.Int(1, 9)),
    };

    // A walk through the oracle's own table of states; what would not fold is not added.
    private ImmutableArray<ApprovalAct> Acts(ParliamentaryApproval approval)
    {
        var most = isAboutMandates ? draw.Weighted(5, 5, 50, 25, 10, 5) : draw.Weighted(22, 20, 24, 14, 12, 8);
        var days = dates.Chain(most + (approval.Decisions.Length > 1 && draw.Chance(60) ? 2 : 0));
        var acts = ImmutableArray<ApprovalAct>.Empty;
        foreach (var day in days)
        {
            var act = dates.Date(Act(approval, NaiveApproval.Fold(approval, acts)!, day));

            // As if nothing were assumed, or an assumption that nothing allows would merely be passed over.
            if (NaiveApproval.Fold(approval, acts.Add(act).Select(a => a with { Assumed = false })) is not null)
            {
                acts = acts.Add(act);
            }
        }

        return dates.Told(acts, some => NaiveApproval.Fold(approval, some) is not null);
    }

    private ApprovalAct Act(ParliamentaryApproval approval, NaiveApproval state, LocalDate day)
    {
        ApprovalAct Submitted() => new ApprovalAct.Submitted
        {
            On = day,
            Mandate = !state.Mandates.IsEmpty && draw.Chance(35) ? state.Mandates[0] with { From = null, Until = draw.Chance(50) ? null : Anchor.PlusDays(draw.Int(0, 40)), ExtendableUntil = null }
                : draw.Chance(isAboutMandates ? 95 : 65) ? MandateOf(approval)
                : null,
        };
        ApprovalAct Approved()
        {
            var body = Body(approval, state);
            return new ApprovalAct.Approved
            {
                On = day,
                Body = body,
                Overrides = Overrides(approval, state, body),
                Mandate = draw.Chance(25) ? MandateOf(approval) : null,
                Tally = draw.Chance(20) ? new Tally(60, 30, 5) : null,
            };
        }

        ApprovalAct Rejected()
        {
            var body = Body(approval, state);
            return new ApprovalAct.Rejected { On = day, Body = body, Overrides = Overrides(approval, state, body), Tally = draw.Chance(20) ? new Tally(30, 60) : null };
        }

        ApprovalAct Onwards() => draw.Int(0, 3) switch
        {
            0 => new ApprovalAct.Referred { On = day },
            1 => new ApprovalAct.Scheduled { On = day, VoteOn = draw.Chance(50) ? day.PlusDays(draw.Int(0, 9)) : null },
            2 => new ApprovalAct.Objected { On = day },
            _ => new ApprovalAct.Lapsed { On = day },
        };

        return state.Kind switch
        {
            NaiveApprovalKind.Submitted when approval.Silence is not null && draw.Chance(30) => new ApprovalAct.Objected { On = day },
            NaiveApprovalKind.Submitted when draw.Chance(25) && approval.Decisions.Any(d => d.Override is not null) => Rejected(),
            NaiveApprovalKind.Submitted => draw.Weighted(isAboutMandates ? 270 : 70, 16, 12, 18) switch
            {
                0 => Approved(),
                1 => Rejected(),
                2 => new ApprovalAct.Withdrawn { On = day },
                _ => Onwards(),
            },
            NaiveApprovalKind.Approved => draw.Weighted(65, 25, 10) switch
            {
                0 => Submitted(),
                1 => Extended(state, day),
                _ => new ApprovalAct.Revoked { On = day },
            },
            NaiveApprovalKind.RenewalRequested => draw.Weighted(50, 20, 12, 12, 12, 6) switch
            {
                0 => Approved(),
                1 => Rejected(),
                2 => new ApprovalAct.Withdrawn { On = day },
                3 => new ApprovalAct.Revoked { On = day },
                4 => Onwards(),
                _ => Extended(state, day),
            },
            NaiveApprovalKind.MayAct => draw.Weighted(35, 14, state.AskedOn is null ? 30 : 4, state.AskedOn is null ? 3 : 20, 8, 6, state.Begun is null ? 2 : 40) switch
            {
                0 => new ApprovalAct.Begun { On = day },
                1 => new ApprovalAct.Informed { On = day },
                2 => Submitted(),
                3 => Approved(),
                4 => Rejected(),
                5 => draw.Chance(50) ? new ApprovalAct.Withdrawn { On = day } : Onwards(),
                _ => new ApprovalAct.Annulled { On = day, Body = Body(approval, state) },
            },
            NaiveApprovalKind.Uninformed => draw.Chance(55) ? new ApprovalAct.Begun { On = day } : new ApprovalAct.Informed { On = day },
            NaiveApprovalKind.NotRequired => draw.Chance(50) ? Approved() : Rejected(),
            NaiveApprovalKind.Unheard => new ApprovalAct.Consulted { On = day },
            NaiveApprovalKind.Informed or NaiveApprovalKind.Heard or NaiveApprovalKind.Advised => draw.Weighted(30, 30, 20, 20) switch
            {
                0 => Approved(),
                1 => Rejected(),
                2 => new ApprovalAct.Informed { On = day },
                _ => new ApprovalAct.Consulted { On = day },
            },
            NaiveApprovalKind.Committed or NaiveApprovalKind.Sounding => draw.Chance(72) ? Submitted() : new ApprovalAct.Withdrawn { On = day },
            _ => draw.Weighted(isAboutMandates ? 15 : 45, isAboutMandates ? 75 : 40, 12) switch
            {
                0 => new ApprovalAct.Committed { On = day },
                1 => Submitted(),
                _ => new ApprovalAct.PreConsulted { On = day },
            },
        };
    }

    private ApprovalAct.Extended Extended(NaiveApproval state, LocalDate day) =>
        new() { On = day, Until = LocalDate.Min(state.Mandates[0].ExtendableUntil ?? day.PlusDays(5), (state.Mandates[0].Until ?? day).PlusDays(draw.Int(1, 9))) };

    private static bool Overrides(ParliamentaryApproval approval, NaiveApproval state, string? body) =>
        !state.Refused.IsEmpty && approval.Decisions.Any(d => d.Body == body && d.Override is not null);

    private string? Body(ParliamentaryApproval approval, NaiveApproval state)
    {
        if (approval.Combination == DecisionCombination.JointSitting)
        {
            return null;
        }

        var open = approval.Decisions.Where(d => !state.Refused.Contains(d.Body) && (!state.Consented.Contains(d.Body) || (!state.Refused.IsEmpty && d.Override is not null)))
            .Select(d => d.Body).ToList();
        return open.Count == 0 || (approval.Decisions.Length == 1 && draw.Chance(50)) ? null : draw.Pick(open);
    }

    private Mandate MandateOf(ParliamentaryApproval approval)
    {
        LocalDate? from = draw.Weighted(66, 26, 8) switch
        {
            0 => null,
            1 => dates.AsOf.PlusDays(-draw.Int(0, 40)),
            _ => dates.AsOf.PlusDays(draw.Int(0, 20)),
        };
        LocalDate? until = draw.Weighted(55, 25, 20) switch
        {
            0 => null,
            1 => Anchor.PlusDays(draw.Int(0, 40)),
            _ => Anchor.PlusDays(draw.Int(-12, 0)),
        };
        until = until < from ? from.Value.PlusDays(3) : until;
        var supports = offers.Where(p => p.Unit is null && (approval.Procedure == ApprovalProcedure.HostConsent || p.Nation == approval.Nation))
            .Select(p => p.Support).Distinct().Append("land").ToList();
        var inBrigades = offers.Any(p => p.Unit is not null);
        var ceilings = ImmutableArray.CreateBuilder<Ceiling>();
        if (draw.Chance(isAboutMandates ? 65 : 30))
        {
            ceilings.Add(new Ceiling(null, draw.Int(0, 12) * Math.Min(scale, long.MaxValue / 12)));
        }

        if (draw.Chance(isAboutMandates ? 65 : 30) && !inBrigades)
        {
            ceilings.Add(new Ceiling(draw.Pick(supports), draw.Int(0, 8) * scale));
        }

        return new Mandate
        {
            From = from,
            Until = until,
            ExtendableUntil = draw.Chance(60) ? until?.PlusDays(draw.Int(0, 25)) : null,
            ExcludesReliefOverlap = draw.Chance(10),
            Ceilings = ceilings.ToImmutable(),
            Zones = draw.Chance(isAboutMandates ? 7 : 18)
                ? [.. draw.Some([Zone.Forward, Zone.Rear, Zone.HostTerritory, Zone.NeighbouringAlly, Zone.Sea, Zone.Air, Zone.ReachBack], 6), Zone.LineOfContact]
                : [],
            Support = draw.Chance(isAboutMandates ? 5 : 14) ? [.. draw.Some(supports, 2)] : [],
            Condition = !draw.Chance(isAboutMandates ? 12 : 28) ? null
                : circumstances.IsEmpty || draw.Chance(60) ? requirements.Condition(null)
                : new Requirement.Holds(draw.Pick(circumstances)),
        };
    }

    private Guarantee GuaranteeOf((string Guarantee, int Standards) planned)
    {
        var (id, standards) = planned;
        var (from, until) = dates.Period(10);
        return new Guarantee
        {
            Id = id,
            Pillar = GuaranteePillar.MultinationalForce,
            Beneficiary = draw.Pick(nations).Code,
            Trigger = !circumstances.IsEmpty && draw.Chance(45) ? draw.Pick(circumstances) : null,
            From = from,
            Until = until,
            Standards =
            [
                .. Enumerable.Range(1, standards).Select(i => new SufficiencyStandard { Id = $"s{i}", Requires = requirements.Standard(id, i) }),
            ],
        };
    }
}
