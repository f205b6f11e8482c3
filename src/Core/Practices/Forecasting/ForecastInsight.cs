using Clientele.Analysis.Forecasting;
using Clientele.Practices.History;

namespace Clientele.Practices.Forecasting;

/// <summary>What comes next, as history suggests it and as people expect it.</summary>
internal sealed class ForecastInsight : IInsightComputation
{
    private static readonly WholeSetting Back = new() { Name = "history", Title = new("Periods of history that are continued", "用于推算的历史期数"), Default = 24, Least = 2, Most = 120 };
    private static readonly WholeSetting Ahead = new() { Name = "periods", Title = new("Periods ahead; 0 for six months or two years", "预测期数；0 表示六个月或两年"), Default = 0, Most = 60 };
    private static readonly ChoiceSetting Method = new()
    {
        Name = "method",
        Title = new("Method", "方法"),
        Default = "auto",
        Choices = [new("auto", new("By the history", "按历史选择")), new("growth", new("The last period against the one before", "最近一期与上期之比")), new("log_linear", new("Log-linear fit", "对数线性拟合")), new("holt", new("Holt's smoothing", "霍尔特平滑"))],
    };

    public static Insight Insight { get; } = new()
    {
        Name = "core.forecast",
        Title = new("Sales forecast", "销售预测"),
        Description = new("Continues sales by month or year at the change rate of their history, beside the version in which the rates that people set for clients take its place until they expire, and says how far the last period would have been missed.", "按历史变动率推算今后各期销售额，同时给出以人工调整变动率（在有效期内）替代后的版本，并说明以同法预测最近一期的误差。"),
        Source = "Holt 1957",
        Reads = ForecastAttributes.Names,
        Roles = TouchpointRoles.Sale,
        Settings = [Back, Ahead, Method],
        Computation = new ForecastInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (overrides, reasons) = await OverridesAsync(input, cancellationToken).ConfigureAwait(false);
        var (sales, overridden) = (new SalesPeriods(SalesHistory.LastWhole(input.AsOf)), new List<SalesHistory>());
        await foreach (var client in SalesHistory.StreamAsync(input, cancellationToken).ConfigureAwait(false))
        {
            sales.Add(client);
            if (overrides.ContainsKey(client.Client))
            {
                overridden.Add(client);
            }
        }

        var history = Enumerable.Range(0, Math.Min(sales.Count, input.Setting(Back))).Reverse().Select(back => (double)sales.Amount(back)).ToList();
        var method = input.Setting(Method) switch
        {
            "growth" => ForecastMethod.Growth,
            "log_linear" => ForecastMethod.LogLinear,
            "holt" => ForecastMethod.Holt,
            _ => history.Count < 3 ? ForecastMethod.Growth : history.All(value => value > 0) ? ForecastMethod.LogLinear : ForecastMethod.Holt,
        };
        var ahead = input.Setting(Ahead);
        var found = Forecast.Of(history, ahead > 0 ? ahead : sales.Monthly ? 6 : 2, input.AsOf, method);
        if (!found.IsKnown)
        {
            return Told.Refused(found);
        }

        var points = found.Value.Points.Select(point => point with { Adjusted = Math.Max(0, point.Baseline + overridden.Sum(client => Difference(client, sales.Monthly, found.Value.Trend.Rate, overrides[client.Client].Rate, point.Step))) }).ToList();
        var back = Forecast.Of([.. history.SkipLast(1)], 1, input.AsOf, method).Then(earlier => ForecastAccuracy.Of([earlier.Points[0].Baseline], [history[^1]]));
        return Result(sales, history, found.Value, points, back, [.. overridden.Select(client => client.Client)], [.. reasons, .. overridden.Select(client => Because(overrides[client.Client]))]);
    }

