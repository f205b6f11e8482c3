namespace Clientele.Import;

/// <summary>The first rows of a file, column by column.</summary>
internal sealed class ColumnSample
{
    private const int Size = 1000;

    private readonly List<TableRow> _rows = [];

    public ColumnSample(TableFile table)
    {
        foreach (var row in table.Rows().Take(Size))
        {
            _rows.Add(row);
        }

        Headers = table.Headers;
        Description = table.Description;
    }

    public IReadOnlyList<string> Headers { get; }

    public string Description { get; }

    public IEnumerable<string> Cells(int column) => _rows.Where(row => column < row.Cells.Count).Select(row => row.Cells[column].Trim()).Where(cell => cell.Length > 0);

    public string Example(int column) => Cells(column).FirstOrDefault() ?? "";

    public bool IsUnique(params IReadOnlyList<int> columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return _rows.All(row => seen.Add(string.Join('\u001F', columns.Select(column => column < row.Cells.Count ? row.Cells[column].Trim() : ""))));
    }

    /// <summary>The formats of a column of dates that are not clear by themselves: the order of day and month, where some day above 12 proves it.</summary>
    public IReadOnlyList<string> DateFormats(int column)
    {
        var unclear = Cells(column).Where(cell => !new DateCell([]).TryRead(cell, out _)).ToList();
        string[][] candidates = [["M/d/yyyy", "M/d/yyyy H:mm", "M/d/yyyy H:mm:ss", "M/d/yyyy h:mm:ss tt"], ["d/M/yyyy", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss"], ["d.M.yyyy"], ["d-M-yyyy"], ["M-d-yyyy"]];
        var fitting = candidates.Where(formats => unclear.Count > 0 && unclear.All(cell => new DateCell(formats).TryRead(cell, out _))).ToList();
        return fitting.Count == 1 ? [.. fitting[0].Where(format => unclear.Any(cell => new DateCell([format]).TryRead(cell, out _)))] : [];
    }

    /// <summary>The decimal mark that the amounts themselves prove; unknown when they prove none or both.</summary>
    public DecimalMark Mark(int column)
    {
        var proofs = Cells(column).Select(cell => AmountCell.Proof(CellText.Plain(cell))).Where(mark => mark != DecimalMark.Unknown).Distinct().ToList();
        return proofs.Count == 1 ? proofs[0] : DecimalMark.Unknown;
    }
}
