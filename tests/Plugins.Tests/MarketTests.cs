namespace Clientele.Plugins.Tests;

/// <summary>The contractor's register of market projects, through the plugin as the host loads it.</summary>
[Trait("Row", "S1-28")]
public sealed class MarketTests
{
    private const string Insight = "contractor.project_market";
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Theory]
    [InlineData("滨江新城人民医院二期病房大楼扩建工程项目总包", "滨江新城人民医院二期病房大楼扩建工程项目承包", "市卫健委", "100000000", "105000000", 1)]
    [InlineData("abcdefghijklmnopqrst", "abcdefghijklmnopqxyz", "市卫健委", "100", "100", 1)]
    [InlineData("abcdefghijklmnopqrst", "abcdefghijklmnopwxyz", "市卫健委", "100", "100", 0)]
    [InlineData("滨江医院二期工程", "滨江医院 二期工程", "另一业主", "100", "100", 0)]
    [InlineData("滨江医院二期工程", "滨江医院（二期）工程", "市卫健委", "100", "106", 0)]
    [InlineData("滨江医院二期工程", "滨江医院（二期）工程", "市卫健委", "100", "95", 1)]
    public async Task One_owner_with_like_names_and_values_within_five_percent_is_suggested_as_one_project(string first, string second, string owner, string value, string other, int suggested)
    {
        await using var workshop = await Workshop.OpenAsync();
        await HeardAsync(workshop, first, "市卫健委", ("value", value));
        await HeardAsync(workshop, second, owner, ("value", other));

        var market = await workshop.InsightAsync(Insight, Day);

        Assert.Equal(suggested, market.Figure("merge"));
        Assert.All(market.Column("merge", "similarity"), similarity => Assert.InRange((decimal)similarity!, .85m, 1m));
    }

    [Fact]
    public async Task A_tender_that_closes_in_fourteen_days_is_a_task_for_its_owner_and_one_in_fifteen_is_not_yet()
    {
        await using var workshop = await Workshop.OpenAsync();
        var (soon, later) = (await workshop.ClientAsync("soon", new(2025, 1, 1), ("contractor.credit_code", "A1")), await workshop.ClientAsync("later", new(2025, 1, 1), ("contractor.credit_code", "B2")));
        await HeardAsync(workshop, "二期", "市卫健委", ("owner_code", "A1"), ("tender_on", "2026-07-14"), ("stage", "tendering"));
        await HeardAsync(workshop, "体育馆", "市体育局", ("owner_code", "B2"), ("tender_on", "2026-07-15"), ("stage", "tendering"));

        var task = Assert.Single(await workshop.DueAsync(Day, "contractor.tender_soon"));

        Assert.Equal((soon.Id, "二期; 市卫健委"), (task.Client, task.Reasons.Single().Text.En));
        Assert.NotEqual(later.Id, task.Client);
    }

    [Fact]
    public async Task Twelve_bids_of_forty_projects_are_thirty_percent_and_are_counted_by_source_and_by_person()
    {
        await using var workshop = await Workshop.OpenAsync();
        for (var number = 1; number <= 40; number++)
        {
            await HeardAsync(workshop, $"Works {number}", $"Owner {number}", ("stage", number <= 12 ? "bid" : "planned"), ("source", number <= 24 ? "设计院" : "网站"), ("found_by", number <= 10 ? "小王" : "小李"));
        }

        var market = await workshop.InsightAsync(Insight, Day);

        Assert.Equal((40m, 12m, .30m, 0m, 28m), (market.Figure("leads"), market.Figure("bids"), market.Figure("conversion"), market.Figure("merge"), market.Figure("stale")));
        Assert.Equal([.5m, 0m], market.Column("by_source", "conversion"));
        Assert.Equal(["小李", "小王"], market.Column("by_person", "of"));
        Assert.Equal([.066667m, 1m], market.Column("by_person", "conversion"));
    }

    // Heard of on 1 January, so without news for half a year.
    private static Task HeardAsync(Workshop workshop, string project, string owner, params (string Field, string Value)[] fields) => workshop.EnterAsync(
        "contractor.market_project", new(2026, 1, 1), null, [.. new[] { ("project", project), ("owner", owner), ("stage", "planned"), ("source", "网站") }.Where(usual => fields.All(field => field.Field != usual.Item1)), .. fields]);
}