    private static InsightResult Result(SalesPeriods sales, List<double> history, Forecast forecast, List<ForecastPoint> points, Finding<ForecastErrors> back, IReadOnlyList<ClientId> overridden, IReadOnlyList<Reason> reasons) => new()
    {
        Figures =
        [
            Told.Ratio("rate", sales.Monthly ? new("Change per month", "每月变动率") : new("Change per year", "每年变动率"), forecast.Trend.Rate) with { Verdict = Say(forecast.Trend.Method) },
            new("next", new($"Baseline for {sales.Label(-1)}", $"{sales.Label(-1)} 基准预测"), InsightCell.Measured(points[0].Baseline, 0).Number, MeasureUnit.Money),
            new("adjusted", new($"Adjusted for {sales.Label(-1)}", $"{sales.Label(-1)} 调整后预测"), InsightCell.Measured(points[0].Adjusted, 0).Number, MeasureUnit.Money),
            Told.Figure("missed", new("Last period would have been missed by", "以同法预测上期的误差"), back.Then(errors => Finding.Of(errors.Mape)), MeasureUnit.Ratio),
        ],
        Tables =
        [
            new(
                "periods", new("Sales and forecast", "销售额与预测"),
                [new("period", sales.Monthly ? new("Month", "月份") : new("Year", "年度")), new("actual", new("Actual", "实际"), MeasureUnit.Money), new("baseline", new("Baseline", "基准预测"), MeasureUnit.Money), new("adjusted", new("Adjusted", "调整后预测"), MeasureUnit.Money)],
                [
                    .. history.Select((value, index) => (Value: value, Back: history.Count - 1 - index)).Select(one => new InsightRow(InsightCell.Same(sales.Label(one.Back)), InsightCell.Measured(one.Value, 4), default, default) { Clients = sales.Clients(one.Back) }),
                    .. points.Select(point => new InsightRow(InsightCell.Same(sales.Label(-point.Step)), default, InsightCell.Measured(point.Baseline, 2), InsightCell.Measured(point.Adjusted, 2)) { Clients = overridden }),
                ]),
        ],
        Charts = [new(ChartKind.Line, "periods", new("Sales and forecast", "销售额与预测")) { Label = "period", Values = ["actual", "baseline", "adjusted"] }],
        Reasons = reasons,
    };

    private static async Task<(Dictionary<ClientId, RateOverride> Overrides, List<Reason> Refused)> OverridesAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (overrides, refused) = (new Dictionary<ClientId, RateOverride>(), new List<Reason>());
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (ForecastAttributes.Of(client, input.AsOf) is not { } found)
            {
                continue;
            }

            if (!found.IsKnown)
            {
                refused.Add(found.Refusal);
            }
            else if (found.Value.HoldsOn(input.AsOf))
            {
                overrides.Add(client.Id, found.Value);
            }
        }

        return (overrides, refused);
    }

    // What the person's rate makes of the client's last period, less what the common rate would.
    private static double Difference(SalesHistory client, bool monthly, double common, double own, int step)
    {
        var last = Math.Max(0, (double)(monthly ? client.Amount(0) : client.Year(0)));
        return last * (Math.Pow(1 + own, step) - Math.Pow(1 + common, step));
    }

    private static Reason Because(RateOverride rate) => Told.Because(
        "override",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rate.Author} expects {rate.Rate:+0.0%;-0.0%} a period of a client until {rate.Expires:yyyy-MM-dd}: {rate.Reason}."),
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rate.Author}对一家客户的预期为每期 {rate.Rate:+0.0%;-0.0%}，有效至 {rate.Expires:yyyy-MM-dd}：{rate.Reason}。"));

    private static LocalizedText Say(ForecastMethod method) => method switch
    {
        ForecastMethod.Growth => new("The last period against the one before.", "最近一期与上期之比。"),
        ForecastMethod.LogLinear => new("Log-linear fit of the whole history.", "全部历史的对数线性拟合。"),
        _ => new("Holt's smoothing of the recent trend.", "霍尔特平滑的近期趋势。"),
    };
}
