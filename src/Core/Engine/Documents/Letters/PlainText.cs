using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Clientele.Documents;

/// <summary>Writes parsed Markdown as text that reads well in a mail without formatting.</summary>
internal static class PlainText
{
    /// <summary>Writes the blocks of a letter, an empty line between them.</summary>
    public static string Of(ContainerBlock blocks, DocumentLanguage language) => string.Join('\n', Blocks(blocks, language, loose: true, indented: language.IsChinese));

    /// <summary>Writes the text of a paragraph or a heading.</summary>
    public static string Of(ContainerInline? inlines, DocumentLanguage language)
    {
        var text = new StringBuilder();
        Write(inlines, language, text);
        return text.ToString();
    }

    /// <summary>The number that the first item of an ordered list has.</summary>
    public static int FirstNumber(ListBlock list) => int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;

    /// <summary>The lines of a block that holds none but its own text, such as code.</summary>
    public static IEnumerable<string> LinesOf(LeafBlock block) => block.Lines.ToString().ReplaceLineEndings("\n").Split('\n');

    private static IEnumerable<string> Blocks(ContainerBlock blocks, DocumentLanguage language, bool loose, bool indented)
    {
        var first = true;
        foreach (var block in blocks)
        {
            if (block is LinkReferenceDefinitionGroup)
            {
                continue;
            }

            if (!first && loose)
            {
                yield return "";
            }

            first = false;
            foreach (var line in Block(block, language, indented))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Block(Block block, DocumentLanguage language, bool indented) => block switch
    {
        // A Chinese paragraph begins two characters in.
        ParagraphBlock paragraph => (indented ? "\u3000\u3000" : "", Of(paragraph.Inline, language)) is var (indent, text) ? (indent + text).Split('\n') : [],
        ListBlock list => Items(list, language),
        QuoteBlock quote => Blocks(quote, language, loose: true, indented: false).Select(line => line.Length == 0 ? ">" : "> " + line),
        Table table => TextTable.Lines(table, language),
        ThematicBreakBlock => ["----------"],
        LeafBlock { Inline: { } inlines } => Of(inlines, language).Split('\n'),
        LeafBlock leaf => LinesOf(leaf).Select(line => "    " + line),
        ContainerBlock container => Blocks(container, language, loose: true, indented: false),
        _ => [],
    };

    private static IEnumerable<string> Items(ListBlock list, DocumentLanguage language)
    {
        var number = FirstNumber(list);
        var first = true;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            if (!first && list.IsLoose)
            {
                yield return "";
            }

            first = false;
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            var margin = mark;
            foreach (var line in Blocks(item, language, list.IsLoose, indented: false))
            {
                yield return line.Length == 0 ? line : margin + line;
                margin = new string(' ', mark.Length);
            }
        }
    }

    private static void Write(ContainerInline? inlines, DocumentLanguage language, StringBuilder text)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            if (inline is ContainerInline container)
            {
                Write(container, language, text);
                text.Append(container is LinkInline link ? InlineText.After(link, language) : "");
            }
            else
            {
                text.Append(InlineText.Of(inline, language));
            }
        }
    }
}
