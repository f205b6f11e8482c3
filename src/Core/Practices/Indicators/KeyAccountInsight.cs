using System.Globalization;
using Clientele.Analysis.Indicators;
using Clientele.Practices.History;

namespace Clientele.Practices.Indicators;

/// <summary>The ten indicators of key-account management.</summary>
internal sealed class KeyAccountInsight : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.key_account_indicators",
        Title = new("Ten key-account indicators", "大客户考核十项指标"),
        Description = new("Sales, margin, receivables, growth, forecast accuracy, satisfaction, market share, new clients, retention and orders over twelve months, each with its formula and source; one whose facts are not recorded is not available.", "近12个月的销售额、利润率、应收账款周转、增长、预测准确率、满意度、占有率、新客户、留住率与订单指标，均注明公式与来源；缺少事实的指标标为不可用。"),
        Reads = YearCompared.Reads,
        Computation = new KeyAccountInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var now = await YearCompared.ReadAsync(input, input.AsOf, cancellationToken).ConfigureAwait(false);
        var before = await YearCompared.ReadAsync(input, input.AsOf.AddYears(-1), cancellationToken).ConfigureAwait(false);
        if (now.Buyers.Count == 0 && before.Buyers.Count == 0)
        {
            return Told.NoClients();
        }

        var won = now.Buyers.Except(before.EverBought).ToList();
        var indicators = KeyAccountIndicators.Of(
            new KeyAccountInputs
            {
                Sales = (double)now.Sales, SalesBefore = before.Sales > 0 ? (double)before.Sales : null,
                Profit = (double?)now.Profit,
                ReceivablesAtStart = (double?)before.Receivables ?? (now.Receivables is null ? null : 0), ReceivablesAtEnd = (double?)now.Receivables,
                Satisfaction = now.Satisfaction, ClientsAtStart = before.Buyers.Count, ClientsAtEnd = now.Buyers.Count, ClientsWon = won.Count + now.Buyers.Except(won).Except(before.Buyers).Count(),
            },
            input.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new InsightResult
        {
            Figures = [.. indicators.Where(indicator => indicator.Value.IsKnown).Select(indicator => Told.Figure(indicator.Name, indicator.Title, indicator.Value, Unit(indicator.Unit)))],
            Tables =
            [
                new(
                    "indicators", new("Indicators", "指标"),
                    [new("indicator", new("Indicator", "指标")), new("value", new("Value", "数值")), new("formula", new("Formula", "公式")), new("source", new("From", "来源"))],
                    [.. indicators.Select(indicator => new InsightRow(indicator.Title, Value(indicator), indicator.Formula, indicator.Source) { Clients = [.. now.Buyers.Union(before.Buyers).Order()] })]),
            ],
        };
    }

    private static InsightCell Value(Indicator indicator) => !indicator.Value.IsKnown ? new LocalizedText($"n/a: {indicator.Value.Refusal.Text.En}", $"不可用：{indicator.Value.Refusal.Text.Zh}") : LocalizedText.Same(indicator.Unit switch
    {
        IndicatorUnit.Ratio => indicator.Value.Value.ToString("0.0%", CultureInfo.InvariantCulture),
        IndicatorUnit.Money => indicator.Value.Value.ToString("#,0", CultureInfo.InvariantCulture),
        _ => indicator.Value.Value.ToString("0.#", CultureInfo.InvariantCulture),
    });

    private static MeasureUnit Unit(IndicatorUnit unit) => unit switch
    {
        IndicatorUnit.Money => MeasureUnit.Money,
        IndicatorUnit.Ratio => MeasureUnit.Ratio,
        IndicatorUnit.Days => MeasureUnit.Days,
        _ => MeasureUnit.Number,
    };
}
