using System.Collections.Immutable;
using Coalition.Requirements;

namespace Coalition.Json;

/// <content>The language of "enough".</content>
internal sealed partial class ModelWriter
{
    internal void Requirement(string name, Requirement? requirement)
    {
        if (requirement is not null)
        {
            json.WritePropertyName(name);
            WriteRequirement(requirement);
        }
    }

    private void WriteRequirement(Requirement requirement)
    {
        if (requirement is Requirement.Always)
        {
            json.WriteStringValue("always");
            return;
        }

        json.WriteStartObject();
        switch (requirement)
        {
            case Requirement.Holds holds:
                Text("holds", holds.Circumstance);
                break;
            case Requirement.Total total:
                Filter("total", total.Filter);
                json.WriteNumber("atLeast", total.AtLeast);
                Number("perNationCap", total.PerNationCap);
                Text("unit", total.Unit?.Code);
                if (total.Sustained)
                {
                    json.WriteBoolean("sustained", true);
                }

                break;
            case Requirement.Contributors contributors:
                Filter("contributors", contributors.Filter);
                json.WriteNumber("atLeast", contributors.AtLeast);
                break;
            case Requirement.Contributes contributes:
                Text("contributes", contributes.Nation.Value);
                if (contributes.Filter != PledgeFilter.All)
                {
                    Filter("with", contributes.Filter);
                }

                break;
            case Requirement.Met met:
                Text("met", met.Guarantee);
                Text("standard", met.Standard);
                break;
            case Requirement.AllOf all:
                Parts("allOf", all.Of);
                break;
            case Requirement.AnyOf any:
                Parts("anyOf", any.Of);
                break;
            case Requirement.AtLeast some:
                json.WriteNumber("atLeast", some.Count);
                Parts("of", some.Of);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        json.WriteEndObject();
    }

    private void Parts(string name, ImmutableArray<Requirement> parts)
    {
        json.WriteStartArray(name);
        foreach (var part in parts)
        {
            WriteRequirement(part);
        }

        json.WriteEndArray();
    }

    private void Filter(string name, PledgeFilter filter)
    {
        if (filter.Support.Length == 1 && filter == PledgeFilter.ForSupport(filter.Support[0]))
        {
            json.WriteString(name, filter.Support[0]);
            return;
        }

        json.WriteStartObject(name);
        Texts("support", filter.Support);
        Members("families", filter.Families);
        Texts("nations", [.. filter.Nations.Select(n => n.Value)]);
        Members("roles", filter.Roles);
        Members("zones", filter.Zones);
        Texts("pledges", filter.Pledges);
        Member("leastStage", filter.LeastStage);
        json.WriteEndObject();
    }
}
