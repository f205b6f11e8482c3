using Clientele.Analysis.Portfolio;
using Clientele.Practices.History;

namespace Clientele.Practices.ClientPortfolio;

/// <summary>Clients in a field of two measures, with where they stood a year before.</summary>
/// <param name="x">The measure across.</param>
/// <param name="y">The measure upwards.</param>
/// <param name="xTitle">What people read for it.</param>
/// <param name="yTitle">What people read for it.</param>
/// <param name="xUnit">What it counts.</param>
/// <param name="yUnit">What it counts.</param>
/// <param name="cells">What to do with the clients of each cell: low and low, low and high, high and low, high and high.</param>
/// <param name="instead">What to draw while fewer than two clients have both measures; a refusal when left out.</param>
internal sealed class PortfolioInsight(string x, string y, LocalizedText xTitle, LocalizedText yTitle, MeasureUnit xUnit, MeasureUnit yUnit, IReadOnlyList<LocalizedText> cells, PortfolioInsight? instead = null) : IInsightComputation
{
    private static readonly NumberSetting Band = new() { Name = "band", Title = new("Hysteresis: the part of a cut by which a client must pass it", "滞后：越过分界须超出的比例"), Default = 0.1m, Most = 1 };
    private static readonly NumberSetting Cut = new() { Name = "cut", Title = new("Quantile at which both measures are cut", "两项指标的分界分位"), Default = 0.5m, Least = 0.01m, Most = 0.99m };

    private readonly LocalizedText _xTitle = xTitle;
    private readonly LocalizedText _yTitle = yTitle;

    private static readonly PortfolioInsight Bought = new(
        "core.sales_12m", "core.touches_12m", new("Sales", "销售额"), new("Touches", "接触次数"), MeasureUnit.Money, MeasureUnit.Count,
        [new("light contact", "一般联系"), new("develop at low cost", "低成本培育"), new("repair the contact", "修复联系"), new("pursue", "重点维护")]);

    public static Insight Insight { get; } = new()
    {
        Name = "core.portfolio_matrix",
        Title = new("Portfolio matrix", "客户组合矩阵"),
        Description = new("Clients by relationship value and responsiveness (while these are known of fewer than two clients: by what they bought and how often they were reached in twelve months), cut at the medians (where half of them share the lowest value, at the next one), with a tenth of hysteresis and the move since a year ago.", "按关系价值与反应度划分客户（两项均已知的客户不足两家时，改按近12个月销售额与接触次数），以中位数为界（半数客户同为最低值时取次低值，含一成滞后），并显示一年来的移动。"),
        Source = "Buttle 2004",
        Reads = ["core.relationship_value", "core.responsiveness", "core.sales_12m", "core.touches_12m"],
        Settings = [Band, Cut],
        Computation = new PortfolioInsight(
            "core.relationship_value", "core.responsiveness", new("Relationship value", "关系价值"), new("Responsiveness", "反应度"), MeasureUnit.Money, MeasureUnit.Ratio,
            [new("minimal", "最低投入"), new("develop at low cost", "低成本培育"), new("repair", "修复关系"), new("pursue", "重点追求")], Bought),
    };

    public static Insight Growth { get; } = new()
    {
        Name = "core.growth_matrix",
        Title = new("Current by potential value", "当前价值与增值潜力"),
        Description = new("Clients by sales of twelve months and by what they may still bring, cut at the medians: light contact, reshape and invest, keep, or protect and invest.", "按近12个月销售额与增值潜力划分客户，以中位数为界：一般联系、重塑并投入、维持、保护并投入。"),
        Reads = ["core.sales_12m", "core.potential"],
        Settings = [Band, Cut],
        Computation = new PortfolioInsight(
            "core.sales_12m", "core.potential", new("Sales", "销售额"), new("Potential", "增值潜力"), MeasureUnit.Money, MeasureUnit.Money,
            [new("light contact", "一般联系"), new("reshape and invest", "重塑并投入"), new("keep", "维持"), new("protect and invest", "保护并投入")]),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(input, input.AsOf.AddYears(-1), cancellationToken).ConfigureAwait(false);
        var now = await ReadAsync(input, input.AsOf, cancellationToken).ConfigureAwait(false);
        if (instead is not null && now.Values.Count(value => value is { X: not null, Y: not null }) < 2)
        {
            var found = await instead.ComputeAsync(input, cancellationToken).ConfigureAwait(false);
            return found.Refusal is not null ? found : found with { Reasons = [Told.Because("measured_instead", $"{_xTitle.En} and {_yTitle.En.ToLowerInvariant()} are not known of two clients yet; drawn by {instead._xTitle.En.ToLowerInvariant()} and {instead._yTitle.En.ToLowerInvariant()} instead.", $"{_xTitle.Zh}与{_yTitle.Zh}均已知的客户不足两家，改按{instead._xTitle.Zh}与{instead._yTitle.Zh}绘制。")] };
        }

        var active = now.Where(pair => pair.Value.X > 0 || before.GetValueOrDefault(pair.Key).X > 0).OrderByDescending(pair => pair.Value.X).ThenBy(pair => pair.Key).ToList();
        var (xAxis, yAxis) = (At([.. Known(active, value => value.X)], input), At([.. Known(active, value => value.Y)], input));
        if (!xAxis.IsKnown || !yAxis.IsKnown)
        {
            return InsightResult.Refused((xAxis.Refusal ?? yAxis.Refusal)!);
        }

        var matrix = new PortfolioMatrix(xAxis.Value, yAxis.Value);
        var earlier = matrix.Place([.. active.Select(pair => Client(pair.Key, before.GetValueOrDefault(pair.Key), null))]).Value!;
        var places = matrix.Place([.. active.Select((pair, index) => Client(pair.Key, pair.Value, earlier[index] is { Cell.IsKnown: true } place && before.GetValueOrDefault(pair.Key).X > 0 ? place.Cell.Value : null))]).Value!;
        var rows = active.Zip(places, (pair, place) => (pair.Key, Now: pair.Value, Was: before.GetValueOrDefault(pair.Key) is { X: > 0 } was ? was : default, Place: place)).ToList();
        return new InsightResult
        {
            Figures = [.. Figures(rows)],
            Tables = [Clients(rows), Cells(rows)],
            Charts = [new(ChartKind.Matrix, "clients", new("Portfolio matrix", "客户组合矩阵")) { Label = "client", Values = ["x", "y", "x_before", "y_before"], Cuts = [(decimal)xAxis.Value.Cuts[0]], CutsAcross = [(decimal)yAxis.Value.Cuts[0]] }],
        };
    }

