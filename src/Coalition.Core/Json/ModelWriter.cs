using System.Collections.Immutable;
using System.Text.Json;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Json;

/// <summary>Writes a model as a model file: what <see cref="ModelReader"/> reads back as an equal model.</summary>
internal sealed partial class ModelWriter(Utf8JsonWriter json)
{
    internal void Write(CoalitionDraft model)
    {
        json.WriteStartObject();
        json.WriteString("format", ModelFormat.Version);
        Date("asOf", model.AsOf);
        Text("title", model.Title);
        Text("note", model.Note);
        Entries("sources", model.Sources, s => s.Id, WriteSource);
        Entries("supportTypes", model.SupportTypes, s => s.Id, WriteSupportType);
        Entries("nations", model.Nations, n => n.Code.Value, WriteNation);
        Entries("circumstances", model.Circumstances, c => c.Id, WriteCircumstance);
        Entries("approvals", model.Approvals, a => a.Id, WriteApproval);
        Entries("pledges", model.Pledges, p => p.Id, WritePledge);
        Entries("guarantees", model.Guarantees, g => g.Id, WriteGuarantee);
        json.WriteEndObject();
    }

    private void WriteSource(Source source)
    {
        Member("label", source.Label);
        Text("title", source.Title);
        Text("publisher", source.Publisher);
        Text("published", source.Published?.ToString());
        Text("link", source.Link);
        Text("reliability", source.Reliability);
        Text("note", source.Note);
    }

    private void WriteSupportType(SupportType type)
    {
        Text("name", type.Name);
        Member("family", type.Family);
        Text("unit", type.Unit.Code);
    }

    private void WriteNation(Nation nation)
    {
        Text("name", nation.Name);
        Members("roles", nation.Roles);
        if (nation.NuclearArmed)
        {
            json.WriteBoolean("nuclearArmed", true);
        }

        Text("note", nation.Note);
    }

    private void WriteCircumstance(Circumstance circumstance)
    {
        Text("title", circumstance.Title);
        Items("events", circumstance.Events, change =>
        {
            Member("event", change.Change);
            Fact(change);
        });
        Text("source", circumstance.Source);
        Text("note", circumstance.Note);
    }

    private void WritePledge(Pledge pledge)
    {
        Text("nation", pledge.Nation.Value);
        Text("support", pledge.Support);
        Member("stage", pledge.Stage);
        Items("stages", pledge.Stages, change =>
        {
            Member("stage", change.Stage);
            Fact(change);
        });
        Text("unit", pledge.Unit?.Code);
        Items("amount", pledge.Claims, claim =>
        {
            Number("from", claim.Lower);
            Number("to", claim.Upper);
            Text("published", claim.Published?.ToString());
            Text("source", claim.Source);
            Text("note", claim.Note);
        });
        Text("rotation", pledge.Rotation?.ToString());
        Date("from", pledge.From);
        Date("until", pledge.Until);
        if (pledge.Readiness is { } readiness)
        {
            json.WriteStartObject("readiness");
            Text("notice", readiness.Notice.ToString());
            Text("from", readiness.From);
            json.WriteEndObject();
        }

        Member("zone", pledge.Zone);
        Text("host", pledge.Host?.Value);
        Texts("needs", pledge.Needs);
        Requirement("condition", pledge.Condition);
        Text("source", pledge.Source);
        Text("note", pledge.Note);
    }

    private void WriteGuarantee(Guarantee guarantee)
    {
        Text("title", guarantee.Title);
        Member("pillar", guarantee.Pillar);
        Text("beneficiary", guarantee.Beneficiary.Value);
        Text("trigger", guarantee.Trigger);
        Date("from", guarantee.From);
        Date("until", guarantee.Until);
        Entries("standards", guarantee.Standards, s => s.Id, standard =>
        {
            Text("title", standard.Title);
            Text("source", standard.Source);
            Requirement("requires", standard.Requires);
            Text("note", standard.Note);
        });
        Text("source", guarantee.Source);
        Text("note", guarantee.Note);
    }

    private void Fact(DatedFact fact)
    {
        Date("on", fact.On);
        Text("published", fact.Published?.ToString());
        Text("source", fact.Source);
        if (fact.Assumed)
        {
            json.WriteBoolean("assumed", true);
        }

        Text("note", fact.Note);
    }

    private void Entries<T>(string name, ImmutableArray<T> entries, Func<T, string> id, Action<T> write)
    {
        if (entries.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject(id(entry));
            write(entry);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Items<T>(string name, ImmutableArray<T> items, Action<T> write)
    {
        if (items.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Texts(string name, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private void Members<TEnum>(string name, ImmutableArray<TEnum> members)
        where TEnum : struct, Enum => Texts(name, [.. members.Select(m => FormatNames.Of(m))]);

    private void Member<TEnum>(string name, TEnum member)
        where TEnum : struct, Enum => json.WriteString(name, FormatNames.Of(member));

    private void Member<TEnum>(string name, TEnum? member)
        where TEnum : struct, Enum => Text(name, member is { } value ? FormatNames.Of(value) : null);

    private void Text(string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private void Flag(string name, bool isSet)
    {
        if (isSet)
        {
            json.WriteBoolean(name, true);
        }
    }

    private void Date(string name, LocalDate? date) => Text(name, date is { } day ? IsoDate.Format(day) : null);

    private void Number(string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
