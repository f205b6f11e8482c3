using Clientele.Analysis.Cohorts;
using Clientele.Practices.History;

namespace Clientele.Practices.Cohorts;

/// <summary>Buyers by how recently and how often they bought.</summary>
internal sealed class RfmInsight : IInsightComputation
{
    private const int Classes = 5;

    public static Insight Insight { get; } = new()
    {
        Name = "core.rfm",
        Title = new("RFM grid", "RFM 网格"),
        Description = new("Buyers in fifths by the day of their last purchase, the number and the amount of their purchases; the grid shows how many are in each cell.", "按最近成交日、成交次数与成交金额将客户各分五级；网格显示每格客户数。"),
        Source = "Hughes 1994",
        Reads = ["core.recency", "core.sales_count", "core.sales"],
        Computation = new RfmInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var buyers = await input.ClientsAsync(cancellationToken: cancellationToken).Where(client => client.Number("core.recency") is not null)
            .Select(client => (client.Id, Rfm: new RfmClient(client.Id.ToString(), (int)client.Number("core.recency")!.Value, (int)(client.Number("core.sales_count") ?? 0), client.Number("core.sales") ?? 0))).ToListAsync(cancellationToken).ConfigureAwait(false);
        var found = RfmGrid.Score([.. buyers.Select(buyer => buyer.Rfm)], Classes);
        if (!found.IsKnown)
        {
            return Told.Refused(found);
        }

        var ids = buyers.ToDictionary(buyer => buyer.Rfm.Id, buyer => buyer.Id);
        var cells = RfmGrid.Cells(found.Value).ToDictionary(cell => (cell.R, cell.F));
        var scores = Enumerable.Range(1, Classes).ToList();
        var best = found.Value.OrderByDescending(score => score.R + score.F + score.M).ThenByDescending(score => score.Client.Monetary).ThenBy(score => score.Client.Id, StringComparer.Ordinal).ToList();
        return new InsightResult
        {
            Figures =
            [
                new("buyers", new("Buyers", "有成交的客户"), buyers.Count, MeasureUnit.Count),
                new("best", new("Among the best in all three", "三项均为最优"), found.Value.Count(score => score is { R: Classes, F: Classes, M: Classes }), MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "grid", new("Clients by recency (rows, 5 the most recent) and frequency (columns, 5 the most frequent)", "按近度（行，5 为最近）与频率（列，5 为最高）分布的客户数"),
                    [new("r", new("Recency", "近度")), .. scores.Select(f => new InsightColumn($"f{f}", new($"F {f}", $"频率 {f}"), MeasureUnit.Count))],
                    [.. scores.OrderDescending().Select(r => new InsightRow([new LocalizedText($"R {r}", $"近度 {r}"), .. scores.Select(f => cells.TryGetValue((r, f), out var cell) ? (InsightCell)(long)cell.Clients.Count : default)])
                    {
                        Clients = [.. scores.SelectMany(f => cells.TryGetValue((r, f), out var cell) ? cell.Clients.Select(score => ids[score.Client.Id]) : [])],
                    })]),
                new(
                    "clients", new("The best buyers", "最优客户"),
                    [new("client", new("Client", "客户")), new("r", new("R", "近度"), MeasureUnit.Count), new("f", new("F", "频率"), MeasureUnit.Count), new("m", new("M", "金额"), MeasureUnit.Count), new("days", new("Days since the last sale", "距上次成交天数"), MeasureUnit.Days), new("sales", new("Sales", "销售额"), MeasureUnit.Money)],
                    [.. best.Select(score => new InsightRow(ids[score.Client.Id], (long)score.R, (long)score.F, (long)score.M, (long)score.Client.Recency, score.Client.Monetary) { Clients = [ids[score.Client.Id]] })]),
            ],
            Charts = [new(ChartKind.HeatMap, "grid", new("Clients by recency and frequency", "按近度与频率分布的客户数")) { Label = "r", Values = [.. scores.Select(f => $"f{f}")] }],
        };
    }
}
