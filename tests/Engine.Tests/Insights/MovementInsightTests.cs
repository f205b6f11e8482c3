namespace Clientele.Engine.Tests.Insights;

/// <summary>Movements from every angle, and the task that one raises.</summary>
public sealed class MovementInsightTests
{
    private static readonly DateOnly Day = new(2025, 12, 31);

    [Fact]
    [Trait("Row", "S4-20")]
    public async Task A_fall_opens_one_retention_task_in_the_month_which_is_done_by_hand()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (falls, dips) = (await crm.ClientAsync("falls"), await crm.ClientAsync("dips"));
        await crm.SellAsync(falls, Day, 100, 104, 98, 102, 101, 99, 60);
        await crm.SellAsync(dips, Day, 100, 104, 98, 102, 101, 99, 97);
        await crm.Crm.Segments.RunAsync(Day);
        await crm.Crm.Planner.PlanAsync(Day);
        await crm.Crm.Planner.PlanAsync(Day);

        var task = Assert.Single(await TasksAsync(crm, Day));

        Assert.Equal((falls.Id, new DateOnly(2025, 12, 15)), (task.Client, task.DueOn));
        Assert.Contains("fell from the usual 100.5 to 60", task.Reasons[0].Text.En, StringComparison.Ordinal);
        Assert.Contains("由通常的 100.5 降至 60", task.Reasons[0].Text.Zh, StringComparison.Ordinal);
        await crm.TouchAsync(falls, "core.visit", Day);
        await crm.Crm.Planner.PlanAsync(Day);
        Assert.Single(await TasksAsync(crm, Day));
        await crm.Crm.Care.CompleteAsync(task.Id, new(Day));
        await crm.Crm.Planner.PlanAsync(Day);
        Assert.Empty(await TasksAsync(crm, Day));
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public async Task The_task_lapses_when_the_client_buys_again_as_usual()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var falls = await crm.ClientAsync("falls");
        await crm.SellAsync(falls, Day, 100, 104, 98, 102, 101, 99, 60);
        await crm.TouchAsync(falls, "core.sale", new(2026, 1, 5), 101);
        await crm.Crm.Segments.RunAsync(Day);
        await crm.Crm.Planner.PlanAsync(Day);
        Assert.Single(await TasksAsync(crm, Day));

        await crm.Crm.Planner.PlanAsync(new(2026, 1, 31));

        Assert.Empty(await TasksAsync(crm, new(2026, 1, 31)));
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public async Task Late_payment_complaints_and_silence_are_angles_of_their_own()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (late, angry, silent, steady) = (await crm.ClientAsync("late"), await crm.ClientAsync("angry"), await crm.ClientAsync("silent"), await crm.ClientAsync("steady"));
        for (var month = 1; month <= 12; month++)
        {
            var day = new DateOnly(2025, month, 5);
            foreach (var client in new[] { late, steady })
            {
                await crm.TouchAsync(client, "core.sale", day, 100);
                if (client == steady || month <= 8)
                {
                    await crm.TouchAsync(client, "core.payment", day.AddDays(3), 100);
                }
            }

            await crm.TouchAsync(angry, "core.complaint", day);
            if (month <= 8)
            {
                await crm.TouchAsync(silent, "core.visit", day.AddDays(month % 3));
            }
        }

        await crm.TouchAsync(angry, "core.complaint", new(2025, 12, 6));
        await crm.TouchAsync(angry, "core.complaint", new(2025, 12, 7));
        var found = await crm.InsightAsync("core.movement", Day);

        var alerts = found.Tables.Single(table => table.Name == "alerts").Rows.ToDictionary(row => row.Clients.Single(), row => row.Cells[1].Text!.En);
        Assert.StartsWith("Payment delay", alerts[late.Id], StringComparison.Ordinal);
        Assert.Equal("Complaints", alerts[angry.Id]);
        Assert.Equal("Days without contact", alerts[silent.Id]);
        Assert.False(alerts.ContainsKey(steady.Id));
        Assert.Equal(3, found.Figure("alerts"));
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public async Task A_fall_of_8_times_9_from_10_times_10_is_20_of_volume_and_8_of_price()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        for (var month = 6; month <= 11; month++)
        {
            for (var sale = 0; sale < 10; sale++)
            {
                await crm.TouchAsync(client, "core.sale", new(2025, month, 1 + sale), 10);
            }
        }

        for (var sale = 0; sale < 8; sale++)
        {
            await crm.TouchAsync(client, "core.sale", new(2025, 12, 1 + sale), 9);
        }

        await crm.TouchAsync(client, "core.champion_left", new(2025, 11, 20));
        var found = await crm.InsightAsync("core.movement", Day);

        Assert.Equal((-20m, -8m), (found.Numbers("clients", "volume")[0], found.Numbers("clients", "price")[0]));
        Assert.Contains("a supporter left on 2025-11-20", found.Texts("clients", "around")[0], StringComparison.Ordinal);
    }

    private static async Task<List<FollowUp>> TasksAsync(TemporaryCrm crm, DateOnly day) => await crm.Crm.Store.FollowUps.OpenAsync(day).Where(followUp => followUp.Policy == "core.retention_task").ToListAsync();
}
