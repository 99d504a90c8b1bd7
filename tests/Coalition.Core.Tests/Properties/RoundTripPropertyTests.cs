using System.Globalization;
using System.Text;
using Coalition.Json;
using Coalition.Tests.Generators;

namespace Coalition.Tests.Properties;

/// <summary>Property P9 of DESIGN 3.6.</summary>
public class RoundTripPropertyTests
{
    private static readonly string[] Cultures = ["", "tr-TR", "ar-SA", "de-DE", "fa-IR"];

    [ModelProperty(200)]
    public void P9_AModelWrittenAndReadBack_IsEqual_WhateverTheCulture(ModelSample sample)
    {
        var texts = new List<string>();
        foreach (var culture in Cultures)
        {
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var text = CoalitionJson.Write(sample.Model);
                texts.Add(text + Reports.Evaluate(sample).ToText());

                Assert.Equal(sample.Model, CoalitionJson.Read(text));
                Assert.Equal(sample.Model, CoalitionJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }

        Assert.Single(texts.Distinct());
    }
}
