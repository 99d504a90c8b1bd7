using System.Diagnostics.CodeAnalysis;
using Coalition;
using NodaTime;
using NodaTime.Text;

namespace ParisSummit;

/// <summary>That a circumstance occurs on a day, assumed by the user.</summary>
internal sealed record Assumption(string Circumstance, LocalDate On)
{
    internal static bool TryParse(string text, [NotNullWhen(true)] out Assumption? assumption)
    {
        assumption = text.Split('=') is [{ Length: > 0 } circumstance, var date] && Days.TryParseDay(date, out var day)
            ? new Assumption(circumstance, day)
            : null;
        return assumption is not null;
    }

    public override string ToString() => $"{Circumstance}={LocalDatePattern.Iso.Format(On)}";
}
