using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Clientele.Documents;

/// <summary>The styles of a letter in Word: one for each part of the form, one for each construct of the body.</summary>
/// <remarks>Who wants another look changes a style, not paragraphs. Measures are in twentieths of a point, as Word has them.</remarks>
/// <param name="language">The language of the letter.</param>
internal sealed class WordStyles(DocumentLanguage language)
{
    /// <summary>The Latin font.</summary>
    public const string Latin = "Times New Roman";

    /// <summary>The Chinese font.</summary>
    public const string Chinese = "SimSun";

    private const string Blue = "1F3A5F";
    private const string Grey = "555555";

    // 12 points (小四) in Chinese, 11 in English.
    private int Size => language.IsChinese ? 24 : 22;

    private int Character => Size * 10;

    /// <summary>The part with all styles.</summary>
    public Styles Part() => new(
        Defaults(),
        Paragraphs("Normal", "Normal", "", Lines()),
        Paragraphs("Letterhead", "Letterhead", "Header", Spacing(0, 0), new Bold(), new Color { Val = Blue }, Font(Size * 4 / 3)),
        Paragraphs("LetterheadContact", "Letterhead Contact", "Header", Spacing(0, 200), Rule(new BottomBorder { Val = BorderValues.Single, Size = 10, Space = 6, Color = Blue }), Font(Size * 4 / 5)),
        Paragraphs("Header", "header", "Normal", SingleLines(), new Color { Val = Grey }, Font(Size * 4 / 5)),
        Paragraphs("Footer", "footer", "Normal", SingleLines(), Justified(JustificationValues.Center), new Color { Val = Grey }, Font(Size * 4 / 5)),
        Paragraphs(nameof(LetterRole.Reference), "Reference", "Normal", Justified(language.IsChinese ? JustificationValues.Right : JustificationValues.Left), new Color { Val = "444444" }, Font(Size - 3)),
        Paragraphs(nameof(LetterRole.Date), "Date", "Normal"),
        Paragraphs(nameof(LetterRole.Recipient), "Inside Address", "Normal", language.IsChinese ? Spacing(0, 0) : Spacing(240, 280)),
        Paragraphs(nameof(LetterRole.Salutation), "Salutation", "Normal", Spacing(0, 160)),
        Heading(1), Heading(2), Heading(3),
        Paragraphs(nameof(LetterRole.Body), "Body Text", "Normal", language.IsChinese ? Spacing(0, 60) : null, language.IsChinese ? FirstLine() : null, Justified(language.IsChinese ? JustificationValues.Both : JustificationValues.Left)),
        Paragraphs("ListParagraph", "List Paragraph", "Normal", Spacing(0, 40)),
        Paragraphs("TableText", "Table Text", "Normal", Spacing(20, 20), Font(Size - 2)),
        Paragraphs("Quote", "Quote", "Normal", new Indentation { Left = Text(Character * 2), Right = Text(Character * 2) }),
        Paragraphs("Code", "Code", "Normal", Spacing(0, 120), Typewriter()),
        Paragraphs("Rule", "Horizontal Rule", "Normal", Spacing(0, 120), Rule(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 1, Color = "777777" })),
        Paragraphs(nameof(LetterRole.Enclosures), "Enclosures", "Normal", Spacing(200, 120), language.IsChinese ? new Indentation { Left = Text(Character * 2) } : null),
        Paragraphs(nameof(LetterRole.Wish), "Wish", "Normal", new KeepNext(), Spacing(120, 0), FirstLine()),
        Paragraphs(nameof(LetterRole.Closing), "Closing", "Normal", new KeepNext(), Spacing(language.IsChinese ? 0 : 240, 0)),
        Paragraphs(nameof(LetterRole.Seal), "Seal", "Normal", new KeepNext(), new KeepLines(), Spacing(560, 0), AtTheRight(), Justified(JustificationValues.Center)),
        Paragraphs(nameof(LetterRole.Signature), "Signature", "Normal", new KeepLines(), Spacing(language.IsChinese ? 0 : 640, 0), language.IsChinese ? AtTheRight() : null, language.IsChinese ? Justified(JustificationValues.Center) : null),
        Paragraphs(nameof(LetterRole.Note), "Note", "Normal", Rule(new TopBorder { Val = BorderValues.Single, Size = 4, Space = 6, Color = "AAAAAA" }), Spacing(480, 0), new Color { Val = Grey }, Font(Size * 3 / 4)),
        new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }) { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
        Characters("Hyperlink", "Hyperlink", new Color { Val = "0B4F9E" }, new Underline { Val = UnderlineValues.Single }),
        Characters("SealPlace", "Seal Place", new Color { Val = "888888" }),
        Characters("CodeText", "Code Text", Typewriter()),
        TableNormal(), LetterTable());

    /// <summary>The style of a heading of the body.</summary>
    public static string HeadingOf(int level) => "Heading" + Text(Math.Clamp(level, 1, 3));

    /// <summary>How far a list of a level stands in.</summary>
    public int Indent(int level) => Character * 2 * (level + (language.IsChinese ? 2 : 1));

    /// <summary>The room of a list's mark.</summary>
    public int Hanging => Character * 2;

    private DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Latin, HighAnsi = Latin, EastAsia = Chinese, ComplexScript = Latin },
            Font(Size),
            new FontSizeComplexScript { Val = Text(Size) },
            new Languages { Val = language.IsChinese ? "en-US" : "en-GB", EastAsia = "zh-CN" })),
        new ParagraphPropertiesDefault());

    private Style Heading(int level) => Paragraphs(
        HeadingOf(level), $"heading {level}", "Normal",
        new KeepNext(), new KeepLines(), level == 1 && language.IsChinese ? Spacing(160, 400) : Spacing(120, 160),
        Justified(level == 1 && language.IsChinese ? JustificationValues.Center : JustificationValues.Left), new OutlineLevel { Val = level - 1 },
        new Bold(), Font(level == 1 ? (language.IsChinese ? 32 : 24) : Size));

    private static Style TableNormal() => new(
        new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 },
        new StyleTableProperties(
            new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            new TableCellMarginDefault(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table, StyleId = "TableNormal", Default = true,
    };

    private static Style LetterTable() => new(
        new StyleName { Val = "Letter Table" }, new BasedOn { Val = "TableNormal" },
        new StyleTableProperties(new TableBorders(
            Border(new TopBorder()), Border(new LeftBorder()), Border(new BottomBorder()), Border(new RightBorder()), Border(new InsideHorizontalBorder()), Border(new InsideVerticalBorder()))),
        new TableStyleProperties(
            new RunPropertiesBaseStyle(new Bold()), new TableStyleConditionalFormattingTableCellProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "F0F3F6" })) { Type = TableStyleOverrideValues.FirstRow })
    {
        Type = StyleValues.Table, StyleId = "LetterTable", CustomStyle = true,
    };

    private static T Border<T>(T border)
        where T : BorderType
    {
        border.Val = BorderValues.Single;
        border.Size = 4;
        border.Color = "777777";
        return border;
    }

    // AddChild puts each property where the schema wants it, in whatever order they are named.
    private static Style Paragraphs(string id, string name, string basedOn, params OpenXmlElement?[] properties)
    {
        var (paragraph, run) = (new StyleParagraphProperties(), new StyleRunProperties());
        foreach (var property in properties.OfType<OpenXmlElement>())
        {
            (property is Bold or Color or FontSize or RunFonts ? (OpenXmlCompositeElement)run : paragraph).AddChild(property);
        }

        var style = new Style(new StyleName { Val = name }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
        if (basedOn.Length == 0)
        {
            style.Default = true;
        }
        else
        {
            style.BasedOn = new BasedOn { Val = basedOn };
        }

        return style;
    }

    private static Style Characters(string id, string name, params OpenXmlElement[] properties) =>
        new(new StyleName { Val = name }, new StyleRunProperties(properties)) { Type = StyleValues.Character, StyleId = id };

    private static RunFonts Typewriter() => new() { Ascii = "Courier New", HighAnsi = "Courier New" };

    private static FontSize Font(int halfPoints) => new() { Val = Text(halfPoints) };

    private static SpacingBetweenLines Spacing(int before, int after) => new() { Before = Text(before), After = Text(after) };

    private static Justification Justified(JustificationValues where) => new() { Val = where };

    private static ParagraphBorders Rule(BorderType border) => new(border);

    // Chinese fonts differ much in their own line height, so Chinese lines have a fixed one (20 points), as official letters do.
    private SpacingBetweenLines Lines() => language.IsChinese
        ? new SpacingBetweenLines { After = "120", Line = "400", LineRule = LineSpacingRuleValues.Exact }
        : new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto };

    private static SpacingBetweenLines SingleLines() => new() { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto };

    // Two characters, whatever the size of the font; the measure beside them is for programs that do not count characters.
    private Indentation FirstLine() => new() { FirstLineChars = 200, FirstLine = Text(Character * 2) };

    private static Indentation AtTheRight() => new() { Left = "4100" };

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
