using Clientele.Practices.Showing;

namespace Clientele.Practices.Perception;

/// <summary>Delivered value of the clients, beside the best competitor.</summary>
internal sealed class DeliveredValues : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.delivered_values",
        Title = new("Delivered value of the clients", "客户让渡价值一览"),
        Description = new("Total value, total cost, their difference and ratio by each client's latest assessment; and the lead over the best competitor who was assessed; in the unit of the assessments. And which recorded improvement would raise delivered value most for what it costs us.", "按各客户最近评价列出总价值、总成本、差额与比率，以及相对最强竞争对手的领先（单位与评价一致）；并列出所登记的改进方案中单位成本提升最多者。"),
        Source = "Kotler 1994",
        Kinds = [DeliveredAssessment.Kind, DeliveredAssessment.Lever],
        Computation = new DeliveredValues(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var levers = new List<Touchpoint>();
        var latest = new SortedDictionary<ClientId, SortedDictionary<string, Touchpoint>>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (fact.Kind == DeliveredAssessment.Lever)
            {
                levers.Add(fact);
                continue;
            }

            latest.TryAdd(fact.Client, new(StringComparer.Ordinal));
            latest[fact.Client][fact.Details.Text("offer")] = fact;
        }

        var ranked = levers.Where(lever => latest.GetValueOrDefault(lever.Client)?.ContainsKey("") == true).GroupBy(lever => lever.Client).SelectMany(client => DeliveredLevers.Rows(client.Key, latest[client.Key], [.. client])).ToList();
        var rows = latest.Where(client => client.Value.ContainsKey("")).Select(client => Row(client.Key, client.Value)).ToList();
        return rows.Count == 0
            ? Shown.Nothing("What we deliver has not been assessed by any client (core.delivered_assessment).", "尚无客户评价本企业的让渡价值（core.delivered_assessment）。")
            : new InsightResult
            {
                Figures = [new("clients", new("Clients assessed", "已评价客户"), rows.Count, MeasureUnit.Count)],
                Tables =
                [
                    new(
                        "clients",
                        new("Clients", "客户"),
                        [Shown.Column("client", "Client", "客户"), Shown.Column("total_value", "Total value", "总价值"), Shown.Column("total_cost", "Total cost", "总成本"), Shown.Column("delivered", "Delivered value", "让渡价值"), Shown.Column("ratio", "Value / cost", "价值与成本之比"), Shown.Column("lead", "Lead over the best competitor", "相对最强竞争对手的领先"), Shown.Column("largest_cost", "Largest cost besides money", "除货币外最大的成本")],
                        rows),
                    DeliveredLevers.Table(ranked),
                ],
                Reasons = ranked.Count > 0 ? [] : [new("no_levers", new("No possible improvement is recorded (core.delivered_lever), so that none is ranked.", "尚未登记改进方案（core.delivered_lever），未作排名。"))],
            };
    }

    private static InsightRow Row(ClientId client, SortedDictionary<string, Touchpoint> offers)
    {
        var ours = DeliveredAssessment.Delivered(offers[""].Details);
        var largest = DeliveredAssessment.Parts.Skip(5).MaxBy(part => offers[""].Details.Number(part.Name) ?? 0);
        return new(client, ours.TotalValue, ours.TotalCost, ours.Value().Cell(), ours.Ratio().Cell(), DeliveredLevers.Lead(ours, offers), new LocalizedText(largest.En, largest.Zh)) { Clients = [client] };
    }
}
