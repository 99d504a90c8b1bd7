using System.Text;
using Coalition.Reporting;
using Microsoft.Net.Http.Headers;
using WhatIf.Models;

namespace WhatIf.Serving;

/// <summary>The style of the report with that of the page, and the script: kept in the program, and served under their names.</summary>
internal static class AssetFiles
{
    internal const string Style = "/what-if.css";
    internal const string Script = "/what-if.js";

    internal static void MapAssets(this IEndpointRouteBuilder routes)
    {
        var program = typeof(AssetFiles).Assembly;
        Serve(Style, "text/css; charset=utf-8", [.. Encoding.UTF8.GetBytes(ReportAssets.Style), .. Read(program, "what-if.css")]);
        Serve(Script, "text/javascript; charset=utf-8", Read(program, "what-if.js"));

        void Serve(string path, string type, byte[] content)
        {
            var tag = new EntityTagHeaderValue($"\"{ModelKey.Of(content)}\"");
            routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], () => TypedResults.Bytes(content, type, entityTag: tag));
        }
    }

    private static byte[] Read(System.Reflection.Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program lacks {name}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
