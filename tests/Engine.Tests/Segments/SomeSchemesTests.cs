namespace Clientele.Engine.Tests.Segments;

public sealed class SomeSchemesTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Fact]
    public async Task A_run_of_some_schemes_leaves_the_others_as_they_are()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "core.sale", Day, 100);

        var run = await crm.Crm.Segments.RunAsync(Day, ["core.abc"]);

        Assert.Equal("core.abc", Assert.Single(run.Schemes).Scheme);
        Assert.Equal("a", await crm.SegmentAsync(client, "core.abc", Day));
        Assert.Null(await crm.SegmentAsync(client, "core.status_ladder", Day));
    }

    [Fact]
    public async Task Each_selection_remembers_by_itself_how_far_it_read()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        await crm.Crm.Segments.RunAsync(Day, ["core.abc"]);
        await crm.Crm.Segments.RunAsync(Day, ["core.status_ladder"]);
        await crm.TouchAsync(client, "core.sale", Day, 100);

        await crm.Crm.Segments.RunAsync(Day, ["core.abc"]);
        await crm.Crm.Segments.RunAsync(Day, ["core.status_ladder"]);

        Assert.Equal(("a", "user"), (await crm.SegmentAsync(client, "core.abc", Day), await crm.SegmentAsync(client, "core.status_ladder", Day)));
    }

    [Fact]
    public async Task No_selection_goes_back_behind_the_last_run_of_another()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        await crm.Crm.Segments.RunAsync(Day, ["core.abc"]);

        var refused = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Segments.RunAsync(Day.AddDays(-1)));

        Assert.Equal(ErrorCodes.DayBeforeLastRun, refused.Code);
    }

    [Fact]
    public async Task The_run_of_a_later_day_measures_whom_that_day_may_move_and_nobody_else()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Schemes(new RuleScheme
        {
            Name = "firm.recent", Title = new("Recent", "近期"), Rules = [new("recent", new("Recent", "近期"), "core.recency <= 90"), new("other", new("Other", "其他"))],
        })));
        var (soon, later) = (await crm.ClientAsync("soon"), await crm.ClientAsync("later"));
        await crm.TouchAsync(soon, "core.sale", Day.AddDays(-90), 100);
        await crm.TouchAsync(later, "core.sale", Day.AddDays(-1), 100);
        await crm.Crm.Segments.RunAsync(Day, ["firm.recent"]);

        var next = await crm.Crm.Segments.RunAsync(Day.AddDays(1), ["firm.recent"]);

        Assert.Equal(1, next.Measured);
        Assert.Equal(("other", "recent"), (await crm.SegmentAsync(soon, "firm.recent", Day.AddDays(1)), await crm.SegmentAsync(later, "firm.recent", Day.AddDays(1))));
        Assert.Equal([1, 1], next.Schemes.Single().Segments.Select(segment => segment.Count));
    }
}
