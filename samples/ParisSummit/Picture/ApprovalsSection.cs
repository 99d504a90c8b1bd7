using System.Collections.Immutable;
using Coalition;
using Coalition.Approvals;
using Coalition.Sufficiency;
using NodaTime;

namespace ParisSummit.Picture;

/// <summary>What a model has on record of a nation's approvals: state, periods, mandate, and the pledges that need them.</summary>
internal sealed class ApprovalsSection
{
    private const int Indent = 3;
    private const int LabelWidth = LawSection.LabelWidth - Indent;

    private readonly Page page;
    private readonly NationOnRecord nation;
    private readonly SufficiencyReport report;

    private ApprovalsSection(Page page, NationOnRecord nation) => (this.page, this.nation, report) = (page, nation, nation.Report);

    internal static void Draw(Page page, NationOnRecord nation)
    {
        page.Heading("On record in the model");
        if (nation.Nation is null)
        {
            page.Line(0, $"The model has no nation {nation.Code}: it holds neither an approval nor a pledge of it.");
            return;
        }

        new ApprovalsSection(page, nation).Draw();
    }

    private void Draw()
    {
        ImmutableArray<ParliamentaryApproval> approvals = [.. nation.Approvals];
        var disagreements = approvals.IsEmpty ? [] : ApprovalRegimes.Catalogue.Disagreements(report.Model);
        if (approvals.IsEmpty)
        {
            page.Line(0, $"No approval of {nation.Name} is on record.");
        }

        foreach (var approval in approvals)
        {
            Draw(approval, [.. disagreements.Where(d => d.Approval == approval.Id)]);
        }

        Draw("Its pledges for which no approval is on record", nation.PledgesWithoutApproval);
        Draw($"Forces on its territory: its consent to them is not on record, so that admission:{nation.Code} is open", nation.AwaitingAdmission);
    }

    private void Draw(ParliamentaryApproval approval, ImmutableArray<RegimeDisagreement> disagreements)
    {
        page.Line(0, new Span(approval.Id, Page.Bold), $" – {LawWords.Procedure(approval.Procedure)}");
        LawSection.DrawBodies(page, Indent, approval.Decisions, approval.Combination);
        DrawLaw(approval, disagreements);
        var state = report.Model.ApprovalState(approval.Id, report.On, report.KnownAsOf);
        var granted = report.Granted.Contains(new OpenMatter(OpenMatterKind.Approval, approval.Id)) ? ", taken as granted" : "";
        Fact("State", new Span(state.InWords, Page.Bold), $" ({Words.Plain(state.Standing)}{granted})");
        foreach (var deadline in report.Model.Deadlines(approval.Id, report.On, report.KnownAsOf))
        {
            Fact("Deadline", Tell(deadline));
        }

        var mandate = report.Model.MandateState(approval.Id, report.On, report.KnownAsOf);
        Fact("Mandate", mandate is null ? ["none was given"] : Tell(mandate));
        if (approval.StatutoryMandate is { } byLaw)
        {
            Fact("By law alone", Limits(byLaw));
        }

        if (approval.Source is { } source)
        {
            Fact("Source", Words.Cite(report.Model.GetSource(source)));
        }

        Fact("Note", approval.Note ?? "");
        ImmutableArray<Span[]> pledges = [.. Told(nation.Needing(approval))];
        Fact("Needed by", pledges.IsEmpty ? ["no pledge on this day"] : pledges[0]);
        foreach (var told in pledges.Skip(1))
        {
            Fact(null, told);
        }
    }

    private void DrawLaw(ParliamentaryApproval approval, ImmutableArray<RegimeDisagreement> disagreements)
    {
        if (approval.Law is not { } law)
        {
            Fact("Law", "cites no rule of the catalogue, so that the two are not compared");
            return;
        }

        var answering = nation.Regime is null ? null : ParisOperation.Ask(nation.Regime, report.On).Answer?.Rule?.Id;
        var which = answering is null || answering == law ? "" : $", another rule than {answering} above";
        Fact("Law", $"cites {law}{which}; {(disagreements.IsEmpty ? "the approval agrees with that rule" : "the approval disagrees with that rule:")}");
        foreach (var disagreement in disagreements)
        {
            Fact(null, $"{Words.Plain(disagreement.Kind)}: found {disagreement.Found}; expected {disagreement.Expected}");
        }
    }

    private void Draw(string title, IEnumerable<PledgeReport> some)
    {
        ImmutableArray<Span[]> pledges = [.. Told(some)];
        if (!pledges.IsEmpty)
        {
            page.Line(0, new Span(title, Page.Bold));
        }

        foreach (var told in pledges)
        {
            page.Line(Indent, told);
        }
    }