    private async Task<Dictionary<ClientId, (decimal? X, decimal? Y)>> ReadAsync(IInsightInput input, DateOnly day, CancellationToken cancellationToken) =>
        await input.ClientsAsync(day, cancellationToken).ToDictionaryAsync(client => client.Id, client => (client.Number(x), client.Number(y)), cancellationToken: cancellationToken).ConfigureAwait(false);

    private static IEnumerable<double> Known(IEnumerable<KeyValuePair<ClientId, (decimal? X, decimal? Y)>> clients, Func<(decimal? X, decimal? Y), decimal?> value) =>
        clients.Select(pair => value(pair.Value)).OfType<decimal>().Select(known => (double)known);

    // Where half of the clients share the lowest value, such as no touch at all, the cut is the next value above it: else nobody would be low.
    private static Finding<Axis> At(IReadOnlyList<double> values, IInsightInput input) => Axis.AtQuantiles(values, (double)input.Setting(Band), (double)input.Setting(Cut)).Then(axis =>
        axis.Cuts[0] > values.Min() ? Finding.Of(axis)
        : values.Any(value => value > values.Min()) ? Finding.Of(Axis.At(values.Where(value => value > values.Min()).Min(), (double)input.Setting(Band)))
        : Finding.Refused<Axis>("all_equal", new("All clients have the same value, so that there is nothing to cut.", "所有客户数值相同，无法划分。")));

    private static MatrixClient Client(ClientId id, (decimal? X, decimal? Y) value, GridCell? previous) => new(id.ToString(), (double?)value.X, (double?)value.Y, previous);

    private LocalizedText Cell(MatrixPlace place) => place.Cell.IsKnown ? cells[(place.Cell.Value.X * 2) + place.Cell.Value.Y] : place.Cell.Refusal.Text;

    private static IEnumerable<Figure> Figures(List<(ClientId Id, (decimal? X, decimal? Y) Now, (decimal? X, decimal? Y) Was, MatrixPlace Place)> rows) =>
    [
        new("placed", new("Clients in the matrix", "矩阵内客户"), rows.Count(row => row.Place.Cell.IsKnown), MeasureUnit.Count),
        new("moved", new("Moved since a year ago", "一年来移动"), rows.Count(row => row.Place.Moved), MeasureUnit.Count),
        new("insufficient", new("Insufficient data", "资料不足"), rows.Count(row => !row.Place.Cell.IsKnown), MeasureUnit.Count),
    ];

    private InsightTable Clients(List<(ClientId Id, (decimal? X, decimal? Y) Now, (decimal? X, decimal? Y) Was, MatrixPlace Place)> rows) => new(
        "clients", new("Clients", "客户"),
        [
            new("number", new("No.", "序号"), MeasureUnit.Count), new("client", new("Client", "客户")), new("x", _xTitle, xUnit), new("y", _yTitle, yUnit),
            new("x_before", new($"{_xTitle.En} before", $"上年{_xTitle.Zh}"), xUnit), new("y_before", new($"{_yTitle.En} before", $"上年{_yTitle.Zh}"), yUnit), new("cell", new("What to do", "策略")),
        ],
        [.. rows.Select((row, index) => new InsightRow((long)index + 1, row.Id, row.Now.X, row.Now.Y, row.Was.X, row.Was.Y, Cell(row.Place)) { Clients = [row.Id] })]);

    private InsightTable Cells(List<(ClientId Id, (decimal? X, decimal? Y) Now, (decimal? X, decimal? Y) Was, MatrixPlace Place)> rows) => new(
        "cells", new("Cells", "各区间"),
        [new("cell", new("What to do", "策略")), new("members", new("Clients", "客户数"), MeasureUnit.Count), new("sum", _xTitle, xUnit)],
        [.. rows.GroupBy(row => Cell(row.Place)).OrderByDescending(group => group.Sum(row => row.Now.X ?? 0)).Select(group => new InsightRow(group.Key, (long)group.Count(), group.Sum(row => row.Now.X ?? 0)) { Clients = [.. group.Select(row => row.Id)] })]);
}
