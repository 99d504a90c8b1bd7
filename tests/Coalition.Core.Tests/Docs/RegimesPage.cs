using System.Globalization;
using System.Text;
using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Tests.Docs;

/// <summary>Writes <c>docs/regimes.md</c> from the catalogue.</summary>
internal sealed class RegimesPage
{
    private readonly StringBuilder page = new();
    private readonly Operation operation;
    private readonly LocalDate on;

    private RegimesPage(Operation operation, LocalDate on) => (this.operation, this.on) = (operation, on);

    internal static string Write(ApprovalRegimes regimes, Operation operation, LocalDate on)
    {
        var writer = new RegimesPage(operation, on);
        writer.WriteHead(regimes);
        writer.WriteTable(regimes);
        foreach (var regime in regimes)
        {
            writer.WriteRegime(regime);
        }

        return writer.page.ToString();
    }

    private void WriteHead(ApprovalRegimes regimes) => Lines(
        "# Approval regimes",
        "",
        "This page is generated from the catalogue that the library comes with, `ApprovalRegimes.Catalogue`, and a test keeps it equal. It is **a research aid,",
        "not legal advice**: whoever acts on it must read the law. Where nothing reliable was found, the catalogue says so and does not guess.",
        "",
        "How to read it:",
        "",
        "- The *condition* of a rule, its *kind*, the exceptions, deadlines, sources and confidence are given in the words of the researched facts.",
        "- *Asks* is what the library checks of an operation. Where that was formalised from prose, or the outcome was, the rule is marked **inference**.",
        "- A rule **in words only** asks more than the library can check. It applies where an operation asserts its id, and is otherwise listed as set aside.",
        "  `ApprovalRegimes.ProcedureFor` refuses an id that no rule has; one regime by itself cannot tell it from that of another nation.",
        "- A day from which or until which a rule holds is shown only where the facts state one.",
        "- Seat counts are general knowledge.",
        "",
        "```csharp",
        "Operation force = new()",
        "{",
        "    Frame = OrganisationalFrame.AdHocCoalition, IsArmed = true, Headcount = 1_000, Zone = Zone.Rear, HasUnMandate = false, HasTreatyBasis = false,",
        "    IsUrgent = false,",
        "};",
        "ApprovalRegime sweden = ApprovalRegimes.Catalogue[new NationCode(\"SE\")];",
        "",
        "if (sweden.ProcedureFor(force, on: new LocalDate(2026, 1, 10)) is ProcedureAnswer.Applies answer)",
        "{",
        "    Console.WriteLine($\"{answer.Rule.Id}: {answer.Steps[0].Procedure}, by {answer.Steps[0].Bodies[0].Body} ({answer.Citation})\");",
        "}",
        "",
        "if (sweden.ProcedureFor(new Operation { Frame = OrganisationalFrame.Nato }, on: new LocalDate(2026, 1, 10)) is ProcedureAnswer.InputMissing missing)",
        "{",
        "    Console.WriteLine($\"missing: {string.Join(\", \", missing.Inputs)}\");",
        "}",
        "```",
        "",
        "```text",
        "se-operation: PriorApproval, by Riksdag (Instrument of Government ch. 15 §16)",
        "missing: Headcount, Urgent",
        "```",
        "",
        "A file of your own adds regimes or replaces them by nation: `ApprovalRegimes.Catalogue.With(CoalitionJson.ReadRegimes(text))`. [The model file](format.md#approval-regimes)",
        $"describes its format. The catalogue holds {regimes.Count} states and {regimes.Sum(r => r.Rules.Length)} rules.",
        "");

    private void WriteTable(ApprovalRegimes regimes)
    {
        Lines(
            "## The force of the Paris talks",
            "",
            $"An ad hoc coalition; armed; 1,000 persons; in the rear; no UN mandate, no treaty as its basis, not urgent; on {IsoDate.Format(on)}.",
            "",
            "| State | Answer | Rule | Confidence |",
            "|---|---|---|---|");
        foreach (var regime in regimes)
        {
            var answer = regime.ProcedureFor(operation, on);
            var (what, rule) = answer switch
            {
                ProcedureAnswer.Applies applies => (string.Join("; then ", applies.Steps.Select(RegimeSteps.Describe)), applies.Rule),
                ProcedureAnswer.NotKnown unknown => ($"**not known**: {unknown.Reason}", unknown.Rule),
                _ => throw new InvalidOperationException($"{regime.Nation} gives no answer."),
            };
            var label = rule is { IsInference: true } ? " (inference)" : "";
            Lines($"| [{regime.Name}](#{Anchor(regime)}) | {what} | `{rule?.Id}`{label} | {Words(answer.Confidence)} |");
        }

        Lines("");
    }

