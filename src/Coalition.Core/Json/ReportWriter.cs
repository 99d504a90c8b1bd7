using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Coalition.Internal;
using Coalition.Sufficiency;

namespace Coalition.Json;

/// <summary>Writes a report as JSON, for other programs. It is written only: to have the report again, evaluate again.</summary>
/// <remarks>Contributions name their pledge by id; how each pledge stands is told once, under <c>pledges</c>.</remarks>
internal sealed class ReportWriter(Utf8JsonWriter json)
{
    internal const string Version = "coalition-report/1";

    private readonly ModelWriter model = new(json);

    internal void Write(SufficiencyReport report)
    {
        json.WriteStartObject();
        json.WriteString("format", Version);
        Text("title", report.Model.Draft.Title);
        json.WriteString("asOf", IsoDate.Format(report.Model.AsOf));
        json.WriteString("on", IsoDate.Format(report.On));
        json.WriteString("knownAsOf", IsoDate.Format(report.KnownAsOf));
        Matters("granted", report.Granted);
        Texts("assumed", report.Assumptions);
        json.WriteStartObject("guarantees");
        foreach (var guarantee in report.Guarantees)
        {
            Write(guarantee);
        }

        json.WriteEndObject();
        json.WriteStartObject("pledges");
        foreach (var pledge in report.Pledges)
        {
            Write(pledge);
        }

        json.WriteEndObject();
        Matters("openMatters", report.OpenMatters);
        json.WriteStartArray("sharedUses");
        foreach (var shared in report.SharedUses)
        {
            json.WriteStartObject();
            Texts("guarantees", shared.Guarantees);
            Text("standard", shared.Standard);
            Texts("pledges", shared.Pledges);
            Texts("approvals", shared.Approvals);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(GuaranteeReport guarantee)
    {
        json.WriteStartObject(guarantee.Guarantee.Id);
        Text("title", guarantee.Guarantee.Title);
        json.WriteString("force", FormatNames.Of(guarantee.Force));
        Text("trigger", guarantee.Guarantee.Trigger);
        Text("triggerState", guarantee.Trigger?.Name);
        json.WriteStartObject("standards");
        foreach (var standard in guarantee.Standards)
        {
            json.WriteStartObject(standard.Standard);
            Text("title", standard.Definition.Title);
            Text("source", standard.Source?.Id);
            Text("verdict", standard.Verdict is { } verdict ? FormatNames.Of(verdict) : null);
            json.WritePropertyName("grounds");
            Write(standard.Grounds);
            Matters("openMatters", standard.OpenMatters);
            Texts("circle", standard.Circle);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("verdict", FormatNames.Of(finding.Verdict));
        if (finding.Parts.IsEmpty)
        {
            model.Requirement("requires", finding.Requirement);
        }

        switch (finding)
        {
            case Finding.Holds holds:
                json.WriteString("state", holds.State.Name);
                break;
            case Finding.Total total:
                Write(total);
                break;
            case Finding.Contributors contributors:
                Texts("secured", Codes(contributors.Secured));
                Texts("reachable", Codes(contributors.Reachable));
                Texts("possible", Codes(contributors.Possible));
                Write(contributors.Contributions, withAmounts: false);
                break;
            case Finding.Contributes contributes:
                Write(contributes.Contributions, withAmounts: false);
                break;
            case Finding.Met met:
                json.WriteString("force", FormatNames.Of(met.Force));
                break;
            default:
                WriteParts(finding);
                break;
        }

        json.WriteEndObject();
    }

    private void WriteParts(Finding finding)
    {
        if (finding.Parts.IsEmpty)
        {
            return;
        }

        var name = "allOf";
        switch (finding)
        {
            case Finding.AnyOf:
                name = "anyOf";
                break;
            case Finding.AtLeast atLeast:
                json.WriteNumber("atLeast", atLeast.Requirement.Count);
                name = "of";
                break;
            default:
                break;
        }

        json.WriteStartArray(name);
        foreach (var part in finding.Parts)
        {
            Write(part);
        }

        json.WriteEndArray();
    }

    private void Write(Finding.Total total)
    {
        json.WriteString("unit", total.Required.Unit.Code);
        Number("required", total.Required.Amount);
        Write("secured", total.Secured);
        Write("reachable", total.Reachable);
        Write("possible", total.Possible);
        if (!total.MissingFigures.IsEmpty)
        {
            json.WriteStartArray("missingFigures");
            foreach (var missing in total.MissingFigures)
            {
                json.WriteStartObject();
                json.WriteString("upTo", FormatNames.Of(missing.UpTo));
                Texts("nations", Codes(missing.Nations));
                Texts("pledges", missing.Pledges);
                Number("together", missing.Together.Amount);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Write(total.Contributions, withAmounts: true);
    }

    private void Write(string name, TotalAmount amount)
    {
        json.WriteStartObject(name);
        Number("counted", amount.Counted.Amount);
        Number("shortfall", amount.Shortfall.Amount);
        if (!amount.Limits.IsEmpty)
        {
            json.WriteStartArray("limits");
            foreach (var limit in amount.Limits)
            {
                json.WriteStartObject();
                json.WriteString("nation", limit.Nation.Value);
                Text("approval", limit.Approval);
                Text("support", limit.Support);
                json.WriteNumber("atMost", limit.AtMost);
                Number("offered", limit.Offered);
                Texts("pledges", limit.Pledges);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Write(ImmutableArray<Contribution> contributions, bool withAmounts)
    {
        json.WriteStartObject("contributions");
        foreach (var contribution in contributions)
        {
            json.WriteStartObject(contribution.Pledge.Pledge.Id);
            json.WriteString("standing", FormatNames.Of(contribution.Standing));
            if (withAmounts && contribution.Pledge.HasFigure)
            {
                json.WriteNumber("secured", contribution.Secured);
                json.WriteNumber("reachable", contribution.Reachable);
                json.WriteNumber("possible", contribution.Possible);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Write(PledgeReport pledge)
    {
        json.WriteStartObject(pledge.Pledge.Id);
        json.WriteString("nation", pledge.Pledge.Nation.Value);
        json.WriteString("support", pledge.Pledge.Support);
        json.WriteString("stage", FormatNames.Of(pledge.Stage));
        json.WriteString("standing", FormatNames.Of(pledge.Standing));
        Text("rotation", pledge.Pledge.Rotation?.ToString());
        if (pledge.HasFigure)
        {
            json.WriteString("unit", pledge.Unit.Code);
            json.WriteNumber("lower", pledge.Lower);
            json.WriteNumber("upper", pledge.Upper);
            if (pledge.Pledge.Rotation is not null)
            {
                json.WriteNumber("sustainedLower", pledge.SustainedLower);
                json.WriteNumber("sustainedUpper", pledge.SustainedUpper);
            }
        }

        json.WriteStartArray("gates");
        foreach (var gate in pledge.Gates)
        {
            json.WriteStartObject();
            json.WriteString("gate", FormatNames.Of(gate.Gate));
            json.WriteString("standing", FormatNames.Of(gate.Standing));
            json.WriteString("ground", gate.Ground);

            // What a condition waits for is told once, by the pledges that it looks at: for each condition anew it could be most of the model.
            if (gate.Gate != Gate.Condition)
            {
                Matters("openMatters", gate.OpenMatters);
            }

            Text("source", gate.Source?.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ImmutableArray<string> Codes(ImmutableArray<NationCode> nations) => [.. nations.Select(n => n.Value)];

    private void Matters(string name, ImmutableArray<OpenMatter> matters) => Texts(name, [.. matters.Select(m => m.ToString())]);

    private void Texts(string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private void Text(string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    // A whole number of up to 128 bits, which the writer has no method for.
    private void Number(string name, Int128 number)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(number.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
    }
}
