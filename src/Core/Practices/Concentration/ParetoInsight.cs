using Clientele.Analysis.Concentration;
using Clientele.Practices.History;

namespace Clientele.Practices.Concentration;

/// <summary>On whom the business rests: the Pareto curve, and what is left when a client goes.</summary>
internal sealed class ParetoInsight : IInsightComputation
{
    private static readonly NamesSetting Measure = new() { Name = "measure", Title = new("What is concentrated", "考察集中度的指标"), Default = ["core.sales_12m"] };
    private static readonly NumberSetting LargestShare = new() { Name = "largest_share", Title = new("Share of the largest client above which to warn", "最大客户占比的警戒线"), Default = 0.25m, Most = 1 };
    private static readonly NumberSetting Hhi = new() { Name = "hhi", Title = new("Herfindahl–Hirschman index above which to warn", "赫芬达尔指数的警戒线"), Description = new("0.18 is where the Merger Guidelines of 2023 call a market highly concentrated.", "0.18为2023年《合并指南》所称高度集中的界线。"), Default = 0.18m, Most = 1 };

    public static Insight Insight { get; } = new()
    {
        Name = "core.pareto",
        Title = new("Pareto curve and dependence", "帕累托曲线与依赖度"),
        Description = new("How much of a year's sales the first clients bring, whether the 80/20 law holds, and what would be left without each of them.", "年销售额集中于多少客户、二八法则是否成立，以及失去任一客户后的余额。"),
        Source = "Pareto 1896; Gini 1912; Herfindahl 1950, Hirschman 1945",
        Schemes = ["core.abc"],
        Settings = [Measure, LargestShare, Hhi],
        Computation = new ParetoInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var measure = input.Setting(Measure)[0];
        var clients = await input.ClientsAsync(cancellationToken: cancellationToken)
            .Where(client => client.Number(measure) is not null and not 0)
            .Select(client => (client.Id, Sales: client.Number(measure)!.Value, Class: client.Segment("core.abc") ?? "")).ToListAsync(cancellationToken).ConfigureAwait(false);
        var found = Pareto.Measure([.. clients.Select(client => client.Sales)]);
        if (!found.IsKnown)
        {
            return Told.Refused(found);
        }

        var figures = found.Value;
        var parts = clients.Select(client => new DependencePart(client.Id.ToString(), Math.Max(client.Sales, 0), Class: client.Class)).ToList();
        var dependence = Dependence.Of(parts, limits: new DependenceLimits((double)input.Setting(LargestShare), (double)input.Setting(Hhi)));
        return new InsightResult
        {
            Figures = [.. Headline(figures), .. Risk(dependence)],
            Tables = [Table(figures, clients)],
            Charts = [new(ChartKind.Pareto, "clients", new("A year's sales by client, with the cumulative share", "各客户年销售额及累计占比")) { Label = "client", Values = ["sales", "together"], Cuts = [0.8m] }],
            Reasons = dependence.IsKnown ? dependence.Value.Alerts : [dependence.Refusal],
        };
    }

    private static IEnumerable<Figure> Headline(ConcentrationFigures figures) =>
    [
        new("total", new("Sales in 12 months", "近12个月销售额"), figures.Total, MeasureUnit.Money),
        Told.Ratio("top_share", new("Brought by the first 20% of clients", "前20%客户的占比"), figures.TopShare) with
        {
            Verdict = figures.LawHolds ? new("The 80/20 law holds.", "二八法则成立。") : new("The 80/20 law does not hold.", "二八法则不成立。"),
        },
        new("few", new("Clients that bring 80%", "贡献八成的客户数"), figures.Few.Rank, MeasureUnit.Count),
        Told.Figure("gini", new("Gini coefficient", "基尼系数"), Finding.Of(Math.Round(figures.Gini, 3))),
    ];

    private static IEnumerable<Figure> Risk(Finding<DependenceFigures> dependence) => !dependence.IsKnown ? [] :
    [
        Told.Ratio("largest_share", new("Share of the largest client", "最大客户占比"), dependence.Value.LargestShare) with { Alert = dependence.Value.Alerts.Any(alert => alert.Code == "largest_share") },
        Told.Figure("hhi", new("Herfindahl–Hirschman index", "赫芬达尔指数"), Finding.Of(Math.Round(dependence.Value.Hhi, 4))) with { Alert = dependence.Value.Alerts.Any(alert => alert.Code == "hhi") },
    ];

    private static InsightTable Table(ConcentrationFigures figures, IReadOnlyList<(ClientId Id, decimal Sales, string Class)> clients) => new(
        "clients",
        new("Clients by sales", "客户销售额排名"),
        [
            new("rank", new("Rank", "名次"), MeasureUnit.Count), new("client", new("Client", "客户")), new("sales", new("Sales", "销售额"), MeasureUnit.Money),
            new("share", new("Share", "占比"), MeasureUnit.Ratio), new("together", new("Cumulative share", "累计占比"), MeasureUnit.Ratio), new("left", new("Left without it", "失去后的余额"), MeasureUnit.Money),
        ],
        [.. figures.Curve.Select(point => new InsightRow((long)point.Rank, clients[point.Index].Id, point.Value, InsightCell.Measured((double)(point.Value / figures.Total)), InsightCell.Measured(point.ValueShare), figures.Total - point.Value)
        {
            Clients = [clients[point.Index].Id],
        })]);
}
