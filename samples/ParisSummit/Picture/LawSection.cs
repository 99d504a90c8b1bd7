using Coalition.Approvals;

namespace ParisSummit.Picture;

/// <summary>What a nation's law answers for the force of the Paris talks, with its grounds.</summary>
internal sealed class LawSection
{
    internal const int LabelWidth = 15;

    private readonly Page page;
    private readonly ApprovalRegime regime;

    private LawSection(Page page, ApprovalRegime regime) => (this.page, this.regime) = (page, regime);

    internal static void Draw(Page page, NationOnRecord nation)
    {
        page.Heading("The law, by the catalogue");
        if (nation.Regime is not { } regime)
        {
            page.Line(0, $"The catalogue does not hold the law of {nation.Name} ({nation.Code}): nothing is said of it here.");
            return;
        }

        page.Line(0, new Span($"Asked for {ParisOperation.InWords}.", Page.Faint));
        page.Blank();
        var (answer, refusal) = ParisOperation.Ask(regime, nation.Report.On);
        var section = new LawSection(page, regime);
        if (answer is null)
        {
            section.Fact("No answer", refusal);
            section.Fact("Legal basis", regime.LegalBasis);
        }
        else
        {
            section.DrawAnswer(answer);
        }

        section.DrawRegime();
    }

    private void DrawAnswer(ProcedureAnswer answer)
    {
        switch (answer)
        {
            case ProcedureAnswer.Applies applies:
                DrawSteps(applies.Steps);
                break;
            case ProcedureAnswer.NotKnown unknown:
                page.Line(0, new Span("Not known", Page.Bold), $" – {unknown.Reason}");
                break;
            case ProcedureAnswer.InputMissing missing:
                page.Line(0, new Span("No answer", Page.Bold), $" – the law turns on what is not stated of the operation: {string.Join(", ", missing.Inputs.Select(i => Words.Plain(i)))}");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        page.Blank();
        if (answer.Rule is { } rule)
        {
            Fact("Rule", $"{rule.Id}: {rule.InWords}", rule.IsInference ? " [inference: read from prose]" : "");
            Fact("", rule.Note);
        }

        Fact("Citation", answer.Citation);
        Fact("Legal basis", regime.LegalBasis == answer.Citation ? null : regime.LegalBasis);
        Fact("Confidence", LawWords.Confidence(answer.Confidence));
        Fact("To verify", answer.Confidence.Verify);
        var label = "Set aside";
        foreach (var aside in answer.SetAside)
        {
            var asks = aside.NotKnown is null ? string.Join(", then ", aside.Steps.Select(s => LawWords.Procedure(s.Procedure))) : "not known";
            Fact(label, $"{aside.Id}: {aside.InWords} – {asks}");
            label = "";
        }

        if (!answer.SetAside.IsEmpty)
        {
            page.Row(0, Column.Fixed(LabelWidth, ""), Column.Rest(new Span("These rules say in words when they apply, which the library cannot check.", Page.Faint)));
        }
    }

    private void DrawSteps(IReadOnlyList<RegimeStep> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var times = string.Join(", ", LawWords.Times(step));
            page.Row(
                0, Column.Fixed(3, new Span($"{Words.Of(i + 1)}.", Page.Bold)),
                Column.Rest(new Span(LawWords.Procedure(step.Procedure), Page.Bold), $" – {LawWords.Meaning(step.Procedure)}"));
            if (times.Length > 0)
            {
                page.Line(3, times);
            }

            DrawBodies(page, 3, step.Bodies, step.Combination);
            if (step.Note is { } note)
            {
                page.Line(3, new Span(note, Page.Faint));
            }
        }
    }

    /// <summary>The bodies that take part, one each line, with the votes that each needs.</summary>
    internal static void DrawBodies(Page page, int indent, IReadOnlyList<Decision> bodies, DecisionCombination combination)
    {
        if (bodies.Count == 0)
        {
            return;
        }

        var width = Math.Min(page.Width / 3, 2 + bodies.Max(b => b.Body.Length));
        foreach (var body in bodies)
        {
            page.Row(indent, Column.Fixed(width, body.Body), Column.Rest(LawWords.Votes(body)));
        }

        if (bodies.Count > 1)
        {
            var all = bodies.Sum(b => (long?)b.Members ?? 0);
            var votes = combination == DecisionCombination.JointSitting && bodies[0].Rule is { } rule && bodies.All(b => b.Members is not null)
                ? $": {LawWords.Votes(rule, (int)all)}" : "";
            page.Line(indent, new Span($"{LawWords.Together(combination)}{votes}", Page.Faint));
        }
    }

    private void DrawRegime()
    {
        Fact("From outside", regime.ExternalMandate);
        Fact("Reading", regime.Reading?.Text, regime.Reading is { } reading ? $" [{reading.Label}]" : "");
    }

    private void Fact(string label, string? text, string aside = "")
    {
        if (text is not null)
        {
            page.Row(0, Column.Fixed(LabelWidth, new Span(label, Page.Faint)), Column.Rest(text, new Span(aside, Page.Faint)));
        }
    }
}
