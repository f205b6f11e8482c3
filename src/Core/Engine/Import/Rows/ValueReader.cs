namespace Clientele.Import;

/// <summary>Computes a text from the columns of a row.</summary>
internal delegate string RowText(SourceRow row);

/// <summary>Decides whether a row meets a rule.</summary>
internal delegate bool RowRule(SourceRow row);

/// <summary>Reads one mapped value from rows.</summary>
/// <param name="place">What the error file calls the place.</param>
/// <param name="column">The column; -1 when it is a constant or an expression.</param>
/// <param name="text">Gives the text.</param>
internal sealed class ValueReader(string place, int column, RowText text)
{
    public string Place => place;

    public string Text(SourceRow row)
    {
        var value = text(row);
        return column < 0 && value.Contains(TextEncoding.Unreadable, StringComparison.Ordinal)
            ? throw new RowRejectedException(Because.Unreadable(place))
            : value;
    }

    /// <summary>The text on one line: names and titles wrapped in a cell are one name.</summary>
    public string Line(SourceRow row)
    {
        var value = Text(row);
        return value.AsSpan().IndexOfAny("\r\n\t") < 0 && !value.Contains("  ", StringComparison.Ordinal)
            ? value
            : string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether the text is a number to the spreadsheet program.</summary>
    public bool IsExact(SourceRow row) => column >= 0 && row.Row.Exact.Contains(column);
}
