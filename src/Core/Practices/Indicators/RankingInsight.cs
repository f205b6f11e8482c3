using Clientele.Analysis.Indicators;
using Clientele.Practices.History;

namespace Clientele.Practices.Indicators;

/// <summary>Clients ranked by several metrics at once, with how their rank changed in a year.</summary>
internal sealed class RankingInsight : IInsightComputation
{
    private static readonly string[] Metrics = ["core.sales_12m", "core.sales", "core.sales_count_12m"];
    private static readonly NumberSetting[] Weights =
    [
        new() { Name = "weight_sales_12m", Title = new("Weight of sales in 12 months (the three sum to 1)", "近12个月销售额的权重（三项之和为1）"), Default = 0.4m, Most = 1 },
        new() { Name = "weight_sales", Title = new("Weight of all sales", "累计销售额的权重"), Default = 0.4m, Most = 1 },
        new() { Name = "weight_sales_count", Title = new("Weight of the number of sales in 12 months", "近12个月成交次数的权重"), Default = 0.2m, Most = 1 },
    ];

    public static Insight Insight { get; } = new()
    {
        Name = "core.ranking",
        Title = new("Composite ranking of clients", "客户综合排名"),
        Description = new("Clients ranked by sales of twelve months, all sales and number of sales in twelve months, weighted, each brought to a scale from 0 to 1; overall, within the class, and against a year before.", "按近12个月销售额、累计销售额与近12个月成交次数归一并加权后综合排名，含总排名、类内排名与较上年变化。"),
        Reads = Metrics,
        Schemes = ["core.abc"],
        Settings = Weights,
        Computation = new RankingInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        double[] weights = [.. Weights.Select(weight => (double)input.Setting(weight))];
        var before = CompositeRanking.Of(await ReadAsync(input, input.AsOf.AddYears(-1), cancellationToken).ConfigureAwait(false), weights);
        var earlier = (before.Value ?? []).ToDictionary(rank => rank.Item.Id, rank => rank.Rank);
        var items = await ReadAsync(input, input.AsOf, cancellationToken).ConfigureAwait(false);
        var found = CompositeRanking.Of([.. items.Select(item => item with { Before = earlier.TryGetValue(item.Id, out var rank) ? rank : null })], weights);
        if (!found.IsKnown)
        {
            return Told.Refused(found);
        }

        return new InsightResult
        {
            Figures =
            [
                new("ranked", new("Clients ranked", "参与排名的客户"), found.Value.Count, MeasureUnit.Count),
                new("rose", new("Rose", "上升"), found.Value.Count(rank => rank.Rise > 0), MeasureUnit.Count),
                new("fell", new("Fell", "下降"), found.Value.Count(rank => rank.Rise < 0), MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "clients", new("Ranking", "排名"),
                    [
                        new("rank", new("Rank", "名次"), MeasureUnit.Count), new("client", new("Client", "客户")), new("score", new("Score", "得分")), new("in_class", new("Rank in class", "类内名次"), MeasureUnit.Count), new("rise", new("Rise in a year", "一年上升"), MeasureUnit.Count),
                        new("sales_12m", new("Sales in 12 months", "近12个月销售额"), MeasureUnit.Money), new("sales", new("All sales", "累计销售额"), MeasureUnit.Money), new("sales_count", new("Number of sales", "成交次数"), MeasureUnit.Count),
                    ],
                    [.. found.Value.Select(rank => (Rank: rank, Id: ClientId.TryParse(rank.Item.Id, out var id) ? id : default)).Select(one => new InsightRow(
                        (long)one.Rank.Rank, one.Id, InsightCell.Measured(one.Rank.Score, 3), (long)one.Rank.RankInClass, (decimal?)one.Rank.Rise, InsightCell.Measured(one.Rank.Item.Metrics[0], 4), InsightCell.Measured(one.Rank.Item.Metrics[1], 4), InsightCell.Measured(one.Rank.Item.Metrics[2], 0))
                    {
                        Clients = [one.Id],
                    })]),
            ],
            Charts = [new(ChartKind.Bars, "clients", new("Composite score", "综合得分")) { Label = "client", Values = ["score"] }],
        };
    }

    private static async Task<List<RankedItem>> ReadAsync(IInsightInput input, DateOnly day, CancellationToken cancellationToken) =>
        await input.ClientsAsync(day, cancellationToken).Where(client => client.Number("core.sales_count_12m") > 0)
            .Select(client => new RankedItem(client.Id.ToString(), [.. Metrics.Select(metric => (double)(client.Number(metric) ?? 0))], client.Segment("core.abc") ?? "")).ToListAsync(cancellationToken).ConfigureAwait(false);
}
