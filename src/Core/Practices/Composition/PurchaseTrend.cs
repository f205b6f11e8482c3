using System.Globalization;
using Clientele.Analysis.Composition;
using Clientele.Analysis.Development;
using Clientele.Analysis.Movement;
using Clientele.Practices.History;

namespace Clientele.Practices.Composition;

/// <summary>Sales drilled from years to quarters to months, and whether each client buys more and more, and when in the year.</summary>
internal sealed class PurchaseTrend : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.purchase_trend",
        Title = new("Sales drilled down, and purchase trends", "销售下钻与购买趋势"),
        Description = new("Sales by year, quarter and month with the mean sale (recomputed from the sums at every level), and for each client the slope of its months with significance and its strongest season.", "按年、季、月汇总销售额与平均单笔金额（各级均由合计重新计算），并给出每家客户逐月趋势的斜率、显著性与旺季。"),
        Roles = TouchpointRoles.Sale,
        Computation = new PurchaseTrend(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (rows, trends) = (new List<CubeRow>(), new List<(ClientId Id, TrendLine Line, decimal Sales, int? Season)>());
        await foreach (var history in SalesHistory.StreamAsync(input, cancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(Rows(history));
            var months = Math.Min(history.Months, 36);
            if (history.ActiveMonths(months) >= 3 && Trend.Of([.. Enumerable.Range(0, months).Reverse().Select(back => (double)history.Amount(back))]) is { IsKnown: true } line)
            {
                trends.Add((history.Client, line.Value, Enumerable.Range(0, months).Sum(history.Amount), Season(history, months)));
            }
        }

        var cube = new Cube(rows);
        return rows.Count == 0 ? Told.NoClients() : new InsightResult
        {
            Figures =
            [
                new("sales", new("Sales in the last ten years", "近十年销售额"), cube.Total.Sums["sales"], MeasureUnit.Money),
                Told.Figure("mean", new("Mean sale", "平均单笔金额"), cube.Total.Ratio("sales", "count"), MeasureUnit.Money),
                new("rising", new("Clients with a rising trend", "上升趋势客户"), trends.Count(trend => trend.Line is { Significant: true, Slope: > 0 }), MeasureUnit.Count),
                new("falling", new("Clients with a falling trend", "下降趋势客户"), trends.Count(trend => trend.Line is { Significant: true, Slope: < 0 }), MeasureUnit.Count),
            ],
            Tables = [Level(cube, "year", new("By year", "按年"), "year"), Level(cube, "quarter", new("By quarter", "按季"), "year", "quarter"), Level(cube, "month", new("By month", "按月"), "year", "quarter", "month"), Trends(trends)],
            Charts = [new(ChartKind.Columns, "quarter", new("Sales by quarter", "各季度销售额")) { Label = "period", Values = ["sales"] }],
            Reasons = trends.Count == 0 ? [Told.Because("no_trends", "No client has bought in three months, so that there are no trends of clients.", "没有客户在三个月份以上有成交，无法给出客户趋势。")] : [],
        };
    }

    private static IEnumerable<CubeRow> Rows(SalesHistory history) => Enumerable.Range(0, SalesHistory.Length).Where(back => history.Count(back) > 0).Select(back =>
    {
        var month = history.Last.AddMonths(-back);
        return new CubeRow(
            history.Client.ToString(),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["year"] = month.ToString("yyyy", CultureInfo.InvariantCulture), ["quarter"] = $"Q{((month.Month - 1) / 3) + 1}", ["month"] = month.ToString("MM", CultureInfo.InvariantCulture) },
            new Dictionary<string, decimal>(StringComparer.Ordinal) { ["sales"] = history.Amount(back), ["count"] = history.Count(back) });
    });

    private static int? Season(SalesHistory history, int months) =>
        months >= 24 && Seasons.Of([.. Enumerable.Range(0, months).Reverse().Select(back => Math.Max(0, (double)history.Amount(back)))], 12) is { IsKnown: true, Value: var indices }
            ? history.Last.AddMonths(1 - months + indices.Select((index, at) => (index, at)).MaxBy(pair => pair.index).at).Month : null;

    private static InsightTable Level(Cube cube, string name, LocalizedText title, params IReadOnlyList<string> dimensions) => new(
        name, title,
        [new("period", new("Period", "期间")), new("sales", new("Sales", "销售额"), MeasureUnit.Money), new("sales_count", new("Sales made", "成交笔数"), MeasureUnit.Count), new("mean", new("Mean sale", "平均单笔"), MeasureUnit.Money), new("buyers", new("Buyers", "成交客户数"), MeasureUnit.Count)],
        [.. cube.By(dimensions).Select(cell => new InsightRow(
            InsightCell.Same(cell.At.Count == 3 ? $"{cell.At[0]}-{cell.At[2]}" : string.Join(' ', cell.At)), cell.Sums["sales"], cell.Sums["count"], cell.Ratio("sales", "count") is { IsKnown: true, Value: var mean } ? InsightCell.Measured(mean, 2) : default, (long)cell.Clients.Count)
        {
            Clients = [.. cell.Clients.Select(id => ClientId.TryParse(id, out var client) ? client : default)],
        })]);

    private static InsightTable Trends(List<(ClientId Id, TrendLine Line, decimal Sales, int? Season)> trends) => new(
        "trends", new("Trends of clients, the surest first", "客户趋势（最显著者在前）"),
        [new("client", new("Client", "客户")), new("slope", new("Change per month", "每月变化"), MeasureUnit.Money), new("p", new("p-value", "p 值")), new("verdict", new("Trend", "趋势")), new("season", new("Strongest month", "旺季月份")), new("sales", new("Sales", "销售额"), MeasureUnit.Money)],
        [.. trends.OrderBy(trend => trend.Line.PValue).ThenByDescending(trend => trend.Sales).ThenBy(trend => trend.Id).Select(trend => new InsightRow(
            trend.Id, InsightCell.Measured(trend.Line.Slope, 2), InsightCell.Measured(trend.Line.PValue, 4),
            !trend.Line.Significant ? new LocalizedText("none that is more than chance", "无显著趋势") : trend.Line.Slope > 0 ? new LocalizedText("rising", "上升") : new LocalizedText("falling", "下降"),
            trend.Season is { } month ? new LocalizedText(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month), $"{month} 月") : null, trend.Sales)
        {
            Clients = [trend.Id],
        })]);
}
