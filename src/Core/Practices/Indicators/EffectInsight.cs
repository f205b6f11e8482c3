using Clientele.Analysis.Indicators;
using Clientele.Practices.History;

namespace Clientele.Practices.Indicators;

/// <summary>What became better and worse within a year.</summary>
internal sealed class EffectInsight : IInsightComputation
{
    private static readonly Dictionary<string, LocalizedText> Titles = new(StringComparer.Ordinal)
    {
        ["knowledge"] = new("Knowledge of clients", "客户知识"),
        ["interaction"] = new("Interaction", "客户互动"),
        ["value"] = new("Client value", "客户价值"),
        ["satisfaction"] = new("Satisfaction", "客户满意"),
        ["finance"] = new("Finance", "财务"),
        ["profiled"] = new("Clients with a profile", "有档案的客户"),
        ["reached"] = new("Clients reached", "有接触的客户"),
        ["touches"] = new("Touches", "接触次数"),
        ["sales_per_buyer"] = new("Sales per buyer", "户均销售额"),
        ["score"] = new("Survey score", "满意度评分"),
        ["complaints"] = new("Complaints", "投诉"),
        ["sales"] = new("Sales", "销售额"),
        ["buyers"] = new("Buyers", "成交客户"),
    };

    public static Insight Insight { get; } = new()
    {
        Name = "core.crm_effect",
        Title = new("Effect of client relationship management", "客户关系管理实施效果"),
        Description = new("A balanced scorecard of knowledge, interaction, value, satisfaction and finance: every indicator against a year before, where 100 is as before. It shows what happened, which is no proof of a cause.", "以客户知识、互动、价值、满意与财务构成的平衡计分卡：各指标与一年前对比，100 为持平。相关并不证明因果。"),
        Source = "Kim, Suh and Hwang 2003",
        Reads = YearCompared.Reads,
        Computation = new EffectInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var now = await YearCompared.ReadAsync(input, input.AsOf, cancellationToken).ConfigureAwait(false);
        var before = await YearCompared.ReadAsync(input, input.AsOf.AddYears(-1), cancellationToken).ConfigureAwait(false);
        var indicators = new List<ScorecardIndicator>
        {
            Made("knowledge", "profiled", year => year.Profiled.Count),
            Made("interaction", "reached", year => year.Reached.Count),
            Made("interaction", "touches", year => (double)year.Touches),
            Made("value", "sales_per_buyer", year => year.Buyers.Count > 0 ? (double)year.Sales / year.Buyers.Count : null),
            Made("satisfaction", "score", year => year.Satisfaction),
            Made("satisfaction", "complaints", year => (double)year.Complaints) with { LowerIsBetter = true },
            Made("finance", "sales", year => (double)year.Sales),
            Made("finance", "buyers", year => year.Buyers.Count),
        };
        var found = Scorecard.Of(indicators);
        return found.IsKnown ? Result(found.Value, now) : Told.Refused(found);

        ScorecardIndicator Made(string dimension, string name, Func<YearCompared, double?> read) => new(dimension, name, read(before), read(now));
    }

    private static InsightResult Result(Scorecard card, YearCompared now) => new()
    {
        Figures =
        [
            new("index", new("Index (a year before = 100)", "综合指数（一年前＝100）"), InsightCell.Measured(card.Index, 1).Number),
            .. card.Dimensions.Select(dimension => new Figure(dimension.Dimension, Titles[dimension.Dimension], InsightCell.Measured(dimension.Index, 1).Number) { Alert = dimension.Flagged }),
        ],
        Tables =
        [
            new(
                "dimensions", new("Dimensions", "维度"), [new("dimension", new("Dimension", "维度")), new("index", new("Index", "指数"))],
                [.. card.Dimensions.Select(dimension => new InsightRow(Titles[dimension.Dimension], InsightCell.Measured(dimension.Index, 1)) { Clients = [.. now.Buyers.Order()] })]),
            new(
                "indicators", new("Indicators", "指标"), [new("dimension", new("Dimension", "维度")), new("indicator", new("Indicator", "指标")), new("index", new("Index", "指数"))],
                [.. card.Dimensions.SelectMany(dimension => dimension.Indicators.Select(indicator => new InsightRow(Titles[dimension.Dimension], Titles[indicator.Name], InsightCell.Measured(indicator.Index, 1)) { Clients = [.. now.Buyers.Order()] }))]),
        ],
        Charts = [new(ChartKind.Bars, "dimensions", new("Index by dimension", "各维度指数")) { Label = "dimension", Values = ["index"] }],
        Reasons = [.. card.Excluded.Select(one => Told.Because("excluded", $"{Titles[one.Name].En} is left out: {one.Reason.Text.En}", $"未计入“{Titles[one.Name].Zh}”：{one.Reason.Text.Zh}"))],
    };
}
