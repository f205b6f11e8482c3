using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Clientele.Documents;

/// <summary>What stands around a letter on each page of Word: A4, the letterhead on the first page, the firm's name on those after it, page numbers below.</summary>
internal static class WordPage
{
    /// <summary>The width between the margins, in twentieths of a point.</summary>
    public const int TextWidth = Width - (2 * Side);

    private const int Width = 11906;
    private const int Height = 16838;
    private const int Side = 1361;

    /// <summary>The header of the first page.</summary>
    public static Header Letterhead(LetterForm form) => new(
        WordText.Paragraph("Letterhead", WordText.Run(form.Firm)),
        WordText.Paragraph("LetterheadContact", WordText.Run(string.Join(" \u00B7 ", form.Contact))));

    /// <summary>The header of the pages after the first.</summary>
    public static Header Continuation(LetterForm form) => new(WordText.Paragraph("LetterheadContact", WordText.Run(form.Firm)));

    /// <summary>The footer with the page's number.</summary>
    public static Footer Footer(DocumentLanguage language) => new(WordText.Paragraph(
        "Footer", WordText.Run(language.Choose("Page ", "第 ")), Field("PAGE"), WordText.Run(language.Choose(" of ", " 页，共 ")), Field("NUMPAGES"), WordText.Run(language.Choose("", " 页"))));

    /// <summary>The page itself.</summary>
    /// <param name="letterhead">The relationship of <see cref="Letterhead"/>.</param>
    /// <param name="continuation">The relationship of <see cref="Continuation"/>.</param>
    /// <param name="footer">The relationship of <see cref="Footer"/>.</param>
    public static SectionProperties Section(string letterhead, string continuation, string footer) => new(
        new HeaderReference { Type = HeaderFooterValues.First, Id = letterhead },
        new HeaderReference { Type = HeaderFooterValues.Default, Id = continuation },
        new FooterReference { Type = HeaderFooterValues.First, Id = footer },
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = Width, Height = Height },
        new PageMargin { Top = 1304, Bottom = 1134, Left = Side, Right = Side, Header = 794, Footer = 567, Gutter = 0 },
        new TitlePage());

    private static SimpleField Field(string name) => new(WordText.Run("1")) { Instruction = name };
}
