namespace Clientele.Engine.Tests.Segments.Rows;

public sealed class LifeCycleRowTests
{
    [Fact]
    [Trait("Row", "S4-29")]
    public async Task Seven_years_of_sales_develop_three_times_stay_stable_twice_and_decline_after_a_short_stable_stage()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await SellAsync(crm, "a", 10, 40, 90, 150, 155, 150, 90);
        var stages = new List<string?>();
        for (var year = 2019; year <= 2025; year++)
        {
            await crm.Crm.Segments.RunAsync(new(year, 12, 31));
            stages.Add(await crm.SegmentAsync(client, "core.life_cycle", new(year, 12, 31)));
        }

        Assert.Equal(["exploration", "development", "development", "development", "stability", "stability", "decline"], stages);
        var history = await crm.Crm.Store.Memberships.HistoryAsync(client.Id, "core.life_cycle");
        Assert.Equal([366, 1095, 731], history.SkipLast(1).Select(stage => stage.Until!.Value.DayNumber - stage.From.DayNumber));
        var measured = (await crm.Crm.Measures.OfClientAsync(client.Id, new(2025, 12, 31))).Single(value => value.Measure.Name == "core.life_cycle_stage");
        Assert.Contains(measured.Reasons, reason => reason.Code == "short_stable_stage");
        Assert.Equal("历年销售额：10, 40, 90, 150, 155, 150, 90。", measured.Reasons[0].Text.Zh);
    }

    [Fact]
    [Trait("Row", "S4-33")]
    public async Task A_pulse_that_falls_back_does_not_enter_development_and_a_durable_rise_does()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var pulse = await SellAsync(crm, "pulse", 100, 100, 180, 105);
        var durable = await SellAsync(crm, "durable", 100, 100, 180, 160);
        await crm.Crm.Segments.RunAsync(new(2022, 12, 31));

        Assert.Equal("stability", await crm.SegmentAsync(pulse, "core.life_cycle", new(2022, 12, 31)));
        var curve = Analysis.LifeCycle.LifeCycleCurve.Of([100, 100, 180, 160]).Value!;
        Assert.Equal(Analysis.LifeCycle.LifeStage.Development, curve.Points[2].Stage);
        Assert.NotEqual("exploration", await crm.SegmentAsync(durable, "core.life_cycle", new(2022, 12, 31)));
    }

    [Fact]
    [Trait("Row", "S4-29")]
    public async Task The_ladder_names_the_highest_step_reached()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var day = new DateOnly(2025, 12, 31);
        var never = await crm.ClientAsync("never");
        var contacted = await crm.ClientAsync("contacted");
        await crm.TouchAsync(contacted, "core.call", day);
        var opportunity = await crm.ClientAsync("opportunity");
        await crm.SetAsync(opportunity, "core.lead_need", "10", day);
        var user = await SellAsync(crm, "user", 10);
        var again = await SellAsync(crm, "again", 10, 10);
        await crm.Crm.Segments.RunAsync(day);

        Assert.Equal(
            "never_contacted contacted opportunity user repurchaser",
            string.Join(' ', await Task.WhenAll(new[] { never, contacted, opportunity, user, again }.Select(client => crm.SegmentAsync(client, "core.status_ladder", day)))));
    }

    [Fact]
    [Trait("Row", "S4-30")]
    public async Task Entering_development_opens_three_tasks_once_and_leaving_cancels_those_not_begun()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await SellAsync(crm, "a", 10, 40, 40);
        var (develop, stable) = (new DateOnly(2020, 12, 31), new DateOnly(2021, 12, 31));
        await crm.Crm.Segments.RunAsync(develop);
        await crm.Crm.Planner.PlanAsync(develop);
        Assert.Equal(3, (await TasksAsync(crm, client, "development")).Count);

        await crm.Crm.Segments.RunAsync(develop.AddDays(3));
        await crm.Crm.Planner.PlanAsync(develop.AddDays(3));
        var open = await TasksAsync(crm, client, "development");
        Assert.Equal(3, open.Count);
        Assert.Equal(develop, open[0].CountsFrom);

        await crm.TouchAsync(client, "core.visit", develop.AddDays(4));
        await crm.Crm.Care.CompleteAsync(open[0].Id, new(develop.AddDays(5)));
        await crm.Crm.Segments.RunAsync(stable);
        await crm.Crm.Planner.PlanAsync(stable);

        Assert.Empty(await TasksAsync(crm, client, "development"));
        var statuses = await Task.WhenAll(open.Select(task => crm.Crm.Store.FollowUps.FindAsync(task.Id)));
        Assert.Equal([FollowUpStatus.Done, FollowUpStatus.Lapsed, FollowUpStatus.Lapsed], statuses.Select(task => task!.Status));
        Assert.Equal(2, (await TasksAsync(crm, client, "stability")).Count);
    }

    private static async Task<IReadOnlyList<FollowUp>> TasksAsync(TemporaryCrm crm, Client client, string stage) =>
        await crm.Crm.Care.DueAsync(DateOnly.MaxValue).Where(followUp => followUp.Client == client.Id && followUp.Policy.StartsWith($"core.playbook_{stage}", StringComparison.Ordinal)).ToListAsync();

    // One sale a year, in the middle of it, from 2019 on.
    private static async Task<Client> SellAsync(TemporaryCrm crm, string name, params int[] years)
    {
        var client = await crm.ClientAsync(name, new(2019, 1, 1));
        for (var year = 0; year < years.Length; year++)
        {
            await crm.TouchAsync(client, "core.sale", new(2019 + year, 6, 15), years[year]);
        }

        return client;
    }
}
