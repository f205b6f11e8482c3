using Clientele.Analysis.Portfolio;
using Clientele.Practices.Showing;
using Clientele.Practices.ValueIndex;

namespace Clientele.Practices.CostReturn;

/// <summary>Where the crude baseline of profit over cost and the four-dimension index say the opposite of a client.</summary>
internal sealed class BaselineInsight : IInsightComputation
{
    private static readonly NumberSetting Cut = new() { Name = "cut", Title = new("Cost-return ratio from which a client is high-end", "高端客户的成本收益率下限"), Default = 0.30m, Least = -1, Most = 1000 };

    public static Insight Insight { get; } = new()
    {
        Name = "core.baseline_disagreements",
        Title = new("High-end clients by cost and by value", "高端客户：成本收益率与四维指数之分歧"),
        Description = new("Profit over cost of twelve months with one cut, the crude baseline, beside the rank in the client value index: listed are high-end clients in the lower half of the index, and low-end ones in its upper half.", "以近12个月成本收益率一刀切的粗略基准与客户价值四维指数名次对照：列出指数居后半的高端客户与居前半的低端客户。"),
        Source = "High-end and low-end clients, text 002",
        Reads = ["core.sales_12m", "core.costs_12m"],
        ReadsIndicators = true,
        Schemes = [ValueIndexReading.Scheme],
        Settings = [Cut, DimensionWeights.Judgements, DimensionWeights.ByPhase],
        Computation = new BaselineInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var index = await ValueIndexReading.ReadAsync(input, input.Setting(DimensionWeights.Judgements), input.Setting(DimensionWeights.ByPhase), cancellationToken).ConfigureAwait(false);
        if (!index.IsKnown)
        {
            return InsightResult.Refused(index.Refusal);
        }

        var ranks = index.Value.Index.Scores.ToDictionary(score => score.Client, score => score.Rank, StringComparer.Ordinal);

        // Those without costs have no ratio, but they are part of the halves of the index.
        var clients = await input.ClientsAsync(cancellationToken: cancellationToken)
            .Select(client => (Id: client.Id.ToString(), Sales: client.Number("core.sales_12m") ?? 0, Costs: client.Number("core.costs_12m") ?? 0))
            .Select(client => new CostReturnClient(client.Id, client.Sales - client.Costs, client.Costs, ranks.TryGetValue(client.Id, out var rank) ? rank : null))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return clients.All(client => client.Cost <= 0)
            ? Shown.Nothing("No costs are booked on any client in the last twelve months, so that there is no cost-return ratio.", "近12个月未登记任何客户费用，无法计算成本收益率。")
            : Result(Analysis.Portfolio.CostReturn.Of(clients, (double)input.Setting(Cut)), ranks, index.Value.Ids);
    }

    private static InsightResult Result(IReadOnlyList<CostReturnResult> judged, IReadOnlyDictionary<string, int> ranks, IReadOnlyDictionary<string, ClientId> ids)
    {
        var disagree = judged.Where(client => client.Disagrees).ToList();
        return new InsightResult
        {
            Figures =
            [
                new("compared", new("Clients with a ratio and a rank", "可对照的客户"), judged.Count(client => client.Ratio.IsKnown && ranks.ContainsKey(client.Id)), MeasureUnit.Count),
                new("high_end", new("High-end by the ratio", "按成本收益率为高端"), judged.Count(client => client.HighEnd), MeasureUnit.Count),
                new("disagree", new("Where the two disagree", "两者分歧"), disagree.Count, MeasureUnit.Count) { Alert = disagree.Count > 0 },
            ],
            Tables =
            [
                new(
                    "clients",
                    new("Disagreements, the best ranks first", "分歧客户（名次靠前者在前）"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("ratio", "Cost-return ratio", "成本收益率", MeasureUnit.Ratio), Shown.Column("baseline", "By the ratio", "按成本收益率"), Shown.Column("rank", "Rank in the index", "指数名次", MeasureUnit.Count), Shown.Column("index", "By the index", "按四维指数")],
                    [.. disagree.OrderBy(client => ranks[client.Id]).ThenBy(client => client.Id, StringComparer.Ordinal).Select(client => new InsightRow(
                        ids[client.Id], InsightCell.Measured(client.Ratio.Value),
                        client.HighEnd ? new LocalizedText("high-end", "高端") : new LocalizedText("low-end", "低端"),
                        (long)ranks[client.Id],
                        client.HighEnd ? new LocalizedText("lower half", "后半") : new LocalizedText("upper half", "前半")) { Clients = [ids[client.Id]] })]),
            ],
        };
    }
}
