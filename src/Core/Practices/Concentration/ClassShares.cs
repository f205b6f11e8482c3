using Clientele.Analysis.Concentration;
using Clientele.Practices.History;

namespace Clientele.Practices.Concentration;

/// <summary>What each class of clients comes to, and how far it drifted in a year.</summary>
internal sealed class ClassShares : IInsightComputation
{
    private const string Measure = "core.sales_12m";

    public static Insight Insight { get; } = new()
    {
        Name = "core.class_shares",
        Title = new("Shares of the client classes", "各类客户的份额"),
        Description = new("For each class its clients, sales, average and shares, and how the shares changed against the year before.", "各类客户的数量、销售额、平均值与份额，以及份额较上年的变化。"),
        Reads = [Measure],
        Schemes = ["core.abc"],
        Computation = new ClassShares(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var clients = await ReadAsync(input, input.AsOf, cancellationToken).ConfigureAwait(false);
        var order = Abc.Scheme.All.Select(segment => segment.Name).ToList();
        var before = ClassFigures.Of([.. (await ReadAsync(input, input.AsOf.AddYears(-1), cancellationToken).ConfigureAwait(false)).Select(client => (client.Class, client.Value))], order);
        var targets = before.IsKnown ? before.Value.Where(figure => figure.Count > 0).Select(figure => new ClassTarget(figure.Class, figure.ClientShare, figure.ValueShare)).ToList() : null;
        var found = ClassFigures.Of([.. clients.Select(client => (client.Class, client.Value))], order, targets);
        if (!found.IsKnown)
        {
            return Told.Refused(found);
        }

        var members = clients.ToLookup(client => client.Class, client => client.Id);
        return new InsightResult
        {
            Figures = [.. found.Value.Select(figure => Told.Ratio($"{figure.Class}_share", Title(figure.Class), figure.ValueShare))],
            Tables =
            [
                new(
                    "classes",
                    new("Classes", "客户类别"),
                    [
                        new("class", new("Class", "类别")), new("clients_count", new("Clients", "客户数"), MeasureUnit.Count), new("client_share", new("Share of clients", "客户占比"), MeasureUnit.Ratio), new("sales", new("Sales", "销售额"), MeasureUnit.Money),
                        new("sales_share", new("Share of sales", "销售占比"), MeasureUnit.Ratio), new("average", new("Average", "平均"), MeasureUnit.Money), new("drift", new("Share against last year", "份额较上年"), MeasureUnit.Ratio),
                    ],
                    [.. found.Value.Select(figure => new InsightRow(Title(figure.Class), (long)figure.Count, InsightCell.Measured(figure.ClientShare), figure.Value, InsightCell.Measured(figure.ValueShare), figure.Average is { } average ? decimal.Round(average, 2) : default(decimal?), Told.Ratio(figure.ValueDrift))
                    {
                        Clients = [.. members[figure.Class]],
                    })]),
            ],
            Charts = [new(ChartKind.Bars, "classes", new("Sales by class", "各类客户销售额")) { Label = "class", Values = ["sales"] }],
            Reasons = before.IsKnown ? [] : [Told.Because("no_year_before", "There are no classes stored for the year before to compare with.", "没有上年的分类可供比较。")],
        };
    }

    private static LocalizedText Title(string name) => Abc.Scheme.All.FirstOrDefault(segment => segment.Name == name)?.Title ?? LocalizedText.Same(name);

    private static async Task<List<(ClientId Id, string Class, decimal Value)>> ReadAsync(IInsightInput input, DateOnly day, CancellationToken cancellationToken) =>
        await input.ClientsAsync(day, cancellationToken).Where(client => client.Segment("core.abc") is not null).Select(client => (client.Id, client.Segment("core.abc")!, client.Number(Measure) ?? 0)).ToListAsync(cancellationToken).ConfigureAwait(false);
}
