using Coalition;

namespace ParisSummit.Picture;

/// <summary>One nation: what its law asks for, then what is on record.</summary>
internal static class NationPicture
{
    internal static void Draw(Page page, NationOnRecord nation)
    {
        page.Line(0, new Span($"{nation.Name} ({nation.Code}): what its law asks for, and what is on record", Page.Bold));
        page.Line(0, new Span(nation.Report.Model.Draft.Title ?? "A coalition", Page.Faint));
        Headline.Asked(page, nation.Report);
        LawSection.Draw(page, nation);
        ApprovalsSection.Draw(page, nation);
        page.Blank();
        page.Line(0, new Span("A research aid, not legal advice: whoever acts on it must read the law.", Page.Faint));
    }
}
