namespace Clientele.Analysis.Portfolio;

/// <summary>A cell of a matrix, by its levels on both axes, from 0.</summary>
/// <param name="X">The level on the horizontal axis.</param>
/// <param name="Y">The level on the vertical axis.</param>
public readonly record struct GridCell(int X, int Y);

/// <summary>A client to be placed.</summary>
/// <param name="Id">Who.</param>
/// <param name="X">The value on the horizontal axis; <see langword="null"/> when it is not known.</param>
/// <param name="Y">The value on the vertical axis; <see langword="null"/> when it is not known.</param>
/// <param name="Previous">Where the client stood before; <see langword="null"/> for nowhere.</param>
public sealed record MatrixClient(string Id, double? X, double? Y, GridCell? Previous = null);

/// <summary>A client in the matrix.</summary>
/// <param name="Client">Who, with the values.</param>
/// <param name="Cell">Where, or why nowhere: a value is missing (insufficient data).</param>
public sealed record MatrixPlace(MatrixClient Client, Finding<GridCell> Cell)
{
    /// <summary>Whether the client stood in another cell before.</summary>
    public bool Moved => Cell.IsKnown && Client.Previous is { } previous && previous != Cell.Value;
}

/// <summary>Places clients in a matrix of two axes: every client is in exactly one cell, or in none for a stated reason.</summary>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
public sealed record PortfolioMatrix(Axis X, Axis Y)
{
    /// <summary>Places clients.</summary>
    /// <param name="clients">The clients.</param>
    /// <returns>Their places in the order given, or why the matrix cannot be drawn.</returns>
    public Finding<IReadOnlyList<MatrixPlace>> Place(IReadOnlyList<MatrixClient> clients)
    {
        ArgumentNullException.ThrowIfNull(clients);
        return (X.Check() ?? Y.Check()) is { } reason
            ? Finding.Refused<IReadOnlyList<MatrixPlace>>(reason)
            : Finding.Of<IReadOnlyList<MatrixPlace>>([.. clients.Select(client => new MatrixPlace(client, Cell(client)))]);
    }

    private Finding<GridCell> Cell(MatrixClient client) =>
        client is { X: { } x, Y: { } y } && double.IsFinite(x) && double.IsFinite(y)
            ? Finding.Of(new GridCell(X.Level(x, client.Previous?.X), Y.Level(y, client.Previous?.Y)))
            : Finding.Refused<GridCell>("insufficient_data", new("Insufficient data: a value of the matrix is missing.", "资料不足：缺少矩阵所需的数值。"));
}