    // Pledges that stand alike, for the same reasons, are told together.
    private IEnumerable<Span[]> Told(IEnumerable<PledgeReport> pledges)
    {
        foreach (var alike in pledges.GroupBy(p => (p.Standing, Grounds: string.Join("; ", p.Gates.Select(g => g.Ground)))))
        {
            var isOne = alike.Count() == 1;
            var standing = alike.Key.Standing switch
            {
                Standing.Passed => isOne ? "counts now" : "count now",
                Standing.Locked => isOne ? "waits in a circle" : "wait in a circle",
                Standing.Pending => isOne ? "waits" : "wait",
                _ => isOne ? "does not count" : "do not count",
            };
            yield return
            [
                $"{string.Join(", ", alike.Select(Named))}: {standing}",
                new Span(alike.Key.Grounds.Length == 0 ? "" : $" – {alike.Key.Grounds}", Page.Faint),
            ];
        }
    }

    private string Named(PledgeReport pledge)
    {
        var whose = pledge.Pledge.Nation == nation.Code ? "" : $"{pledge.Pledge.Nation} ";
        var figure = pledge.HasFigure ? $", {Words.Range(pledge)} {Words.Unit(pledge.Unit)}" : "";
        return $"{whose}{pledge.Pledge.Id} ({Words.Plain(pledge.Stage)}{figure})";
    }

    private string Tell(ApprovalDeadline deadline)
    {
        var what = deadline.Kind switch
        {
            DeadlineKind.Decision => "the decision is due",
            DeadlineKind.Information => "parliament must be informed",
            DeadlineKind.Silence => "silence becomes consent",
            DeadlineKind.Consent => "consent to what is under way is due",
            DeadlineKind.ProvisionalExtension => "the provisional extension ends",
            _ => "the mandate ends",
        };
        if (deadline.LastDay is not { } last)
        {
            return $"{what} on a day that is not known: the sitting days on record do not reach so far, or what it runs from has not come";
        }

        var left = Period.DaysBetween(report.On, last);
        return $"{what} on {Words.Of(last)}: "
            + (left switch
            {
                0 => "that day",
                > 0 => $"{Words.Many(left, "day", "days")} left",
                _ => $"{Words.Many(-left, "day", "days")} ago",
            });
    }

    private Span[] Tell(MandateState state)
    {
        var (mandate, when) = state switch
        {
            MandateState.NotBegun notBegun => (null, $" – its first day is {Words.Of(notBegun.From)}"),
            MandateState.Active active => (active.Mandate, ""),
            MandateState.ProvisionallyExtended provisional => (provisional.Mandate, $" until {Words.Of(provisional.Until)}"),
            MandateState.Extended extended => (extended.Mandate, ""),
            MandateState.Amended amended => (amended.Mandate, ""),
            MandateState.Expired expired => (null, $" – its last day was {Words.Of(expired.Until)}"),
            MandateState.Revoked revoked => (null, $" – gone from {Words.Of(revoked.On)} on"),
            MandateState.ConditionFailed failed => (failed.Mandate, ""),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return [new Span(state.Name, Page.Bold), when, mandate is null ? "" : $" – {Limits(mandate)}"];
    }

    private string Limits(Mandate mandate)
    {
        List<string> limits = [];
        var until = mandate.Until is { } last ? $"until {Words.Of(last)}" : "without an end";
        Add(mandate.From is { } from ? $"from {Words.Of(from)} {until}" : until);
        Add(mandate.ExtendableUntil is { } extendable ? $"which the government may extend until {Words.Of(extendable)}" : null);
        foreach (var ceiling in mandate.Ceilings)
        {
            Add($"at most {Words.Of(ceiling.AtMost)} {(ceiling.Support is { } support ? $"of {report.Model.GetSupportType(support).Name}" : "persons in all")}");
        }

        Add(mandate.Support.IsEmpty ? null : $"for: {string.Join(", ", mandate.Support.Select(s => report.Model.GetSupportType(s).Name))}");
        Add(mandate.Zones.IsEmpty ? null : $"zones: {string.Join(", ", mandate.Zones.Select(z => Words.Plain(z)))}");
        Add(mandate.Condition is { } condition ? $"on the condition: {condition}" : null);
        Add(mandate.Caveats.IsEmpty ? null : $"caveats: {string.Join("; ", mandate.Caveats)}");
        return string.Join("; ", limits);

        void Add(string? limit)
        {
            if (limit is not null)
            {
                limits.Add(limit);
            }
        }
    }

    private void Fact(string? label, params Span[] text)
    {
        if (text.Any(t => t.Text.Length > 0))
        {
            page.Row(Indent, Column.Fixed(LabelWidth, new Span(label ?? "", Page.Faint)), Column.Rest(text));
        }
    }
}
