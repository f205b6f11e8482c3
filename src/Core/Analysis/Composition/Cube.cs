namespace Clientele.Analysis.Composition;

/// <summary>A row of facts to be grouped.</summary>
/// <param name="Client">Whose facts, so that every cell can be traced to clients.</param>
/// <param name="Dimensions">The values it is grouped by, by dimension; a dimension left out counts as unknown.</param>
/// <param name="Sums">The additive numbers, by name; a number left out counts as nothing.</param>
public sealed record CubeRow(string Client, IReadOnlyDictionary<string, string> Dimensions, IReadOnlyDictionary<string, decimal> Sums);

/// <summary>A cell of a grouping.</summary>
/// <param name="At">The value of each dimension grouped by, in the order asked for; empty for unknown.</param>
/// <param name="Sums">The additive numbers added up.</param>
/// <param name="Clients">The clients in it, each once, by id.</param>
public sealed record CubeCell(IReadOnlyList<string> At, IReadOnlyDictionary<string, decimal> Sums, IReadOnlyList<string> Clients)
{
    /// <summary>A ratio of two numbers of the cell, computed from their sums and never from ratios below.</summary>
    /// <param name="above">The number above the line.</param>
    /// <param name="below">The number below it.</param>
    /// <returns>The ratio, or why there is none: nothing to divide by.</returns>
    public Finding<double> Ratio(string above, string below) =>
        Sums.GetValueOrDefault(below) is > 0 and var divisor
            ? Finding.Of((double)(Sums.GetValueOrDefault(above) / divisor))
            : Finding.Refused<double>(Unusable.NoBase(LocalizedText.Same(below)));
}

/// <summary>Facts that can be filtered, grouped by any dimensions, and drilled into. The sums of any grouping add up to the grand total.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="rows">The facts.</param>
public sealed class Cube(IReadOnlyList<CubeRow> rows)
{
    /// <summary>The facts.</summary>
    public IReadOnlyList<CubeRow> Rows => rows;

    /// <summary>Everything in one cell.</summary>
    public CubeCell Total => Cell([], rows);

    /// <summary>Keeps the rows with a value of a dimension: one step of a drill.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="value">The value; empty for unknown.</param>
    /// <returns>The smaller cube.</returns>
    public Cube Where(string dimension, string value) => new([.. rows.Where(row => row.Dimensions.GetValueOrDefault(dimension, "") == value)]);

    /// <summary>Groups by dimensions.</summary>
    /// <param name="dimensions">The dimensions; with two the result is a cross-table.</param>
    /// <returns>The cells that have rows, in the order of their values.</returns>
    public IReadOnlyList<CubeCell> By(params IReadOnlyList<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        return [.. rows
            .GroupBy(row => dimensions.Select(dimension => row.Dimensions.GetValueOrDefault(dimension, "")).ToArray(), SameValues.Instance)
            .OrderBy(group => group.Key, SameValues.Instance)
            .Select(group => Cell(group.Key, group))];
    }

    private static CubeCell Cell(IReadOnlyList<string> at, IEnumerable<CubeRow> rows)
    {
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var clients = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            clients.Add(row.Client);
            foreach (var (name, value) in row.Sums)
            {
                sums[name] = sums.GetValueOrDefault(name) + value;
            }
        }

        return new CubeCell(at, sums, [.. clients]);
    }

    private sealed class SameValues : IEqualityComparer<string[]>, IComparer<string[]>
    {
        public static readonly SameValues Instance = new();

        public bool Equals(string[]? x, string[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(string[] obj) => obj.Aggregate(0, (hash, value) => HashCode.Combine(hash, value));

        public int Compare(string[]? x, string[]? y) => x!.Zip(y!, string.CompareOrdinal).FirstOrDefault(order => order != 0);
    }
}
