using Clientele.Analysis.Composition;
using Clientele.Analysis.Development;
using Clientele.Practices.History;

namespace Clientele.Practices.Development;

/// <summary>How each class of clients develops: its sales, its share of the whole, its new clients and its deal rate.</summary>
internal sealed class DynamicsInsight : IInsightComputation
{
    private const string Lead = "core.lead";
    private const int Months = 12;

    public static Insight Insight { get; } = new()
    {
        Name = "core.group_dynamics",
        Title = new("Business dynamics by class", "各类客户业务发展动态"),
        Description = new("For each class, the last twelve whole months of sales with their moving average over three months, the share of the whole, the clients won and the deals per lead.", "各类客户近12个整月的销售额及三月移动平均、占全局比重、新增客户与线索成交率。"),
        Schemes = ["core.abc"],
        Kinds = [Lead],
        Roles = TouchpointRoles.Sale,
        Computation = new DynamicsInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var classes = await input.ClientsAsync(cancellationToken: cancellationToken).ToDictionaryAsync(client => client.Id, client => client.Segment("core.abc") ?? "", cancellationToken: cancellationToken).ConfigureAwait(false);
        var (last, rows, seen) = (SalesHistory.LastWhole(input.AsOf), new List<CubeRow>(), new HashSet<ClientId>());
        await foreach (var month in input.MonthsAsync(cancellationToken).ConfigureAwait(false))
        {
            var back = ((last.Year - month.First.Year) * 12) + last.Month - month.First.Month;
            var (lead, isNew) = (month.Kind == Lead, month.Kind != Lead && seen.Add(month.Client));
            if (back is >= 0 and < Months)
            {
                rows.Add(new CubeRow(
                    month.Client.ToString(),
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["class"] = classes[month.Client], ["month"] = last.AddMonths(-back).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture) },
                    new Dictionary<string, decimal>(StringComparer.Ordinal) { ["sales"] = lead ? 0 : month.Amount, ["deals"] = lead ? 0 : month.Count, ["leads"] = lead ? month.Count : 0, ["won"] = isNew ? 1 : 0 }));
            }
        }

        var cube = new Cube(rows);
        return cube.Total.Sums.GetValueOrDefault("sales") <= 0 ? Told.NoClients() : Result(cube, last);
    }

    private static InsightResult Result(Cube cube, DateOnly last)
    {
        var groups = cube.By("class");
        var months = Enumerable.Range(0, Months).Reverse().Select(back => last.AddMonths(-back).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var averages = groups.Select(group => Trend.MovingAverage([.. months.Select(month => cube.Where("class", group.At[0]).Where("month", month).Total.Sums.GetValueOrDefault("sales"))], 3)).ToList();
        return new InsightResult
        {
            Figures = [new("sales", new("Sales in 12 whole months", "近12个整月销售额"), cube.Total.Sums["sales"], MeasureUnit.Money), Told.Figure("deal_rate", new("Deals per lead", "线索成交率"), cube.Total.Ratio("deals", "leads") is { IsKnown: true } rate ? rate : Finding.Refused<double>("no_leads", new("no leads recorded", "未登记线索")), MeasureUnit.Ratio)],
            Tables =
            [
                new(
                    "averages", new("Moving average over three months", "三月移动平均"),
                    [new("month", new("Month", "月份")), .. groups.Select((group, index) => new InsightColumn($"class_{index + 1}", Class(group.At[0]), MeasureUnit.Money))],
                    [.. months.Select((month, at) => new InsightRow([InsightCell.Same(month), .. averages.Select(average => average[at] is { } value ? (InsightCell)decimal.Round(value, 2) : default)]) { Clients = Ids(cube.Where("month", month).Total.Clients) })]),
                new(
                    "groups", new("Classes", "各类客户"),
                    [new("class", new("Class", "类别")), new("sales", new("Sales", "销售额"), MeasureUnit.Money), new("share", new("Share of the whole", "占全局比重"), MeasureUnit.Ratio), new("deals", new("Deals", "成交笔数"), MeasureUnit.Count), new("won", new("Clients won", "新增客户"), MeasureUnit.Count), new("rate", new("Deals per lead", "线索成交率"), MeasureUnit.Ratio)],
                    [.. groups.Select(group => new InsightRow(
                        Class(group.At[0]), group.Sums["sales"], InsightCell.Measured((double)(group.Sums["sales"] / cube.Total.Sums["sales"])), group.Sums["deals"], group.Sums["won"], group.Ratio("deals", "leads") is { IsKnown: true, Value: var rate } ? InsightCell.Measured(rate) : default)
                    {
                        Clients = Ids(group.Clients),
                    })]),
            ],
            Charts = [new(ChartKind.Line, "averages", new("Moving average of sales by class", "各类客户销售额移动平均")) { Label = "month", Values = [.. groups.Select((_, index) => $"class_{index + 1}")] }],
        };
    }

    private static LocalizedText Class(string name) => Concentration.Abc.Scheme.All.FirstOrDefault(segment => segment.Name == name)?.Title ?? new("not classified", "未分类");

    private static IReadOnlyList<ClientId> Ids(IReadOnlyList<string> ids) => [.. ids.Select(id => ClientId.TryParse(id, out var client) ? client : default)];
}
