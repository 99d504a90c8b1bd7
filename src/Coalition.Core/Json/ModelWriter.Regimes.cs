using Coalition.Approvals;

namespace Coalition.Json;

/// <content>Approval regimes, a file of their own.</content>
internal sealed partial class ModelWriter
{
    internal void Write(ApprovalRegimes regimes)
    {
        json.WriteStartObject();
        json.WriteString("format", RegimesFormat.Version);
        Text("note", regimes.Note);
        json.WriteStartObject("regimes");
        foreach (var regime in regimes)
        {
            json.WriteStartObject(regime.Nation.Value);
            WriteRegime(regime);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteRegime(ApprovalRegime regime)
    {
        Text("name", regime.Name);
        Text("kind", regime.Kind);
        Text("legalBasis", regime.LegalBasis);
        Text("threshold", regime.Threshold);
        Text("bindingness", regime.Bindingness);
        Items("chambers", regime.Chambers, chamber =>
        {
            Text("name", chamber.Name);
            Number("seats", chamber.Seats);
            Text("role", chamber.Role);
        });
        Items("actors", regime.Actors, actor =>
        {
            Text("actor", actor.Actor);
            Text("rule", actor.Rule);
        });
        Text("externalMandate", regime.ExternalMandate);
        Text("mandatePractice", regime.MandatePractice);
        Text("revocation", regime.Revocation);
        Items("deadlines", regime.Deadlines, deadline =>
        {
            Text("what", deadline.What);
            Text("period", deadline.Period);
            Text("countedFrom", deadline.CountedFrom);
            Text("unit", deadline.Unit);
            Text("note", deadline.Note);
        });
        Texts("exceptions", regime.Exceptions);
        if (regime.Reading is { } reading)
        {
            json.WriteStartObject("reading");
            Text("label", reading.Label);
            Text("text", reading.Text);
            json.WriteEndObject();
        }

        Texts("sources", regime.Sources);
        Text("sourceKind", regime.SourceKind);
        WriteConfidence(regime.Confidence);
        json.WriteStartObject("rules");
        foreach (var rule in regime.Rules)
        {
            json.WriteStartObject(rule.Id);
            WriteRegimeRule(rule);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteRegimeRule(RegimeRule rule)
    {
        Date("from", rule.From);
        Date("until", rule.Until);
        WritePredicate(rule.When);
        Text("inWords", rule.InWords);
        Text("kind", rule.Kind);
        Flag("inference", rule.IsInference);
        Flag("inWordsOnly", rule.InWordsOnly);
        Texts("exceptionTo", rule.ExceptionTo);
        Items("steps", rule.Steps, WriteStep);
        Text("notKnown", rule.NotKnown);
        Text("citation", rule.Citation);
        WriteConfidence(rule.Confidence);
        Text("note", rule.Note);
    }

    private void WritePredicate(OperationPredicate when)
    {
        if (when == OperationPredicate.Any)
        {
            return;
        }

        json.WriteStartObject("when");
        Members("frames", when.Frames);
        Flag("unMandate", when.UnMandate);
        Flag("treatyBasis", when.TreatyBasis);
        Flag("armed", when.Armed);
        Number("headcountAtLeast", when.HeadcountAtLeast);
        Number("headcountAtMost", when.HeadcountAtMost);
        Flag("urgent", when.Urgent);
        Texts("support", when.Support);
        Members("zones", when.Zones);
        json.WriteEndObject();
    }

    private void WriteStep(RegimeStep step)
    {
        Member("procedure", step.Procedure);
        Items("bodies", step.Bodies, WriteDecision);
        if (step.Combination != default)
        {
            Member("combination", step.Combination);
        }

        Flag("informFirst", step.InformFirst);
        Text("within", step.Within?.ToString());
        if (step.RunsFrom != default)
        {
            Member("runsFrom", step.RunsFrom);
        }

        Text("countedFrom", step.CountedFrom);
        Text("silence", step.Silence?.ToString());
        Text("provisionalExtension", step.ProvisionalExtension?.ToString());
        Number("capHeadcount", step.CapHeadcount);
        Number("capTotal", step.CapTotal);
        Text("capDuration", step.CapDuration?.ToString());
        Text("note", step.Note);
    }

    private void WriteConfidence(RegimeConfidence? confidence)
    {
        if (confidence is null)
        {
            return;
        }

        json.WriteStartObject("confidence");
        Text("basis", confidence.Basis);
        Text("level", confidence.Level);
        Text("verify", confidence.Verify);
        json.WriteEndObject();
    }

    private void Flag(string name, bool? flag)
    {
        if (flag is { } value)
        {
            json.WriteBoolean(name, value);
        }
    }
}
