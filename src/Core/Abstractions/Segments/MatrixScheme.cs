namespace Clientele;

/// <summary>A scheme that crosses two measures: value × responsiveness, current value × potential. Two by two by default, any number of levels where there are more cuts.</summary>
/// <remarks>A value at a cut is above it. Every client of the population is in exactly one cell, or in <see cref="InsufficientData"/> when a value is missing.</remarks>
/// <example>
/// <code>
/// new MatrixScheme
/// {
///     Name = "firm.portfolio", Title = new("Portfolio", "客户组合"),
///     Rows = new(new("Value", "价值"), "core.sales_12m", [AxisCut.At(100)]),
///     Columns = new(new("Responsiveness", "反应度"), "firm.responsiveness", [AxisCut.Median]),
///     Cells = [new("ll", …, 0, 0), new("lh", …, 0, 1), new("hl", …, 1, 0), new("hh", …, 1, 1)],
/// }
/// </code>
/// </example>
public sealed record MatrixScheme : Scheme
{
    /// <summary>The segment of clients who lack a value.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>The first measure.</summary>
    public required MatrixAxis Rows { get => field; init => field = Require.Some(value); }

    /// <summary>The second measure.</summary>
    public required MatrixAxis Columns { get => field; init => field = Require.Some(value); }

    /// <summary>One cell for every pair of levels, in the order to show.</summary>
    public required IReadOnlyList<MatrixSegment> Cells
    {
        get => field;
        init
        {
            field = Require.NotEmpty(value);
            Require.That(field.Select(cell => (cell.Row, cell.Column)).Distinct().Count() == field.Count, "A matrix has one cell for every pair of levels.");
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Segment> All => [.. Cells.Select(cell => new Segment(cell.Name, cell.Title)), new(InsufficientData, new("Insufficient data", "数据不足"))];
}

/// <summary>One measure of a matrix, with its cuts.</summary>
/// <param name="Title">What people read.</param>
/// <param name="Value">A numeric rule over measures and attributes, often just a measure's name.</param>
/// <param name="Cuts">Where the levels meet, ascending; one cut makes two levels.</param>
/// <param name="Band">Hysteresis: how far beyond a cut the value must be before a client that is a member already crosses it; 0 for none.</param>
public sealed record MatrixAxis(LocalizedText Title, string Value, IReadOnlyList<AxisCut> Cuts, decimal Band = 0);

/// <summary>Where two levels of an axis meet: at an absolute value, or at a quantile of the population, which moves with it.</summary>
public sealed record AxisCut
{
    private AxisCut(decimal? value, decimal? quantile)
    {
        Value = value;
        Quantile = quantile;
    }

    /// <summary>The absolute value; <see langword="null"/> for a quantile.</summary>
    public decimal? Value { get; }

    /// <summary>The quantile, between 0 and 1; <see langword="null"/> for an absolute value.</summary>
    public decimal? Quantile { get; }

    /// <summary>The median of the population.</summary>
    public static AxisCut Median { get; } = new(null, 0.5m);

    /// <summary>An absolute value.</summary>
    /// <param name="value">The lowest value above the cut.</param>
    /// <returns>The cut.</returns>
    public static AxisCut At(decimal value) => new(value, null);

    /// <summary>A quantile of the population's values, interpolated between neighbours (Hyndman and Fan 1996, type 7).</summary>
    /// <param name="share">The share of clients below it, between 0 and 1.</param>
    /// <returns>The cut.</returns>
    public static AxisCut AtQuantile(decimal share)
    {
        Require.That(share is > 0 and < 1, "A quantile lies between 0 and 1.");
        return new(null, share);
    }
}

/// <summary>A cell of a matrix: a segment.</summary>
/// <param name="Name">The segment's name.</param>
/// <param name="Title">What people read.</param>
/// <param name="Row">The level of the rows: 0 below all cuts.</param>
/// <param name="Column">The level of the columns: 0 below all cuts.</param>
public sealed record MatrixSegment(string Name, LocalizedText Title, int Row, int Column);
