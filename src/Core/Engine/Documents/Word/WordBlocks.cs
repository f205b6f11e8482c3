using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Clientele.Documents;

/// <summary>Turns the blocks of a letter's body into paragraphs and tables of Word.</summary>
/// <remarks>Not thread-safe: it numbers the lists of one document in their order.</remarks>
/// <param name="language">The language of the letter.</param>
/// <param name="styles">The styles.</param>
internal sealed class WordBlocks(DocumentLanguage language, WordStyles styles)
{
    private readonly WordInlines _inlines = new(language);

    /// <summary>The lists met so far.</summary>
    public WordLists Lists { get; } = new(styles);

    /// <summary>The addresses of the links met so far.</summary>
    public IReadOnlyList<string> Links => _inlines.Links;

    /// <summary>The paragraphs and tables of the body.</summary>
    public IEnumerable<OpenXmlElement> Of(ContainerBlock blocks) => Of(blocks, nameof(LetterRole.Body));

    private IEnumerable<OpenXmlElement> Of(ContainerBlock blocks, string style) => blocks.SelectMany(block => Of(block, style));

    private IEnumerable<OpenXmlElement> Of(Block block, string style) => block switch
    {
        LinkReferenceDefinitionGroup => [],
        HeadingBlock heading => [WordText.Paragraph(WordStyles.HeadingOf(heading.Level), [.. _inlines.Of(heading.Inline)])],
        ListBlock list => Items(list, level: 0),
        QuoteBlock quote => Of(quote, "Quote"),
        Markdig.Extensions.Tables.Table table => Table(table),
        ThematicBreakBlock => [WordText.Paragraph("Rule")],
        LeafBlock { Inline: { } inlines } => [WordText.Paragraph(style, [.. _inlines.Of(inlines)])],
        LeafBlock leaf => [WordText.Paragraph("Code", WordText.Run(string.Join('\n', PlainText.LinesOf(leaf))))],
        ContainerBlock container => Of(container, style),
        _ => [],
    };

    // Word's lists have nine levels; what is deeper stays on the last.
    private IEnumerable<OpenXmlElement> Items(ListBlock list, int level)
    {
        var number = Lists.Add(list, level);
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var marked = false;
            foreach (var block in item)
            {
                foreach (var element in block is ListBlock inner ? Items(inner, Math.Min(level + 1, WordLists.Levels - 1)) : Of(block, "ListParagraph"))
                {
                    if (element is Paragraph paragraph && block is not ListBlock)
                    {
                        Place(paragraph.ParagraphProperties!, marked ? null : number, level);
                        marked = true;
                    }

                    yield return element;
                }
            }
        }
    }

    private void Place(ParagraphProperties properties, int? number, int level)
    {
        if (number is { } id)
        {
            properties.AddChild(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = id }));
        }
        else
        {
            properties.AddChild(new Indentation { Left = styles.Indent(level).ToString(CultureInfo.InvariantCulture) });
        }
    }

    private IEnumerable<OpenXmlElement> Table(Markdig.Extensions.Tables.Table source)
    {
        var columns = source.OfType<Markdig.Extensions.Tables.TableRow>().Select(row => row.Count).DefaultIfEmpty(1).Max();
        var table = new DocumentFormat.OpenXml.Wordprocessing.Table(
            new TableProperties(
                new TableStyle { Val = "LetterTable" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true }),
            new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = (WordPage.TextWidth / columns).ToString(CultureInfo.InvariantCulture) })));
        foreach (var row in source.OfType<Markdig.Extensions.Tables.TableRow>())
        {
            table.Append(Row(source, row, columns));
        }

        // A table needs a paragraph after it before the next one, and the signature some air.
        return [table, WordText.Paragraph("TableText")];
    }

    private DocumentFormat.OpenXml.Wordprocessing.TableRow Row(Markdig.Extensions.Tables.Table table, Markdig.Extensions.Tables.TableRow source, int columns)
    {
        var row = new DocumentFormat.OpenXml.Wordprocessing.TableRow();
        row.AddChild(new TableRowProperties(new CantSplit()));
        if (source.IsHeader)
        {
            row.TableRowProperties!.Append(new TableHeader());
        }

        for (var column = 0; column < columns; column++)
        {
            var inlines = column < source.Count && source[column] is Markdig.Extensions.Tables.TableCell cell ? cell.OfType<LeafBlock>().SelectMany(block => _inlines.Of(block.Inline)) : [];
            var paragraph = WordText.Paragraph("TableText", [.. inlines]);
            if (column < table.ColumnDefinitions.Count && Alignment(table.ColumnDefinitions[column].Alignment) is { } alignment)
            {
                paragraph.ParagraphProperties!.AddChild(new Justification { Val = alignment });
            }

            row.Append(new DocumentFormat.OpenXml.Wordprocessing.TableCell(paragraph));
        }

        return row;
    }

    private static JustificationValues? Alignment(TableColumnAlign? align) => align switch
    {
        TableColumnAlign.Right => JustificationValues.Right,
        TableColumnAlign.Center => JustificationValues.Center,
        _ => null,
    };
}
