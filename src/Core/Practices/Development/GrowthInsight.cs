using Clientele.Analysis.Development;
using Clientele.Practices.History;

namespace Clientele.Practices.Development;

/// <summary>How sales grew.</summary>
internal sealed class GrowthInsight : IInsightComputation
{
    private const int Most = 36;

    public static Insight Insight { get; } = new()
    {
        Name = "core.sales_growth",
        Title = new("Sales by period and their growth", "历年销售额及增长"),
        Description = new("Sales by month, or by year where sales are recorded once a year, with the change against the period and the year before and the compound growth.", "按月（若每年仅记一次则按年）统计销售额，给出环比、同比与复合增长率。"),
        Roles = TouchpointRoles.Sale,
        Computation = new GrowthInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var sales = await SalesPeriods.ReadAsync(input, cancellationToken).ConfigureAwait(false);
        if (sales.Count == 0)
        {
            return InsightResult.Refused(Told.Because("too_few", "There are no sales in a month that is over.", "没有已结束月份的销售记录。"));
        }

        var backs = Enumerable.Range(0, Math.Min(sales.Count, Most)).Reverse().ToList();
        var series = GrowthSeries.Of([.. backs.Select(back => new PeriodValue(sales.Label(back), sales.Clients(back).Count > 0 ? sales.Amount(back) : null))], sales.Monthly ? 12 : 1);
        var unit = sales.Monthly ? new LocalizedText("per month", "每月") : new LocalizedText("per year", "每年");
        return new InsightResult
        {
            Figures =
            [
                new("last", new($"Sales of {sales.Label(0)}", $"{sales.Label(0)} 销售额"), series.Points[^1].Value, MeasureUnit.Money),
                new("growth", new("Against the period before", "较上期"), Told.Ratio(series.Points[^1].Growth).Number, MeasureUnit.Ratio),
                Told.Figure("mean_growth", new($"Compound growth {unit.En}", $"复合增长率（{unit.Zh}）"), series.MeanGrowth, MeasureUnit.Ratio),
            ],
            Tables =
            [
                new(
                    "periods", new("Sales by period", "各期销售额"),
                    [
                        new("period", sales.Monthly ? new("Month", "月份") : new("Year", "年度")), new("sales", new("Sales", "销售额"), MeasureUnit.Money), new("growth", new("Against the period before", "较上期"), MeasureUnit.Ratio),
                        .. sales.Monthly ? [new InsightColumn("year_growth", new("Against the year before", "较上年同期"), MeasureUnit.Ratio)] : Array.Empty<InsightColumn>(), new("buyers", new("Buyers", "成交客户数"), MeasureUnit.Count),
                    ],
                    [.. series.Points.Zip(backs, (point, back) => new InsightRow([InsightCell.Same(point.Label), point.Value, Told.Ratio(point.Growth), .. sales.Monthly ? [Told.Ratio(point.YearGrowth)] : Array.Empty<InsightCell>(), (long)sales.Clients(back).Count]) { Clients = sales.Clients(back) })]),
            ],
            Charts = [new(ChartKind.Columns, "periods", new("Sales by period", "各期销售额")) { Label = "period", Values = ["sales"] }],
            Reasons = series.Missing.Count > 0 ? [Told.Because("missing_periods", $"Nothing is recorded for: {string.Join(", ", series.Missing)}.", $"以下期间没有记录：{string.Join("、", series.Missing)}。")] : [],
        };
    }
}
