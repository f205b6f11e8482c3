using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>The relationship values of all clients, past and future apart.</summary>
internal sealed class RelationshipValues : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.relationship_values",
        Title = new("Relationship value of the clients", "客户关系价值一览"),
        Description = new("What each client is worth to the firm, the part that was and the part that is expected; and the clients without a value.", "每位客户对企业的价值，分为历史部分与预期部分；并列出尚无数值的客户数。"),
        Source = "Discounted cash flow of texts 001 to 004",
        Reads = ["core.relationship_value", "core.future_value"],
        Computation = new RelationshipValues(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var values = new List<(ClientId Client, decimal Total, decimal Future)>();
        var unknown = 0L;
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (client.Number("core.relationship_value") is { } total && client.Number("core.future_value") is { } future)
            {
                values.Add((client.Id, total, future));
            }
            else
            {
                unknown++;
            }
        }

        if (values.Count == 0)
        {
            return Shown.Nothing("No client has both facts and a margin rate.", "没有客户同时具备交易数据与毛利率。");
        }

        return new InsightResult
        {
            Figures =
            [
                new("total", new("All relationship values", "关系价值合计"), values.Sum(value => value.Total), MeasureUnit.Money),
                new("future", new("Of it expected", "其中预期部分"), values.Sum(value => value.Future), MeasureUnit.Money),
                new("loss", new("Clients below zero", "低于零的客户"), values.Count(value => value.Total < 0), MeasureUnit.Count),
                new("unknown", new("Clients without a value", "无数值的客户"), unknown, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "clients",
                    new("Relationship values", "关系价值"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("history", "History", "历史", MeasureUnit.Money), Shown.Column("future", "Future", "未来", MeasureUnit.Money), Shown.Column("total", "Total", "合计", MeasureUnit.Money)],
                    [.. values.OrderByDescending(value => value.Total).ThenBy(value => value.Client).Select(value => new InsightRow(value.Client, value.Total - value.Future, value.Future, value.Total) { Clients = [value.Client] })]),
            ],
            Reasons = [Terms.Assumed],
        };
    }
}
