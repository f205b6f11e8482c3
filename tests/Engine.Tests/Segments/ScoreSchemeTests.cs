namespace Clientele.Engine.Tests.Segments;

public sealed class ScoreSchemeTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Fact]
    [Trait("Row", "S2-03")]
    public async Task A_score_that_swings_about_the_cut_within_the_band_moves_nobody()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Score(band: 3)));
        var client = await crm.ClientAsync("a");
        var segments = new List<string?>();
        foreach (var (score, day) in new[] { (71, Day), (69, Day.AddDays(1)), (71, Day.AddDays(2)), (66, Day.AddDays(3)), (71, Day.AddDays(4)), (73, Day.AddDays(5)) })
        {
            await crm.SetAsync(client, "firm.score", $"{score}", day);
            await crm.Crm.Segments.RunAsync(day);
            segments.Add(await crm.SegmentAsync(client, "firm.class", day));
        }

        Assert.Equal(["key", "key", "key", "other", "other", "key"], segments);
    }

    [Fact]
    [Trait("Row", "S2-03")]
    public async Task Who_is_kept_by_hysteresis_is_told_so_in_both_languages()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Score(band: 3)));
        var client = await crm.ClientAsync("a");
        await crm.SetAsync(client, "firm.score", "71", Day);
        await crm.Crm.Segments.RunAsync(Day);
        await crm.SetAsync(client, "firm.score", "69", Day.AddDays(1));
        await crm.Crm.Segments.RunAsync(Day.AddDays(1));

        var explained = await crm.ExplainAsync(client, "firm.class", Day.AddDays(1));

        Assert.Equal("key", explained.Segment!.Name);
        Assert.Equal(["score", "hysteresis"], explained.Reasons.Select(reason => reason.Code));
        Assert.StartsWith("Kept by hysteresis: by today's values alone the client would be in 'Other'", explained.Reasons[1].Text.En, StringComparison.Ordinal);
        Assert.Contains("滞后区间", explained.Reasons[1].Text.Zh, StringComparison.Ordinal);
        Assert.Equal("firm.score >= 67", explained.Rules[0].Rule);
    }

    [Fact]
    public async Task A_client_without_a_factor_is_in_no_segment_and_the_explanation_names_what_is_missing()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Score(band: 0)));
        var client = await crm.ClientAsync("a");
        await crm.Crm.Segments.RunAsync(Day);

        var explained = await crm.ExplainAsync(client, "firm.class", Day);

        Assert.Null(explained.Segment);
        Assert.Equal(["firm.score"], explained.Rules[0].Explanation!.Missing);
    }

    [Fact]
    public async Task A_gate_keeps_out_whom_the_score_alone_would_let_in()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder
            .Attributes(Number("firm.score"), Number("firm.orders"))
            .Schemes(new ScoreScheme
            {
                Name = "firm.class", Title = new("Class", "类别"), Factors = [new(new("Score", "得分"), "firm.score")],
                Cuts = [new("key", new("Key", "重点"), 70, "firm.orders >= 2"), new("other", new("Other", "其他"))],
            })));
        var once = await crm.ClientAsync("once");
        await crm.SetAsync(once, "firm.score", "90", Day);
        await crm.SetAsync(once, "firm.orders", "1", Day);
        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal("other", await crm.SegmentAsync(once, "firm.class", Day));
    }

    [Theory]
    [InlineData(0.5, 0.3, 0.3)]
    [InlineData(0.5, 0.3, 0.1)]
    public void Weights_that_do_not_sum_to_one_are_refused(double a, double b, double c)
    {
        var refused = Assert.Throws<ClienteleException>(() => new ScoreScheme
        {
            Name = "firm.class", Title = new("Class", "类别"), Cuts = [new("all", new("All", "全部"))],
            Factors = [new(new("A", "甲"), "firm.a", (decimal)a), new(new("B", "乙"), "firm.b", (decimal)b), new(new("C", "丙"), "firm.c", (decimal)c)],
        });

        Assert.Equal(ErrorCodes.RecordInvalid, refused.Code);
        Assert.Contains("sum to one", refused.Message, StringComparison.Ordinal);
    }

    internal static AttributeDefinition Number(string name) => new() { Name = name, Title = new(name, name), Kind = ValueKind.Number };

    private static Action<IPluginBuilder> Score(decimal band) => builder => builder
        .Attributes(Number("firm.score"))
        .Schemes(new ScoreScheme
        {
            Name = "firm.class", Title = new("Class", "类别"), Factors = [new(new("Score", "得分"), "firm.score")], Band = band,
            Cuts = [new("key", new("Key", "重点"), 70), new("other", new("Other", "其他"))],
        });
}
