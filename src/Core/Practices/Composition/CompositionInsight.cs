using Clientele.Analysis.Composition;
using Clientele.Practices.History;

namespace Clientele.Practices.Composition;

/// <summary>What the buyers and their sales are made of.</summary>
internal sealed class CompositionInsight : IInsightComputation
{
    private const string Sales = "core.sales_12m";

    public static Insight Insight { get; } = new()
    {
        Name = "core.composition",
        Title = new("Composition of clients", "客户构成"),
        Description = new("Buyers of twelve months and their sales by class and by region, with shares and the change against the year before; the parts add up to the same whole either way.", "近12个月成交客户及其销售额按类别、地区的构成、份额与较上年的变化；各角度合计一致。"),
        Reads = [Sales, "core.region"],
        Schemes = ["core.abc"],
        Computation = new CompositionInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(input, input.AsOf, cancellationToken).ConfigureAwait(false);
        var before = await ReadAsync(input, input.AsOf.AddYears(-1), cancellationToken).ConfigureAwait(false);
        if (now.Rows.Count == 0)
        {
            return Told.NoClients();
        }

        var total = CompositionTable.Of(Count(now, "class"), before.Rows.Count > 0 ? Count(before, "class") : null).Value!;
        return new InsightResult
        {
            Figures =
            [
                new("buyers", new("Buyers in 12 months", "近12个月成交客户"), total.Total, MeasureUnit.Count),
                new("change", new("Against the year before", "较上年"), total.Total - total.Before, MeasureUnit.Count),
                new("growth", new("Growth of buyers", "客户增长率"), Told.Ratio(total.Growth).Number, MeasureUnit.Ratio),
            ],
            Tables =
            [
                Table("class", new("By class", "按类别"), now, before, name => Concentration.Abc.Scheme.All.FirstOrDefault(segment => segment.Name == name)?.Title),
                Table("region", new("By region", "按地区"), now, before, name => name.Length > 0 ? LocalizedText.Same(name) : null),
                Cross(now),
            ],
            Charts = [new(ChartKind.Bars, "class", new("Sales by class", "各类客户销售额")) { Label = "part", Values = ["sales"] }, new(ChartKind.Bars, "region", new("Sales by region", "各地区销售额")) { Label = "part", Values = ["sales"] }],
            Reasons = before.Rows.Count > 0 ? [] : [Told.Because("no_year_before", "Nobody bought in the year before, so that there is no change to show.", "上年没有成交客户，无从比较。")],
        };
    }

    private static async Task<Cube> ReadAsync(IInsightInput input, DateOnly day, CancellationToken cancellationToken) => new(
        await input.ClientsAsync(day, cancellationToken).Where(client => client.Number(Sales) > 0)
            .Select(client => new CubeRow(
                client.Id.ToString(),
                new Dictionary<string, string>(StringComparer.Ordinal) { ["class"] = client.Segment("core.abc") ?? "", ["region"] = client.Text("core.region") ?? "" },
                new Dictionary<string, decimal>(StringComparer.Ordinal) { ["clients"] = 1, ["sales"] = client.Number(Sales)!.Value }))
            .ToListAsync(cancellationToken).ConfigureAwait(false));

    private static Dictionary<string, decimal> Count(Cube cube, string dimension) => cube.By(dimension).ToDictionary(cell => cell.At[0], cell => cell.Sums["clients"]);

    private static InsightTable Table(string name, LocalizedText title, Cube now, Cube before, Func<string, LocalizedText?> say)
    {
        var parts = CompositionTable.Of(Count(now, name), before.Rows.Count > 0 ? Count(before, name) : null).Value!.Parts;
        var cells = now.By(name).ToDictionary(cell => cell.At[0]);
        var whole = now.Total.Sums["sales"];
        return new InsightTable(
            name, title,
            [
                new("part", new("Part", "分组")), new("clients_count", new("Buyers", "成交客户数"), MeasureUnit.Count), new("share", new("Share of buyers", "客户占比"), MeasureUnit.Ratio), new("change", new("Against the year before", "较上年"), MeasureUnit.Count),
                new("sales", new("Sales", "销售额"), MeasureUnit.Money), new("sales_share", new("Share of sales", "销售占比"), MeasureUnit.Ratio),
            ],
            [.. parts.Select(part => (Part: part, Cell: cells.GetValueOrDefault(part.Name))).Select(one => new InsightRow(
                say(one.Part.Name) ?? new LocalizedText("not recorded", "未登记"), one.Part.Value, InsightCell.Measured(one.Part.Share), one.Part.Change, one.Cell?.Sums["sales"] ?? 0, InsightCell.Measured((double)((one.Cell?.Sums["sales"] ?? 0) / whole)))
            {
                Clients = Ids(one.Cell?.Clients ?? []),
            })]);
    }

    private static InsightTable Cross(Cube cube)
    {
        var classes = cube.By("class").Select(cell => cell.At[0]).ToList();
        return new InsightTable(
            "cross", new("Sales by region and class", "各地区各类客户销售额"),
            [new("region", new("Region", "地区")), .. classes.Select((name, index) => new InsightColumn($"class_{index + 1}", Concentration.Abc.Scheme.All.FirstOrDefault(segment => segment.Name == name)?.Title ?? new("not classified", "未分类"), MeasureUnit.Money)), new("total", new("Together", "合计"), MeasureUnit.Money)],
            [.. cube.By("region").Select(cell => new InsightRow([cell.At[0].Length > 0 ? LocalizedText.Same(cell.At[0]) : new LocalizedText("not recorded", "未登记"), .. classes.Select(name => (InsightCell)cube.Where("region", cell.At[0]).Where("class", name).Total.Sums.GetValueOrDefault("sales")), cell.Sums["sales"]]) { Clients = Ids(cell.Clients) })]);
    }

    private static IReadOnlyList<ClientId> Ids(IReadOnlyList<string> ids) => [.. ids.Select(id => ClientId.TryParse(id, out var client) ? client : default)];
}
