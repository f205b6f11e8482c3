using static Clientele.Engine.Tests.Segments.ScoreSchemeTests;

namespace Clientele.Engine.Tests.Segments;

public sealed class MatrixSchemeTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Fact]
    public async Task A_quantile_cut_lies_where_the_population_puts_it_and_its_place_is_kept_and_explained()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Matrix(AxisCut.Median)));
        var clients = new List<Client>();
        for (var number = 1; number <= 5; number++)
        {
            clients.Add(await crm.ClientAsync($"{number}"));
            await crm.SetAsync(clients[^1], "firm.value", $"{number * 10}", Day);
            await crm.SetAsync(clients[^1], "firm.answer", "1", Day);
        }

        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal("lh lh hh hh hh", string.Join(" ", await Task.WhenAll(clients.Select(client => crm.SegmentAsync(client, "firm.grid", Day)))));
        Assert.Equal([30m], (await crm.Crm.Store.Memberships.CutsAsync("firm.grid", Day))["rows"]);
        var explained = await crm.ExplainAsync(clients[0], "firm.grid", Day);
        Assert.Equal("Value 10 (cut at 30), Answer 1 (cut at 1).", explained.Reasons[0].Text.En);
        Assert.Equal("firm.value < 30 && firm.answer >= 1", explained.Rules[^1].Rule);
    }

    [Fact]
    public async Task When_all_values_are_equal_everybody_is_at_the_cut_and_so_above_it()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Matrix(AxisCut.Median)));
        foreach (var name in new[] { "a", "b", "c" })
        {
            var client = await crm.ClientAsync(name);
            await crm.SetAsync(client, "firm.value", "7", Day);
            await crm.SetAsync(client, "firm.answer", "7", Day);
        }

        Assert.Equal(3, Assert.Single(await CountsAsync(crm)).Count);
    }

    [Fact]
    public async Task A_population_in_which_nobody_has_the_value_is_insufficient_data_to_the_last()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Matrix(AxisCut.Median)));
        await crm.ClientAsync("a");

        Assert.Equal(MatrixScheme.InsufficientData, Assert.Single(await CountsAsync(crm)).Segment.Name);
        Assert.Equal(MatrixScheme.InsufficientData, (await crm.ExplainAsync(await crm.ClientAsync("a"), "firm.grid", Day)).Rules[^1].Segment.Name);
    }

    [Fact]
    public async Task A_matrix_whose_cells_do_not_cover_its_levels_is_refused()
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => TemporaryCrm.OpenAsync(("firm", builder => builder
            .Attributes(Number("firm.value"), Number("firm.answer"))
            .Schemes(Grid(AxisCut.Median) with { Cells = [new("all", new("All", "全部"), 0, 0)] }))));

        Assert.Contains("2 by 2 levels", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<Clientele.Segments.SegmentCount>> CountsAsync(TemporaryCrm crm) =>
        [.. (await crm.Crm.Segments.RunAsync(Day)).Schemes.Single(scheme => scheme.Scheme == "firm.grid").Segments.Where(segment => segment.Count > 0)];

    private static Action<IPluginBuilder> Matrix(AxisCut cut) => builder => builder.Attributes(Number("firm.value"), Number("firm.answer")).Schemes(Grid(cut));

    internal static MatrixScheme Grid(AxisCut cut) => new()
    {
        Name = "firm.grid", Title = new("Grid", "矩阵"),
        Rows = new(new("Value", "价值"), "firm.value", [cut]),
        Columns = new(new("Answer", "反应"), "firm.answer", [cut]),
        Cells = [new("ll", new("LL", "低低"), 0, 0), new("lh", new("LH", "低高"), 0, 1), new("hl", new("HL", "高低"), 1, 0), new("hh", new("HH", "高高"), 1, 1)],
    };
}
