namespace Clientele.Engine.Tests.Measures;

public sealed class HistoryMeasureTests
{
    private static readonly DateOnly Day = new(2026, 3, 20);

    private static readonly TouchpointKind Survey = new()
    {
        Name = "firm.survey", Title = new("Survey", "满意度调查"),
        Details = [new("score", new("Score", "得分"), ValueKind.Number), new("topic", new("Topic", "主题"))],
    };

    [Fact]
    public async Task A_history_is_the_same_months_whatever_windows_other_measures_cut()
    {
        var history = new HistoryMeasure { Name = "firm.months", Title = new("Months", "月数"), Roles = TouchpointRoles.Sale, Computation = new Shape() };
        var window = new FactMeasure { Name = "firm.cut", Title = new("Cut", "截断"), Aggregate = Aggregate.Sum, Roles = TouchpointRoles.Sale, Window = Window.Days(20) };
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Measures(history, window)));
        var client = await crm.ClientAsync("a");
        foreach (var (day, amount) in new[] { (new DateOnly(2026, 1, 3), 1m), (new(2026, 3, 1), 2m), (new(2026, 3, 2), 4m), (new(2026, 3, 25), 8m) })
        {
            await crm.TouchAsync(client, "core.sale", day, amount);
        }


        var value = await ValueAsync(crm, client, "firm.months");
        // January with 1, and March up to the 20th with 2 + 4 in one piece.
        Assert.Equal(16m, value.Value);
        Assert.Equal("2026-01-03..2026-01-03=1 2026-03-01..2026-03-02=6", value.Reasons.Single().Text.En);
    }

    [Fact]
    public async Task A_measure_can_average_a_detail_of_the_touchpoints_that_have_another()
    {
        var measure = new FactMeasure
        {
            Name = "firm.score", Title = new("Score", "得分"), Aggregate = Aggregate.Average, Kinds = ["firm.survey"], Detail = "score",
            Where = new Dictionary<string, string> { ["topic"] = "service" },
        };
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.TouchpointKinds(Survey).Measures(measure)));
        var client = await crm.ClientAsync("a");
        await SurveyAsync(crm, client, "1", "service", "8");
        await SurveyAsync(crm, client, "2", "service", "6");
        await SurveyAsync(crm, client, "3", "price", "1");

        Assert.Equal(7m, (await ValueAsync(crm, client, "firm.score")).Value);
    }

    [Fact]
    public async Task A_history_read_singly_sees_the_details_of_each_touchpoint()
    {
        var history = new HistoryMeasure { Name = "firm.last_topic", Title = new("Last topic", "最近主题"), Kinds = ["firm.survey"], Singly = true, Computation = new Topics() };
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.TouchpointKinds(Survey).Measures(history)));
        var client = await crm.ClientAsync("a");
        await SurveyAsync(crm, client, "1", "service", "8");
        await SurveyAsync(crm, client, "2", "price", "6");

        var value = await ValueAsync(crm, client, "firm.last_topic");

        Assert.Equal(2m, value.Value);
        Assert.Equal("price, service", value.Reasons.Single().Text.En);
    }

    [Fact]
    public async Task Measures_see_what_was_just_committed_and_do_not_wait_for_a_batch_that_is_open()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "core.sale", new(2026, 3, 2), 5);
        Assert.Equal(5m, (await ValueAsync(crm, client, "core.sales")).Value);

        await crm.TouchAsync(client, "core.sale", new(2026, 3, 3), 6);
        await using var open = await crm.Crm.BeginAsync();

        Assert.Equal(5m, (await ValueAsync(crm, client, "core.sales")).Value);
    }

    [Fact]
    public async Task A_history_that_throws_costs_the_client_a_reason_and_not_the_run()
    {
        var history = new HistoryMeasure { Name = "firm.faulty", Title = new("Faulty", "故障"), Roles = TouchpointRoles.Sale, Computation = new Faulty() };
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Measures(history)));
        var client = await crm.ClientAsync("a");

        var value = await ValueAsync(crm, client, "firm.faulty");

        Assert.Null(value.Value);
        Assert.Contains("no good", value.Reasons.Single().Text.En, StringComparison.Ordinal);
    }

    private static Task SurveyAsync(TemporaryCrm crm, Client client, string id, string topic, string score) => crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint
    {
        Id = TouchpointId.From("survey", id), Client = client.Id, Kind = "firm.survey", OccurredOn = new(2026, 3, 2),
        Details = new Dictionary<string, string> { ["topic"] = topic, ["score"] = score },
    }));

    private static async Task<Clientele.Measures.MeasureValue> ValueAsync(TemporaryCrm crm, Client client, string measure) =>
        (await crm.Crm.Measures.OfClientAsync(client.Id, Day)).Single(value => value.Measure.Name == measure);

    private sealed class Shape : IHistoryComputation
    {
        public MeasureResult Compute(HistoryInput input) => new(
            input.Facts.Aggregate(0m, (sum, fact) => (sum * 10) + fact.Amount),
            [new Reason("shape", LocalizedText.Same(string.Join(' ', input.Facts.Select(fact => $"{fact.First:yyyy-MM-dd}..{fact.Last:yyyy-MM-dd}={fact.Amount:0.##}"))))]);
    }

    private sealed class Topics : IHistoryComputation
    {
        public MeasureResult Compute(HistoryInput input) => new(
            input.Facts.Count,
            [new Reason("topics", LocalizedText.Same(string.Join(", ", input.Facts.Select(fact => fact.Details["topic"]).Order(StringComparer.Ordinal))))]);
    }

    private sealed class Faulty : IHistoryComputation
    {
        public MeasureResult Compute(HistoryInput input) => throw new InvalidOperationException("no good");
    }
}
