using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Clientele.Documents;

/// <summary>Writes a table as columns of text that line up in a font of fixed width, where a Chinese character is two columns wide.</summary>
internal static class TextTable
{
    public static IEnumerable<string> Lines(Table table, DocumentLanguage language)
    {
        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(cell => Cell(cell, language)).ToArray()).ToList();
        var widths = new int[rows.Count == 0 ? 0 : rows.Max(row => row.Length)];
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                widths[column] = Math.Max(widths[column], Width(row[column]));
            }
        }

        for (var index = 0; index < rows.Count; index++)
        {
            yield return Line(rows[index], widths, table);
            if (table[index] is TableRow { IsHeader: true })
            {
                yield return string.Join("  ", widths.Select(width => new string('-', width)));
            }
        }
    }

    /// <summary>How many columns a text takes in a terminal or a mail program.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(Width);

    private static string Cell(TableCell cell, DocumentLanguage language) =>
        SingleLine.Of(string.Join(' ', cell.OfType<LeafBlock>().Select(block => PlainText.Of(block.Inline, language))));

    private static string Line(string[] cells, int[] widths, Table table)
    {
        var line = new StringBuilder();
        for (var column = 0; column < cells.Length; column++)
        {
            var room = new string(' ', widths[column] - Width(cells[column]));
            var right = column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment == TableColumnAlign.Right;
            line.Append(column == 0 ? "" : "  ").Append(right ? room + cells[column] : cells[column] + room);
        }

        return line.ToString().TrimEnd(' ');
    }

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark or System.Globalization.UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    private static bool IsWide(int value) => value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
