using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Tests.Oracle;
using NodaTime;

namespace Coalition.Tests.Generators;

/// <summary>A model after something was recorded in it.</summary>
internal sealed record Change(string Name, CoalitionModel After);

/// <summary>What may be recorded, sorted by whether it can only help or only harm (properties P1 and P2).</summary>
internal static class Changes
{
    /// <summary>A new pledge, a raised end of a claim, a first figure, a greater share of a pool that stands.</summary>
    internal static IEnumerable<Change> Gains(ModelSample sample)
    {
        var (model, draw) = (sample.Model, sample.Chance());
        var another = ModelGen.AnotherPledge(model, draw);
        if (Attempt($"add {another.Support} of {another.Nation}", () => model.AddPledge(another)) is { } added)
        {
            yield return added;
        }

        var record = new NaiveRecord(model, sample.On, sample.KnownAsOf ?? model.AsOf);
        for (var p = 0; p < model.Pledges.Length; p++)
        {
            var pledge = model.Pledges[p];
            if (pledge.Rotation is { } share)
            {
                var more = draw.Chance(30) ? (Share?)null : new Share(Math.Min(share.Denominator, share.Numerator + 1), share.Denominator);
                yield return new($"rotation of {pledge.Id} to {more}", With(model, p, pledge with { Rotation = more }));
            }

            if (record.Claims[p].IsEmpty)
            {
                var figure = new Claim(draw.Chance(50) ? draw.Int(0, 5) : null, draw.Int(5, 9));
                yield return new($"first figure of {pledge.Id}", model.AddClaim(pledge.Id, figure));
            }

            for (var c = 0; c < pledge.Claims.Length; c++)
            {
                if (pledge.Claims[c].HasFigure)
                {
                    var raised = Raised(pledge.Claims[c], draw);
                    yield return new($"raise {pledge.Id} to {raised.Lower}..{raised.Upper}", With(model, p, pledge with { Claims = pledge.Claims.SetItem(c, raised) }));
                }
            }
        }
    }

    /// <summary>A rejection, a withdrawal, a revocation, a lowered end of a claim, a smaller share of a pool that stands.</summary>
    /// <remarks>
    /// Not an act that keeps silence from becoming consent where something stands already: what is asked for may be narrower than that, and then it is the
    /// consent that harms.
    /// </remarks>
    internal static IEnumerable<Change> Losses(ModelSample sample)
    {
        var (model, draw) = (sample.Model, sample.Chance());
        foreach (var approval in model.Approvals.Where(a => !IsSilenceThatReplaces(a, model.ApprovalState(a.Id, sample.On, sample.KnownAsOf))))
        {
            var body = approval.Decisions.IsEmpty ? null : draw.Pick(approval.Decisions).Body;
            var day = LocalDate.Max(sample.On.PlusDays(-draw.Int(0, 3)), approval.Acts.Select(a => a.On).DefaultIfEmpty(LocalDate.MinIsoValue).Max());
            var assumed = day > model.AsOf || draw.Chance(30);
            ApprovalAct[] acts =
            [
                new ApprovalAct.Rejected { On = day, Assumed = assumed, Body = body },
                new ApprovalAct.Withdrawn { On = day, Assumed = assumed },
                new ApprovalAct.Lapsed { On = day, Assumed = assumed },
                new ApprovalAct.Objected { On = day, Assumed = assumed },
                new ApprovalAct.Annulled { On = day, Assumed = assumed, Body = body },
                new ApprovalAct.Revoked { On = day, Assumed = assumed },
            ];
            foreach (var act in acts)
            {
                if (Attempt($"{act.Name} {approval.Id}", () => model.AddAct(approval.Id, act)) is { } after)
                {
                    yield return after;
                }
            }
        }

        var nation = draw.Pick(model.Nations).Code;
        yield return new($"withdraw {nation}", model.Withdraw(nation, sample.On.PlusDays(-draw.Int(0, 20)), assumed: true));
        for (var p = 0; p < model.Pledges.Length; p++)
        {
            var pledge = model.Pledges[p];
            var gone = new StageChange { On = sample.On, Stage = draw.Among(PledgeStage.Withdrawn, PledgeStage.Declined), Assumed = true };
            if (Attempt($"{gone.Stage} {pledge.Id}", () => model.AddStage(pledge.Id, gone)) is { } after)
            {
                yield return after;
            }

            // Of a pool less stands, whatever share of it did before.
            var less = pledge.Rotation is { } share ? new Share(share.Numerator, Math.Min(1_000, share.Denominator + 1)) : ModelGen.Rotation(draw);
            yield return new($"rotation of {pledge.Id} to {less}", With(model, p, pledge with { Rotation = less }));
            for (var c = 0; c < pledge.Claims.Length; c++)
            {
                if (pledge.Claims[c].HasFigure)
                {
                    var lowered = Lowered(pledge.Claims[c], draw);
                    yield return new($"lower {pledge.Id} to {lowered.Lower}..{lowered.Upper}", With(model, p, pledge with { Claims = pledge.Claims.SetItem(c, lowered) }));
                }
            }
        }
    }

    private static bool IsSilenceThatReplaces(ParliamentaryApproval approval, ParliamentaryApprovalState state) =>
        state is ParliamentaryApprovalState.Approved { IsTacit: true } tacit && (tacit.Mandates.Length > 1 || approval.Procedure == ApprovalProcedure.ExPostApproval);

    private static CoalitionModel With(CoalitionModel model, int position, Pledge pledge) =>
        CoalitionModel.Create(model.Draft with { Pledges = model.Pledges.SetItem(position, pledge) });

    private static Change? Attempt(string name, Func<CoalitionModel> record)
    {
        try
        {
            return new Change(name, record());
        }
        catch (CoalitionModelException)
        {
            return null;
        }
    }

    private static Claim Raised(Claim claim, Draw draw)
    {
        var (lower, upper) = (claim.Lower, claim.Upper);
        var raise = draw.Int(1, 4);
        if (draw.Chance(50))
        {
            lower = upper is null ? Add(lower ?? 0, raise) : Math.Min(Add(lower ?? 0, raise), upper.Value);
        }
        else
        {
            upper = Add(upper ?? lower ?? 0, raise);
        }

        return Same(claim, lower, upper);
    }

    // A figure is lowered, never taken back: with fewer sources the least of them may be greater.
    private static Claim Lowered(Claim claim, Draw draw)
    {
        var (lower, upper) = (claim.Lower, claim.Upper);
        if (lower is null || (upper is not null && draw.Chance(50)))
        {
            upper = Math.Max(lower ?? 0, upper!.Value - draw.Int(1, 4));
        }
        else
        {
            lower = Math.Max(0, lower.Value - draw.Int(1, 4));
        }

        return Same(claim, lower, upper);
    }

    private static long Add(long amount, int more) => amount > long.MaxValue - more ? amount : amount + more;

    private static Claim Same(Claim claim, long? lower, long? upper) => new(lower, upper) { Published = claim.Published, Source = claim.Source };
}
