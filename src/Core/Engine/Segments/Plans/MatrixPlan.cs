using System.Globalization;
using Clientele.Measures;

namespace Clientele.Segments;

/// <summary>A matrix of two measures. The decision compares numbers; the rules that explain it say the same in words.</summary>
internal abstract class MatrixPlan : SchemePlan
{
    private readonly MatrixScheme _scheme;
    private readonly MeasurePlan _plan;
    private readonly Dictionary<string, MatrixSegment> _cells;
    private readonly string[,] _names;

    protected MatrixPlan(MatrixScheme scheme, MeasurePlan plan)
        : base(scheme, plan)
    {
        _scheme = scheme;
        _plan = plan;
        Rows = plan.Rule(scheme.Rows.Value, $"{scheme.Name} rows");
        Columns = plan.Rule(scheme.Columns.Value, $"{scheme.Name} columns");
        _cells = scheme.Cells.ToDictionary(cell => cell.Name, StringComparer.Ordinal);
        _names = new string[scheme.Rows.Cuts.Count + 1, scheme.Columns.Cuts.Count + 1];
        foreach (var cell in scheme.Cells)
        {
            _names[cell.Row, cell.Column] = cell.Name;
        }

        RowCuts = Absolute(scheme.Rows);
        ColumnCuts = Absolute(scheme.Columns);
    }

    public BoundRule Rows { get; }

    public BoundRule Columns { get; }

    public MatrixScheme Matrix => _scheme;

    /// <summary>Where the cuts lie; <see langword="null"/> until the population is known.</summary>
    public IReadOnlyList<decimal>? RowCuts { get; private set; }

    public IReadOnlyList<decimal>? ColumnCuts { get; private set; }

    /// <summary>Places the quantile cuts, from the population or from the last run.</summary>
    public void Place(IReadOnlyList<decimal> rows, IReadOnlyList<decimal> columns)
    {
        RowCuts = Placed(_scheme.Rows, rows) ?? Absolute(_scheme.Rows);
        ColumnCuts = Placed(_scheme.Columns, columns) ?? Absolute(_scheme.Columns);
    }

    public override string? Segment(ClientValues values, string? current) =>
        Includes(values) ? Cell(Rows.Value(values).NumberOrNull(), Columns.Value(values).NumberOrNull(), current) : null;

    protected override int SteadyInside(ClientValues values, string? segment) => Math.Min(Rows.Motion(values).StillSteps, Columns.Motion(values).StillSteps);

    public string Cell(decimal? row, decimal? column, string? current)
    {
        if (row is not { } y || column is not { } x || RowCuts is not { } rows || ColumnCuts is not { } columns)
        {
            return MatrixScheme.InsufficientData;
        }

        var at = current is null ? null : _cells.GetValueOrDefault(current);
        return _names[Hysteresis.Level(y, rows, _scheme.Rows.Band, at?.Row), Hysteresis.Level(x, columns, _scheme.Columns.Band, at?.Column)];
    }

    public SortedDictionary<string, string> Reasons(decimal? row, decimal? column, string? current)
    {
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Put(read, _scheme.Rows.Value, row);
        Put(read, _scheme.Columns.Value, column);
        read["row_cuts"] = Text(RowCuts);
        read["column_cuts"] = Text(ColumnCuts);
        if (current is not null && _scheme.Rows.Band + _scheme.Columns.Band > 0)
        {
            read[ScorePlan.PreviousFact] = current;
        }

        return read;
    }

    public override IReadOnlyList<PlannedRule> Rules(string? current)
    {
        var everyoneLeft = new PlannedRule(MatrixScheme.InsufficientData, null);
        if (RowCuts is not { } rows || ColumnCuts is not { } columns)
        {
            return [everyoneLeft];
        }

        var at = current is null ? null : _cells.GetValueOrDefault(current);
        return
        [
            .. _scheme.Cells.Select(cell => new PlannedRule(cell.Name, _plan.Rule($"{Text(_scheme.Rows, rows, cell.Row, at?.Row)} && {Text(_scheme.Columns, columns, cell.Column, at?.Column)}", $"{Name}.{cell.Name}"))),
            everyoneLeft,
        ];
    }

    public static MatrixPlan Of(MatrixScheme scheme, MeasurePlan plan) =>
        Absolute(scheme.Rows) is null || Absolute(scheme.Columns) is null ? new RelativeMatrixPlan(scheme, plan) : new AbsoluteMatrixPlan(scheme, plan);

    // In a population where nobody has the value, its quantiles lie nowhere.
    private static IReadOnlyList<decimal>? Placed(MatrixAxis axis, IReadOnlyList<decimal> cuts) =>
        axis.Cuts[0].Quantile is not null && cuts.Count >= axis.Cuts.Count ? [.. cuts.Take(axis.Cuts.Count)] : null;

    private static decimal[]? Absolute(MatrixAxis axis) => axis.Cuts.All(cut => cut.Value is not null) ? [.. axis.Cuts.Select(cut => cut.Value!.Value)] : null;

    private static string Text(MatrixAxis axis, IReadOnlyList<decimal> cuts, int level, int? current)
    {
        var value = ScorePlan.Operand(axis.Value);
        string Threshold(int index) => ScorePlan.Number(Hysteresis.Threshold(cuts[index], axis.Band, current is not { } at ? 0 : at > index ? 1 : -1));
        return (level, cuts.Count) switch
        {
            (0, _) => $"{value} < {Threshold(0)}",
            var (top, count) when top == count => $"{value} >= {Threshold(top - 1)}",
            _ => $"{value} >= {Threshold(level - 1)} && {value} < {Threshold(level)}",
        };
    }

    private static void Put(SortedDictionary<string, string> read, string name, decimal? value)
    {
        if (value is { } number)
        {
            read[name] = number.ToString("0.############################", CultureInfo.InvariantCulture);
        }
    }

    internal static string Text(IReadOnlyList<decimal>? cuts) =>
        string.Join(';', (cuts ?? []).Select(cut => cut.ToString("0.############################", CultureInfo.InvariantCulture)));
}
