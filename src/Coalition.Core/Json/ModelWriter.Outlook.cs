using Coalition.Analysis;

namespace Coalition.Json;

/// <content>Outlooks, a file of their own.</content>
internal sealed partial class ModelWriter
{
    internal void Write(Outlook outlook)
    {
        json.WriteStartObject();
        json.WriteString("format", OutlookFormat.Version);
        Text("note", outlook.Note);
        Entries("sources", outlook.Sources, s => s.Id, WriteSource);
        Items("probabilities", outlook.Estimates, estimate =>
        {
            Text("of", estimate.Of.ToString());
            json.WriteNumber("probability", estimate.Probability);
            Text("given", estimate.Given?.ToString());
            if (estimate.Otherwise is { } otherwise)
            {
                json.WriteNumber("otherwise", otherwise);
            }

            Text("source", estimate.Source);
            Text("note", estimate.Note);
        });
        if (outlook.Remedies is { } menu)
        {
            json.WriteStartObject("remedies");
            Text("unit", menu.Unit.Code);
            json.WriteStartObject("menu");
            foreach (var remedy in menu.Remedies)
            {
                json.WriteStartObject(remedy.Id);
                WriteRemedy(remedy);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteRemedy(Remedy remedy)
    {
        Text("title", remedy.Title);
        Number("cost", remedy.Cost);
        Text("source", remedy.Source);
        switch (remedy)
        {
            case Remedy.FurtherPledge { Pledge: var pledge }:
                json.WriteStartObject("pledge");
                WritePledge(pledge);
                json.WriteEndObject();
                break;
            case Remedy.Grant { Matter: var matter }:
                Text("grant", matter.ToString());
                break;
            case Remedy.Waiver { Pledge: var waived }:
                Text("waive", waived);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
