namespace Clientele;

/// <summary>How a chart draws the rows of its table.</summary>
public enum ChartKind
{
    /// <summary>Horizontal bars, one a row, for few rows with names.</summary>
    Bars,

    /// <summary>Columns side by side, one a row, for periods.</summary>
    Columns,

    /// <summary>Bars in order of size with the line of their cumulative share.</summary>
    Pareto,

    /// <summary>Lines over the rows, one for each value column.</summary>
    Line,

    /// <summary>Points in a field of two measures, parted by cuts; with a trail from where a point was before.</summary>
    Matrix,

    /// <summary>Rows by value columns, the darker the more.</summary>
    HeatMap,

    /// <summary>Stages, each as long as what reached it.</summary>
    Funnel,

    /// <summary>Axes from one middle, one a row.</summary>
    Radar,
}

/// <summary>A view of a table of the same insight: every mark of the chart is a row, and so can be traced to its clients.</summary>
/// <param name="Kind">How the rows are drawn.</param>
/// <param name="Table">The table's name.</param>
/// <param name="Title">What people read, and a screen reader speaks.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record InsightChart(ChartKind Kind, string Table, LocalizedText Title)
{
    /// <summary>The column that names the marks.</summary>
    public required string Label { get; init; }

    /// <summary>The columns that are drawn: one for most kinds, several for <see cref="ChartKind.Line"/>, <see cref="ChartKind.HeatMap"/> and <see cref="ChartKind.Radar"/>; x and y for <see cref="ChartKind.Matrix"/>, followed by x and y of the earlier day where there is a trail; for <see cref="ChartKind.Pareto"/> the value, followed by its cumulative share of the whole.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>Where lines part the field: the share that is marked in a <see cref="ChartKind.Pareto"/>; the cuts of x of a <see cref="ChartKind.Matrix"/>.</summary>
    public IReadOnlyList<decimal> Cuts { get; init; } = [];

    /// <summary>The cuts of y of a <see cref="ChartKind.Matrix"/>.</summary>
    public IReadOnlyList<decimal> CutsAcross { get; init; } = [];
}
