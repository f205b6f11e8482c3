using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Clientele.Documents;

/// <summary>Writes a rendered letter as a Word document: real styles, letterhead in the header, page numbers in the footer, A4.</summary>
/// <remarks>
/// Thread-safe. The same letter gives the same bytes on every machine: parts in a fixed order, relationships named by what they are, no clock, entries stored without compression.
/// The parts are of one family (transitional WordprocessingML), so Word, WPS and LibreOffice open it without a question.
/// </remarks>
internal sealed class WordLetter
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    // What follows from the language alone, made once.
    private readonly Lazy<(byte[] Styles, byte[] Footer)> _chinese = new(() => Fixed(DocumentLanguage.Chinese));
    private readonly Lazy<(byte[] Styles, byte[] Footer)> _english = new(() => Fixed(DocumentLanguage.English));

    /// <summary>Writes a letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="asOf">Its day, which the document's properties name as the day it was made.</param>
    /// <param name="id">Its id, which the document's properties name.</param>
    /// <returns>The bytes of the file.</returns>
    public byte[] Write(RenderedLetter letter, DateOnly asOf, Guid id)
    {
        var language = DocumentLanguage.Of(letter.Culture);
        var blocks = new WordBlocks(language, new WordStyles(language));
        var (_, markdown) = LetterMarkdown.Blocks(letter.Markdown, language, letter.TemplatePath);
        var body = new Body([.. letter.Form.Parts.SelectMany(part => part.Role == LetterRole.Body ? Together(blocks.Of(markdown)) : [Paragraph(part, letter.Form)]), WordPage.Section("letterhead", "continuation", "footer")]);
        var (styles, footer) = (language.IsChinese ? _chinese : _english).Value;

        using var zip = new StoredZip();
        zip.Add("[Content_Types].xml", Bytes(ContentTypes));
        zip.Add("_rels/.rels", Bytes($"""
            {Head}<Relationships xmlns="{Package}relationships"><Relationship Id="document" Type="{Office}officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="{Package}relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """));
        zip.Add("docProps/core.xml", Bytes(Properties(letter, asOf, id)));
        zip.Add("word/document.xml", Bytes(new Document(body)));
        zip.Add("word/styles.xml", styles);
        zip.Add("word/numbering.xml", Bytes(blocks.Lists.Part()));
        zip.Add("word/settings.xml", Bytes(Settings()));
        zip.Add("word/fontTable.xml", Bytes(WordFonts.Part()));
        zip.Add("word/header1.xml", Bytes(WordPage.Letterhead(letter.Form)));
        zip.Add("word/header2.xml", Bytes(WordPage.Continuation(letter.Form)));
        zip.Add("word/footer1.xml", footer);
        zip.Add("word/_rels/document.xml.rels", Bytes(Relationships(blocks.Links)));
        return zip.ToArray();
    }

    private static (byte[] Styles, byte[] Footer) Fixed(DocumentLanguage language) => (Bytes(new WordStyles(language).Part()), Bytes(WordPage.Footer(language)));

    // A signature never stands alone on a page: the last words go with it.
    private static List<OpenXmlElement> Together(IEnumerable<OpenXmlElement> body)
    {
        var elements = body.ToList();
        if (elements is [.., Paragraph last])
        {
            last.ParagraphProperties!.AddChild(new KeepNext());
        }

        return elements;
    }

    private static Paragraph Paragraph(LetterPart part, LetterForm form)
    {
        var style = part.Role == LetterRole.Subject ? WordStyles.HeadingOf(1) : part.Role.ToString();
        var paragraph = WordText.Paragraph(style, WordText.Run(string.Join('\n', part.Lines)));
        if (part.Role == LetterRole.Seal && form.Seal.Length > 0)
        {
            paragraph.Append(WordText.Run(form.Seal, new RunProperties(new RunStyle { Val = "SealPlace" })));
        }

        return paragraph;
    }

    private static Settings Settings() => new(
        new Zoom { Percent = "100" }, new DefaultTabStop { Val = 480 }, new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });

    private static string Properties(RenderedLetter letter, DateOnly asOf, Guid id)
    {
        var firm = Escaped(letter.Form.Firm);
        var day = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        return $"""
            {Head}<cp:coreProperties xmlns:cp="{Package}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{Escaped(letter.Subject)}</dc:title><dc:creator>{firm}</dc:creator><dc:identifier>{id}</dc:identifier><dc:language>{letter.Culture}</dc:language><cp:lastModifiedBy>{firm}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>
            """;
    }

    private static string Relationships(IReadOnlyList<string> links)
    {
        var text = new StringBuilder(Head).Append($"<Relationships xmlns=\"{Package}relationships\">");
        foreach (var (name, target) in new[] { ("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("fontTable", "fontTable") })
        {
            text.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"{name}\" Type=\"{Office}{name}\" Target=\"{target}.xml\"/>");
        }

        text.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"letterhead\" Type=\"{Office}header\" Target=\"header1.xml\"/><Relationship Id=\"continuation\" Type=\"{Office}header\" Target=\"header2.xml\"/><Relationship Id=\"footer\" Type=\"{Office}footer\" Target=\"footer1.xml\"/>");
        for (var index = 0; index < links.Count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"link{index + 1}\" Type=\"{Office}hyperlink\" Target=\"{Escaped(links[index])}\" TargetMode=\"External\"/>");
        }

        return text.Append("</Relationships>").ToString();
    }

    private static string ContentTypes { get; } = $"""
        {Head}<Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/word/document.xml" ContentType="{Kind}document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Kind}styles+xml"/><Override PartName="/word/numbering.xml" ContentType="{Kind}numbering+xml"/><Override PartName="/word/settings.xml" ContentType="{Kind}settings+xml"/><Override PartName="/word/fontTable.xml" ContentType="{Kind}fontTable+xml"/><Override PartName="/word/header1.xml" ContentType="{Kind}header+xml"/><Override PartName="/word/header2.xml" ContentType="{Kind}header+xml"/><Override PartName="/word/footer1.xml" ContentType="{Kind}footer+xml"/></Types>
        """;

    private static string Escaped(string text) => SecurityElement.Escape(WordText.Clean(text));

    private static byte[] Bytes(OpenXmlElement root) => Bytes(Head + root.OuterXml);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
