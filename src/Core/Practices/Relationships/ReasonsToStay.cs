using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>Who would gain by leaving, and who has no recorded reason to stay.</summary>
internal sealed class ReasonsToStay : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.reasons_to_stay",
        Title = new("Reasons to stay", "客户留下的理由"),
        Description = new("Switching barriers beside the net advantage of the best competitor: clients at risk first, then those without a single recorded reason to stay.", "转移成本与最强竞争对手净优势的对照：先列有流失风险的客户，再列没有任何留下理由的客户。"),
        Source = "Switching barriers, text 002",
        Reads = ["core.switching_barriers", "core.defection_margin", "core.sales_12m"],
        Computation = new ReasonsToStay(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var rated = new List<(ClientId Client, decimal Barriers, decimal? Margin)>();
        var without = new List<(ClientId Client, decimal Sales)>();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (client.Number("core.switching_barriers") is { } barriers)
            {
                rated.Add((client.Id, barriers, client.Number("core.defection_margin")));
            }
            else if (client.Number("core.sales_12m") is { } sales and > 0)
            {
                without.Add((client.Id, sales));
            }
        }

        if (rated.Count == 0 && without.Count == 0)
        {
            return Shown.Nothing("No reason to stay is on record, and nobody bought in the last twelve months.", "没有留下理由的记录，近12个月也没有成交客户。");
        }

        var atRisk = rated.Count(entry => entry.Margin <= 0);
        return new InsightResult
        {
            Figures =
            [
                new("at_risk", new("Clients for whom leaving pays", "离开更有利的客户"), atRisk, MeasureUnit.Count) { Alert = atRisk > 0 },
                new("without", new("Buying clients without a recorded reason to stay", "没有留下理由记录的成交客户"), without.Count, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "rated",
                    new("Barriers", "转移成本"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("barriers", "Barriers", "转移成本", MeasureUnit.Money), Shown.Column("margin", "Margin over the competitor", "相对竞争对手的边际", MeasureUnit.Money), Shown.Column("verdict", "Verdict", "结论")],
                    [.. rated.OrderBy(entry => entry.Margin ?? decimal.MaxValue).ThenBy(entry => entry.Client).Select(entry => new InsightRow(entry.Client, entry.Barriers, entry.Margin, Verdict(entry.Margin)) { Clients = [entry.Client] })]),
                new(
                    "without",
                    new("Without a reason to stay", "没有留下理由"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("sales", "Sales in 12 months", "近12个月销售额", MeasureUnit.Money)],
                    [.. without.OrderByDescending(entry => entry.Sales).ThenBy(entry => entry.Client).Select(entry => new InsightRow(entry.Client, entry.Sales) { Clients = [entry.Client] })]),
            ],
        };
    }

    private static LocalizedText Verdict(decimal? margin) => margin switch
    {
        null => new("competitor not known", "竞争对手未知"),
        <= 0 => new("at risk", "有风险"),
        _ => new("safe", "安全"),
    };
}
