using static Clientele.Engine.Tests.Segments.ScoreSchemeTests;

namespace Clientele.Engine.Tests.Segments.Rows;

public sealed class PortfolioRowTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Fact]
    [Trait("Row", "S1-06")]
    public async Task Value_by_responsiveness_cut_at_100_and_40_percent_with_the_boundary_above()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder
            .Attributes(Number("firm.value"), Number("firm.answer"))
            .Schemes(MatrixSchemeTests.Grid(AxisCut.At(0)) with
            {
                Rows = new(new("Value", "价值"), "firm.value", [AxisCut.At(100)]),
                Columns = new(new("Responsiveness", "反应度"), "firm.answer", [AxisCut.At(0.40m)]),
            })));
        (string Value, string Answer, string Cell)[] expected = [("150", ".50", "hh"), ("150", ".36", "hl"), ("60", ".60", "lh"), ("60", ".10", "ll"), ("100", ".40", "hh")];
        var clients = new List<Client>();
        foreach (var (value, answer, _) in expected)
        {
            clients.Add(await crm.ClientAsync($"{value} {answer}"));
            await crm.SetAsync(clients[^1], "firm.value", value, Day);
            await crm.SetAsync(clients[^1], "firm.answer", answer, Day);
        }

        var without = await crm.ClientAsync("without");
        await crm.SetAsync(without, "firm.answer", ".50", Day);
        var run = await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal(expected.Select(client => client.Cell), await Task.WhenAll(clients.Select(client => crm.SegmentAsync(client, "firm.grid", Day)!)));
        Assert.Equal(MatrixScheme.InsufficientData, await crm.SegmentAsync(without, "firm.grid", Day));
        Assert.Equal(6, run.Schemes.Single(scheme => scheme.Scheme == "firm.grid").Segments.Sum(segment => segment.Count));
    }

    [Fact]
    [Trait("Row", "S4-02")]
    public async Task Current_by_potential_value_cut_at_200_each()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder
            .Attributes(Number("firm.value"), Number("firm.answer"))
            .Schemes(MatrixSchemeTests.Grid(AxisCut.At(200)) with
            {
                Cells = [new("light", new("Light", "一般联系"), 0, 0), new("invest", new("Invest", "投入"), 0, 1), new("keep", new("Keep", "维持"), 1, 0), new("protect", new("Protect", "保护"), 1, 1)],
            })));
        (string Current, string Potential, string Cell)[] expected = [("80", "300", "invest"), ("80", "20", "light"), ("600", "100", "keep"), ("800", "900", "protect")];
        foreach (var (current, potential, _) in expected)
        {
            var client = await crm.ClientAsync($"{current} {potential}");
            await crm.SetAsync(client, "firm.value", current, Day);
            await crm.SetAsync(client, "firm.answer", potential, Day);
        }

        await crm.Crm.Segments.RunAsync(Day);

        foreach (var (current, potential, cell) in expected)
        {
            Assert.Equal(cell, await crm.SegmentAsync(await crm.ClientAsync($"{current} {potential}"), "firm.grid", Day));
        }
    }

    [Fact]
    [Trait("Row", "S4-02")]
    public async Task Potential_is_the_headroom_by_the_probability_of_winning_it_and_the_growth_of_the_market()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "core.sale", Day, 400);
        await crm.SetAsync(client, "core.wallet", "1000", Day);
        await crm.SetAsync(client, "core.win_probability", "0.5", Day);
        await crm.SetAsync(client, "core.growth_factor", "1.1", Day);
        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal(330m, await crm.MeasureAsync(client, "core.potential", Day));
        await crm.TouchAsync(client, "core.sale", Day, 700);
        await crm.Crm.Segments.RunAsync(Day);
        Assert.Equal(0m, await crm.MeasureAsync(client, "core.potential", Day));
    }

    [Theory]
    [Trait("Row", "S4-01")]
    [InlineData(RankBasis.Value, 0.60, 0.85)]
    [InlineData(RankBasis.Clients, 0.08, 0.21)]
    public async Task Cumulative_value_and_count_percentile_find_the_same_8_13_and_79(RankBasis basis, double large, double medium)
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Schemes(new RankScheme
        {
            Name = "firm.class", Title = new("Class", "类别"), Measure = "core.sales", Basis = basis,
            Cuts = [new("large", new("Large", "大"), (decimal)large), new("medium", new("Medium", "中"), (decimal)medium), new("small", new("Small", "小"), 1m)],
        })));
        await HundredClientsAsync(crm);

        Assert.Equal([8, 13, 79], (await crm.Crm.Segments.RunAsync(Day)).Schemes.Single(scheme => scheme.Scheme == "firm.class").Segments.Select(segment => segment.Count));
    }

    [Fact]
    [Trait("Row", "S4-01")]
    public async Task Absolute_thresholds_do_too()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Schemes(new ScoreScheme
        {
            Name = "firm.class", Title = new("Class", "类别"), Factors = [new(new("Sales", "销售"), "core.sales")],
            Cuts = [new("large", new("Large", "大"), 1_000_000), new("medium", new("Medium", "中"), 200_000), new("small", new("Small", "小"))],
        })));
        await HundredClientsAsync(crm);

        Assert.Equal([8, 13, 79], (await crm.Crm.Segments.RunAsync(Day)).Schemes.Single(scheme => scheme.Scheme == "firm.class").Segments.Select(segment => segment.Count));
    }

    private static async Task HundredClientsAsync(TemporaryCrm crm)
    {
        var values = Enumerable.Repeat(225m, 8).Concat(Enumerable.Repeat(57.69m, 13)).Concat(Enumerable.Repeat(5.696m, 79)).ToList();
        for (var index = 0; index < values.Count; index++)
        {
            await crm.TouchAsync(await crm.ClientAsync($"{index}"), "core.sale", Day, values[index] * 10_000m);
        }
    }
}
