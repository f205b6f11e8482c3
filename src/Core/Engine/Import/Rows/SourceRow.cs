namespace Clientele.Import;

/// <summary>A row as the mapping reads it: the row of the file, or one part of it when cells are split.</summary>
internal sealed class SourceRow(TableRow row, Columns columns)
{
    private int _splitColumn = -1;
    private string _splitText = "";

    public TableRow Row => row;

    public Columns Columns => columns;

    /// <summary>Which part this is, counted from 1.</summary>
    public int Part { get; private init; } = 1;

    /// <summary>How many parts the row has.</summary>
    public int Parts { get; private init; } = 1;

    public bool SharesAmounts { get; private init; }

    /// <summary>The cell of a column without blanks around it.</summary>
    public string Cell(int column)
    {
        if (column >= row.Cells.Count)
        {
            throw new RowRejectedException(Because.CellsMissing(row.Cells.Count, columns.Headers.Count, columns.Headers[column]));
        }

        var cell = column == _splitColumn ? _splitText : row.Cells[column].Trim();
        return cell.Contains(TextEncoding.Unreadable, StringComparison.Ordinal)
            ? throw new RowRejectedException(Because.Unreadable(columns.Headers[column]))
            : cell;
    }

    /// <summary>One row for each part of a cell that has several; the row itself when it has one.</summary>
    public IEnumerable<SourceRow> Split(int column, RowSplit split)
    {
        var parts = Cell(column).Split(split.By, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? [this] : parts.Select((text, index) => new SourceRow(row, columns)
        {
            _splitColumn = column,
            _splitText = text,
            Part = index + 1,
            Parts = parts.Length,
            SharesAmounts = split.ShareAmounts,
        });
    }
}
