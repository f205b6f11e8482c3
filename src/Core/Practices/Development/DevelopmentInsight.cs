using System.Globalization;
using Clientele.Analysis.Composition;
using Clientele.Analysis.Development;
using Clientele.Practices.History;

namespace Clientele.Practices.Development;

/// <summary>How many clients were won, whether more and more are, and through what.</summary>
internal sealed class DevelopmentInsight : IInsightComputation
{
    private const int Quarters = 8;

    public static Insight Insight { get; } = new()
    {
        Name = "core.development",
        Title = new("Clients won and their causes", "客户发展：总量、趋势与原因"),
        Description = new("New clients, deals and volume by quarter, the trend of new clients with its significance, and through which source they came.", "按季度统计新客户、成交笔数与金额，给出新客户趋势及其显著性，以及来源构成。"),
        Reads = ["core.lead_source"],
        Schemes = ["core.abc"],
        Roles = TouchpointRoles.Sale,
        Computation = new DevelopmentInsight(),
    };

    private sealed class Quarter
    {
        public List<ClientId> New { get; } = [];

        public long Deals { get; set; }

        public decimal Volume { get; set; }
    }

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var last = QuarterOf(SalesHistory.LastWhole(input.AsOf).AddMonths(1)) - 1;
        var (quarters, seen, first) = (Enumerable.Range(0, Quarters).Select(_ => new Quarter()).ToList(), new HashSet<ClientId>(), int.MaxValue);
        await foreach (var month in input.MonthsAsync(cancellationToken).ConfigureAwait(false))
        {
            var quarter = QuarterOf(month.First);
            first = Math.Min(first, quarter);
            var isNew = seen.Add(month.Client);
            if (quarter - last + Quarters - 1 is >= 0 and < Quarters and var at)
            {
                quarters[at].Deals += month.Count;
                quarters[at].Volume += month.Amount;
                if (isNew)
                {
                    quarters[at].New.Add(month.Client);
                }
            }
        }

        var from = Math.Max(first, last - Quarters + 1);
        var shown = quarters.Skip(from - (last - Quarters + 1)).ToList();
        return first > last ? InsightResult.Refused(Told.Because("too_few", "No sale lies in a quarter that is over.", "没有已结束季度的销售记录。"))
            : Result(shown, from, await SourcesAsync(input, [.. shown.SelectMany(quarter => quarter.New)], cancellationToken).ConfigureAwait(false));
    }

    private static int QuarterOf(DateOnly day) => (day.Year * 4) + ((day.Month - 1) / 3);

    private static async Task<ILookup<string, ClientId>> SourcesAsync(IInsightInput input, HashSet<ClientId> clients, CancellationToken cancellationToken)
    {
        var found = await input.ClientsAsync(cancellationToken: cancellationToken).Where(client => clients.Contains(client.Id)).Select(client => (client.Id, Source: client.Text("core.lead_source") ?? "")).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ToLookup(client => client.Source, client => client.Id);
    }

    private static InsightResult Result(List<Quarter> quarters, int from, ILookup<string, ClientId> sources)
    {
        var trend = Trend.Of([.. quarters.Select(quarter => (double)quarter.New.Count)]);
        var causes = CompositionTable.Of(sources.ToDictionary(group => group.Key, group => (decimal)group.Count()));
        return new InsightResult
        {
            Figures =
            [
                new("won", new("Clients won", "新增客户"), quarters.Sum(quarter => quarter.New.Count), MeasureUnit.Count),
                Told.Figure("slope", new("Trend per quarter", "每季趋势"), trend.Then(line => Finding.Of(Math.Round(line.Slope, 2)))) with
                {
                    Verdict = !trend.IsKnown ? trend.Refusal.Text : trend.Value.Significant ? new("More than chance (5% level).", "趋势显著（5% 水平）。") : new("May be chance (5% level).", "趋势不显著（5% 水平）。"),
                },
                new("p", new("p-value of the trend", "趋势的 p 值"), trend.IsKnown ? InsightCell.Measured(trend.Value.PValue, 4).Number : null),
            ],
            Tables =
            [
                new(
                    "quarters", new("By quarter", "按季度"),
                    [new("quarter", new("Quarter", "季度")), new("won", new("New clients", "新客户"), MeasureUnit.Count), new("deals", new("Deals", "成交笔数"), MeasureUnit.Count), new("volume", new("Volume", "成交金额"), MeasureUnit.Money)],
                    [.. quarters.Select((quarter, index) => new InsightRow(InsightCell.Same(string.Create(CultureInfo.InvariantCulture, $"{(from + index) / 4} Q{((from + index) % 4) + 1}")), (long)quarter.New.Count, quarter.Deals, quarter.Volume) { Clients = quarter.New })]),
                new(
                    "causes", new("Through what they came", "来源构成"),
                    [new("source", new("Source", "来源")), new("won", new("New clients", "新客户"), MeasureUnit.Count), new("share", new("Share", "占比"), MeasureUnit.Ratio)],
                    [.. (causes.Value?.Parts ?? []).Select(part => new InsightRow(part.Name.Length > 0 ? LocalizedText.Same(part.Name) : new LocalizedText("not recorded", "未登记"), part.Value, InsightCell.Measured(part.Share)) { Clients = [.. sources[part.Name]] })]),
            ],
            Charts = [new(ChartKind.Columns, "quarters", new("New clients by quarter", "各季度新客户")) { Label = "quarter", Values = ["won"] }],
        };
    }
}
