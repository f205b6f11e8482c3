namespace Clientele.Import;

/// <summary>One row of a table, as the file has it.</summary>
/// <param name="Number">Where it begins: the line of a CSV file, the row of a sheet; both count from 1 and count the header.</param>
/// <param name="Cells">The cells from the left; a short row has fewer than the header.</param>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed record TableRow(long Number, IReadOnlyList<string> Cells)
{
    /// <summary>Which cells are numbers to the spreadsheet program, so that their point is a decimal point; empty when the file holds only text.</summary>
    public IReadOnlySet<int> Exact { get; init; } = NoCells;

    /// <summary>Whether the row begins a quoted cell that never ends.</summary>
    public bool QuoteNeverEnds { get; init; }

    private static IReadOnlySet<int> NoCells { get; } = new HashSet<int>();

    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}