    private void WriteRegime(ApprovalRegime regime)
    {
        Lines($"## {regime.Name}", "", $"{regime.LegalBasis}. {Sentence(regime)}", "");
        Bullet("Chambers", regime.Chambers.Select(c => $"{c.Name} ({(c.Seats is { } seats ? $"{seats.ToString(CultureInfo.InvariantCulture)} seats" : "seats not known")}): {c.Role}"));
        Bullet("Others who can stop it", regime.Actors.Select(a => $"{a.Actor}: {a.Rule}"));
        Bullet("Mandate from outside", regime.ExternalMandate);
        Bullet("Mandates in practice", regime.MandatePractice);
        Bullet("Revocation", regime.Revocation);
        Bullet("Deadlines", regime.Deadlines.Select(d =>
            $"{d.What}: {d.Period ?? "no number"}{(d.Unit is null || d.Period is null ? "" : $" ({d.Unit} days)")}, counted from: {d.CountedFrom}{(d.Note is null ? "" : $" ({d.Note})")}"));
        Bullet("Exceptions", regime.Exceptions);
        Bullet($"Reading for the Paris force ({regime.Reading!.Label})", regime.Reading.Text);
        Bullet("Confidence", Words(regime.Confidence));
        Bullet("To verify", regime.Confidence.Verify);
        Bullet($"Sources ({regime.SourceKind})", regime.Sources.Select(s => $"`{s}`"));
        Lines("");
        foreach (var rule in regime.Rules)
        {
            WriteRule(rule);
        }
    }

    private void WriteRule(RegimeRule rule)
    {
        string[] labels = [.. new[] { rule.IsInference ? "inference" : null, rule.InWordsOnly ? "in words only" : null }.OfType<string>()];
        Lines($"**`{rule.Id}`**{(labels.Length == 0 ? "" : $" ({string.Join("; ", labels)})")}: {rule.InWords}", "");
        Bullet("Kind", rule.Kind);
        Bullet("In force", (rule.From, rule.Until) switch
        {
            (null, null) => null,
            ({ } from, null) => $"from {IsoDate.Format(from)}",
            (null, { } until) => $"until {IsoDate.Format(until)}",
            ({ } from, { } until) => $"from {IsoDate.Format(from)} until {IsoDate.Format(until)}",
        });
        Bullet("Asks", Asks(rule.When));
        Bullet("Exception to", rule.ExceptionTo.IsEmpty ? null : string.Join(", ", rule.ExceptionTo.Select(id => $"`{id}`")));
        for (var i = 0; i < rule.Steps.Length; i++)
        {
            var step = rule.Steps[i];
            Bullet(rule.Steps.Length == 1 ? "Step" : $"Step {i + 1}", $"{RegimeSteps.Describe(step)}{(step.Note is null ? "" : $". {step.Note}")}");
        }

        Bullet("Not known", rule.NotKnown);
        Bullet("Citation", rule.Citation);
        Bullet("Note", rule.Note);
        Lines("");
    }

    private static string? Asks(OperationPredicate when)
    {
        List<string> parts = [];
        Add(when.Frames.IsEmpty ? null : $"frame {string.Join(" or ", when.Frames.Select(f => FormatNames.Of(f)))}");
        Add(Either(when.UnMandate, "UN mandate"));
        Add(Either(when.TreatyBasis, "treaty basis"));
        Add(when.Armed switch { true => "armed", false => "unarmed", _ => null });
        Add(when.HeadcountAtLeast is { } least ? $"at least {least.ToString(CultureInfo.InvariantCulture)} persons" : null);
        Add(when.HeadcountAtMost is { } most ? $"at most {most.ToString(CultureInfo.InvariantCulture)} persons" : null);
        Add(when.Urgent switch { true => "urgent", false => "not urgent", _ => null });
        Add(when.Support.IsEmpty ? null : $"support {string.Join(" or ", when.Support)}");
        Add(when.Zones.IsEmpty ? null : $"zone {string.Join(" or ", when.Zones.Select(z => FormatNames.Of(z)))}");
        return parts.Count == 0 ? null : string.Join("; ", parts);

        void Add(string? part)
        {
            if (part is not null)
            {
                parts.Add(part);
            }
        }

        static string? Either(bool? asked, string what) => asked switch { true => what, false => $"no {what}", _ => null };
    }

    private static string Sentence(ApprovalRegime regime) => $"Kind: {regime.Kind}; threshold: {regime.Threshold}; bindingness: {regime.Bindingness}.";

    private static string Words(RegimeConfidence confidence) => $"{confidence.Level} ({confidence.Basis.Replace('_', ' ')})";

    // As renderers make it of a heading.
    private static string Anchor(ApprovalRegime regime) =>
        string.Concat(regime.Name.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-');

    private void Bullet(string name, string? text)
    {
        if (text is not null)
        {
            Lines($"- {name}: {text}");
        }
    }

    private void Bullet(string name, IEnumerable<string> items)
    {
        string[] list = [.. items];
        if (list.Length > 0)
        {
            Lines([$"- {name}:", .. list.Select(i => $"  - {i}")]);
        }
    }

    private void Lines(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            page.Append(line).Append('\n');
        }
    }
}
