using Clientele.Documents;

namespace Clientele.Engine.Tests.Insights;

public sealed class InsightTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Fact]
    public async Task An_insight_reads_clients_segments_months_and_touchpoints_and_nothing_it_did_not_declare()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Insights(Census(new Counting()))));
        await TwoClientsAsync(crm);

        var result = (await crm.Crm.Insights.RunAsync("firm.census", Day)).Result;

        Assert.Null(result.Refusal);
        Assert.Equal(["clients 2", "value 130", "a 1", "months 3", "touchpoints 4", "members 2"], result.Figures.Select(figure => $"{figure.Name} {figure.Value:0.##}"));
    }

    [Fact]
    public async Task Values_of_an_earlier_day_can_be_compared_with()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Insights(Census(new Earlier()))));
        await TwoClientsAsync(crm);

        var result = (await crm.Crm.Insights.RunAsync("firm.census", Day)).Result;

        Assert.Equal(30m, result.Figures.Single().Value);
    }

    [Fact]
    public async Task A_computation_that_throws_or_reads_what_it_did_not_declare_is_a_refusal_with_the_reason()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Insights(Census(new Undeclared()))));
        await TwoClientsAsync(crm);

        var result = (await crm.Crm.Insights.RunAsync("firm.census", Day)).Result;

        Assert.Contains("'core.recency', which firm.census does not declare", result.Refusal!.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", "client", 1)]
    [InlineData("ranking", "missing", 1)]
    [InlineData("ranking", "client", 2)]
    public async Task A_result_whose_parts_do_not_fit_is_a_refusal_and_its_page_is_written(string table, string label, int cells)
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Insights(Census(new Fixed(new()
        {
            Tables = [new("ranking", new("Ranking", "排名"), [new("client", new("Client", "客户"))], [new InsightRow([.. Enumerable.Repeat<InsightCell>(1m, cells)])])],
            Charts = [new(ChartKind.Bars, table, new("Chart", "图")) { Label = label, Values = ["client"] }],
        })))));

        var result = (await crm.Crm.Insights.RunAsync("firm.census", Day)).Result;
        var html = (await crm.Crm.Reports.WriteInsightAsync("firm.census", Day, DocumentLanguage.English)).Report.Html;

        Assert.Equal("malformed", result.Refusal?.Code);
        Assert.Contains("does not fit together", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_insight_nobody_registered_is_one_clear_error()
    {
        await using var crm = await TemporaryCrm.OpenAsync();

        var error = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Insights.RunAsync("firm.nothing", Day));

        Assert.Equal(ErrorCodes.RegistrationUnknown, error.Code);
    }

    [Fact]
    public async Task An_insight_is_a_page_whose_client_names_are_escaped()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Insights(Census(new Ranking()))));
        await crm.ClientAsync("<b>Bold & Sons</b>");

        var html = (await crm.Crm.Reports.WriteInsightAsync("firm.census", Day, DocumentLanguage.English)).Report.Html;

        Assert.Contains("&lt;b&gt;Bold &amp; Sons&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("12.5%", html, StringComparison.Ordinal);
        Assert.Contains("2026-01-01", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Bold", html, StringComparison.Ordinal);
    }

    private static async Task TwoClientsAsync(TemporaryCrm crm)
    {
        var (first, second) = (await crm.ClientAsync("first"), await crm.ClientAsync("second"));
        await crm.TouchAsync(first, "core.sale", new(2025, 12, 30), 20);
        await crm.TouchAsync(first, "core.sale", new(2026, 3, 1), 70);
        await crm.TouchAsync(first, "core.sale", new(2026, 3, 31), 30);
        await crm.TouchAsync(second, "core.sale", new(2025, 11, 5), 10);
        await crm.TouchAsync(second, "core.visit", new(2025, 11, 5));
        await crm.Crm.Segments.RunAsync(Day);
    }

    private static Insight Census(IInsightComputation computation) => new()
    {
        Name = "firm.census", Title = new("Census", "普查"), Description = new("Counts.", "计数。"),
        Reads = ["core.sales"], Schemes = ["core.abc"], Kinds = ["core.sale"], Computation = computation,
    };

    private sealed class Counting : IInsightComputation
    {
        public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
        {
            var clients = await input.ClientsAsync(cancellationToken: cancellationToken).Select(client => (Value: client.Number("core.sales"), Segment: client.Segment("core.abc"))).ToListAsync(cancellationToken);
            return new InsightResult
            {
                Figures =
                [
                    Figure("clients", clients.Count),
                    Figure("value", clients.Sum(client => client.Value ?? 0)),
                    Figure("a", clients.Count(client => client.Segment == "a")),
                    Figure("months", await input.MonthsAsync(cancellationToken).CountAsync(cancellationToken)),
                    Figure("touchpoints", await input.TouchpointsAsync(cancellationToken).CountAsync(cancellationToken)),
                    Figure("members", await input.MembershipsAsync("core.abc", input.AsOf, input.AsOf, cancellationToken).CountAsync(cancellationToken)),
                ],
            };
        }
    }

    private sealed class Earlier : IInsightComputation
    {
        public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken) => new()
        {
            Figures = [Figure("sales", await input.ClientsAsync(new(2025, 12, 31), cancellationToken).Select(client => client.Number("core.sales") ?? 0).SumAsync(cancellationToken))],
        };
    }

    private sealed class Undeclared : IInsightComputation
    {
        public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken) => new()
        {
            Figures = [Figure("sales", await input.ClientsAsync(cancellationToken: cancellationToken).Select(client => client.Number("core.recency") ?? 0).SumAsync(cancellationToken))],
        };
    }

    private sealed class Fixed(InsightResult result) : IInsightComputation
    {
        public ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken) => new(result);
    }

    private sealed class Ranking : IInsightComputation
    {
        public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken) => new()
        {
            Tables =
            [
                new(
                    "ranking",
                    new("Ranking", "排名"),
                    [new("client", new("Client", "客户")), new("share", new("Share", "占比"), MeasureUnit.Ratio), new("since", new("Since", "起自"))],
                    await input.ClientsAsync(cancellationToken: cancellationToken).Select(client => new InsightRow(client.Id, 0.125m, (DateOnly?)new DateOnly(2026, 1, 1)) { Clients = [client.Id] }).ToListAsync(cancellationToken)),
            ],
            Charts = [new(ChartKind.Bars, "ranking", new("Shares", "占比")) { Label = "client", Values = ["share"] }],
        };
    }

    private static Figure Figure(string name, decimal value) => new(name, LocalizedText.Same(name), value);
}
