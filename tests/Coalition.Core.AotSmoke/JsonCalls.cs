using System.Text;
using Coalition.Json;

namespace Coalition.AotSmoke;

/// <summary>The façade: every form of reading and writing.</summary>
internal static class JsonCalls
{
    private static readonly CoalitionLimits Limits = CoalitionLimits.Default;

    internal static void Run(Checks checks)
    {
        Models(checks);
        Outlooks(checks);
        Regimes(checks);
        Refuse(checks);
        checks.List(
            "coalition/1, coalition-outlook/1, coalition-regimes/1",
            [CoalitionJson.Format, CoalitionJson.OutlookFormat, CoalitionJson.RegimesFormat]);
        checks.Equal(true, new[] { CoalitionJson.Schema, CoalitionJson.OutlookSchema, CoalitionJson.RegimesSchema }.All(s => s.StartsWith('{')));
    }

    private static void Models(Checks checks)
    {
        var model = CoalitionModel.Create(Example.Draft);
        var text = CoalitionJson.Write(model);
        var bytes = Encoding.UTF8.GetBytes(text);
        using var written = new MemoryStream();
        CoalitionJson.Write(model, written);

        checks.Equal(text, Encoding.UTF8.GetString(written.ToArray()));
        checks.Equal(true, model.Equals(CoalitionJson.Read(text)));
        checks.Equal(true, model.Equals(CoalitionJson.Read(text, Limits)));
        checks.Equal(true, model.Equals(CoalitionJson.Read(bytes)));
        checks.Equal(true, model.Equals(CoalitionJson.Read(bytes, Limits)));
        checks.Equal(true, model.Equals(CoalitionJson.Read(new MemoryStream(bytes))));
        checks.Equal(true, model.Equals(CoalitionJson.Read(new MemoryStream(bytes), Limits)));
    }

    private static void Outlooks(Checks checks)
    {
        var outlook = CoalitionJson.ReadOutlook(Example.OutlookJson);
        var text = CoalitionJson.Write(outlook);
        var bytes = Encoding.UTF8.GetBytes(text);
        using var written = new MemoryStream();
        CoalitionJson.Write(outlook, written);

        checks.Equal(text, Encoding.UTF8.GetString(written.ToArray()));
        checks.Equal(true, outlook.Equals(CoalitionJson.ReadOutlook(text, Limits)));
        checks.Equal(true, outlook.Equals(CoalitionJson.ReadOutlook(bytes)));
        checks.Equal(true, outlook.Equals(CoalitionJson.ReadOutlook(bytes, Limits)));
        checks.Equal(true, outlook.Equals(CoalitionJson.ReadOutlook(new MemoryStream(bytes))));
        checks.Equal(true, outlook.Equals(CoalitionJson.ReadOutlook(new MemoryStream(bytes), Limits)));
    }

    private static void Regimes(Checks checks)
    {
        var regimes = Approvals.ApprovalRegimes.Catalogue;
        var text = CoalitionJson.Write(regimes);
        var bytes = Encoding.UTF8.GetBytes(text);
        using var written = new MemoryStream();
        CoalitionJson.Write(regimes, written);

        checks.Equal(text, Encoding.UTF8.GetString(written.ToArray()));
        checks.Equal(true, regimes.Equals(CoalitionJson.ReadRegimes(text)));
        checks.Equal(true, regimes.Equals(CoalitionJson.ReadRegimes(text, Limits)));
        checks.Equal(true, regimes.Equals(CoalitionJson.ReadRegimes(bytes)));
        checks.Equal(true, regimes.Equals(CoalitionJson.ReadRegimes(bytes, Limits)));
        checks.Equal(true, regimes.Equals(CoalitionJson.ReadRegimes(new MemoryStream(bytes))));
        checks.Equal(true, regimes.Equals(CoalitionJson.ReadRegimes(new MemoryStream(bytes), Limits)));
    }

    private static void Refuse(Checks checks)
    {
        try
        {
            CoalitionJson.Read("""{ "format": "coalition/1", "asOf": "yesterday" }""");
            checks.Equal("an exception", "none");
        }
        catch (CoalitionModelException exception)
        {
            checks.Equal("$.asOf", exception.Problems[0].Path);
        }
    }
}
