using System.Collections.Immutable;
using Coalition.Approvals;
using NodaTime;

namespace ParisSummit.Picture;

/// <summary>What the law of every state of the catalogue asks for: one row each.</summary>
internal sealed class RegimesPicture
{
    private const int Gap = 2;
    private const int NameWidth = 15;
    private const int ConfidenceWidth = 13;
    private const int WideEnough = 96;

    private readonly Page page;
    private readonly LocalDate on;
    private readonly ImmutableArray<(ApprovalRegime Regime, ProcedureAnswer? Answer, string? Refusal)> answers;
    private readonly int ruleWidth;

    private RegimesPicture(Page page, LocalDate on)
    {
        this.page = page;
        this.on = on;
        answers = [.. ApprovalRegimes.Catalogue.Select(regime =>
        {
            var (answer, refusal) = ParisOperation.Ask(regime, on);
            return (regime, answer, refusal);
        })];
        ruleWidth = answers.Max(a => a.Answer?.Rule?.Id.Length ?? 0);
    }

    internal static void Draw(Page page, LocalDate on)
    {
        var picture = new RegimesPicture(page, on);
        picture.DrawHead();
        picture.DrawRows();
    }

    private void DrawHead()
    {
        page.Line(0, new Span("What the law of states asks for before forces go abroad, by the catalogue", Page.Bold));
        page.Line(0, new Span($"On {Words.Of(on)}, for {ParisOperation.InWords}.", Page.Faint));
        page.Line(0, new Span("A research aid, not legal advice: whoever acts on it must read the law.", Page.Faint));
        page.Blank();

        // Of several steps, the first in which a vote binds.
        var kinds = answers.GroupBy(a => a.Answer switch
        {
            ProcedureAnswer.Applies applies => LawWords.Procedure(applies.ToApprovals("x").MaxBy(a => a.Procedure.VoteBinds())!.Procedure),
            ProcedureAnswer.NotKnown => "not known",
            _ => "no answer",
        });
        var counts = string.Join(", ", kinds.OrderByDescending(k => k.Count()).Select(k => $"{k.Key} {Words.Of(k.Count())}"));
        page.Line(0, new Span($"Of {Words.Of(answers.Length)} states: {counts}.", Page.Bold));
        page.Line(0, new Span(
            "[inference]: read from prose. [+1]: a rule besides that says in words when it applies, which the library cannot check. --nation shows one state in full.",
            Page.Faint));
        page.Blank();
    }

    private void DrawRows()
    {
        Row(new Span("state", Page.Faint), [new Span("asks for", Page.Faint)], new Span("rule", Page.Faint), new Span("citation", Page.Faint), new Span("confidence", Page.Faint));
        foreach (var (regime, answer, refusal) in answers)
        {
            var rule = answer?.Rule is { } known ? $"{known.Id}{(known.IsInference ? " [inference]" : "")}" : "–";
            Span[] told = answer is null ? [new Span("no answer", Page.Bold), $": {refusal}"] : [.. Told(answer), SetAside(answer)];
            Row(
                new Span($"{regime.Name} ({regime.Nation})", Page.Bold), told, rule, answer?.Citation ?? regime.LegalBasis,
                LawWords.Confidence(answer?.Confidence ?? regime.Confidence));
        }
    }

    // On a narrow page what the answer rests on stands in one column.
    private void Row(Span name, Span[] answer, Span rule, Span citation, Span confidence)
    {
        var rest = page.Width - NameWidth - Gap;
        var gap = Column.Fixed(Gap, "");
        if (page.Width < WideEnough)
        {
            var basis = new Span($"{rule.Text}; {citation.Text}; {confidence.Text}", rule.Style);
            page.Row(0, Column.Fixed(NameWidth, name), gap, Column.Fixed(Math.Max(10, (rest - Gap) / 2), answer), gap, Column.Rest(basis));
            return;
        }

        var shared = rest - ruleWidth - ConfidenceWidth - (3 * Gap);
        page.Row(
            0, Column.Fixed(NameWidth, name), gap, Column.Fixed(shared * 5 / 9, answer), gap, Column.Fixed(ruleWidth, rule), gap,
            Column.Fixed(shared - (shared * 5 / 9), citation), gap, Column.Fixed(ConfidenceWidth, confidence));
    }

    private static IEnumerable<Span> Told(ProcedureAnswer answer)
    {
        switch (answer)
        {
            case ProcedureAnswer.Applies applies:
                for (var i = 0; i < applies.Steps.Length; i++)
                {
                    // One span up to the next procedure: a line may break between spans, and none is to begin with a comma.
                    var step = applies.Steps[i];
                    var bodies = step.Bodies.IsEmpty ? "" : $", {LawWords.Bodies(step)}";
                    var times = string.Concat(LawWords.Times(step).Select(time => $", {time}"));
                    yield return new Span(LawWords.Procedure(step.Procedure), Page.Bold);
                    yield return $"{bodies}{times}{(i + 1 < applies.Steps.Length ? "; then " : "")}";
                }

                break;
            case ProcedureAnswer.NotKnown unknown:
                yield return new Span("not known", Page.Bold);
                yield return $": {unknown.Reason}";
                break;
            case ProcedureAnswer.InputMissing missing:
                yield return new Span("no answer", Page.Bold);
                yield return $": not stated of the operation: {string.Join(", ", missing.Inputs.Select(i => Words.Plain(i)))}";
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Span SetAside(ProcedureAnswer answer) =>
        answer.SetAside.IsEmpty ? "" : new Span($" [+{Words.Of(answer.SetAside.Length)}]", Page.Faint);
}
