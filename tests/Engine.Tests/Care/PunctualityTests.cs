using Clientele.Care;
using Clientele.Engine.Tests.Insights;

namespace Clientele.Engine.Tests.Care;

public sealed class PunctualityTests
{
    private static readonly OccasionPolicy Elderly = new() { Name = "firm.double_ninth", Title = new("Double Ninth visit", "重阳节拜访"), On = YearlyDay.Festival("double_ninth"), When = "firm.elderly > 0", FulfilledBy = ["core.visit"] };

    [Fact]
    [Trait("Row", "S2-51")]
    public async Task Of_120_households_34_with_somebody_of_sixty_are_visited_and_30_visits_done_are_88_2_percent()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder
            .Attributes(new AttributeDefinition { Name = "firm.elderly", Title = new("Members of 60 and more", "60岁以上成员数"), Kind = ValueKind.Number })
            .Policies(Elderly)));
        var households = new List<Client>();
        for (var n = 0; n < 120; n++)
        {
            var household = await crm.ClientAsync($"h{n:000}");
            households.Add(household);
            await crm.SetAsync(household, "firm.elderly", n < 34 ? "1" : "0", new(2026, 1, 1));
        }

        await crm.PlanAsync(new(2026, 10, 18));
        var asked = await crm.DueAsync(new(2026, 10, 18));
        foreach (var due in asked.OrderBy(due => due.Client).Take(30))
        {
            await crm.Crm.Care.CompleteAsync(due.Id, new Completion(new(2026, 10, 18), "李工"));
        }

        var result = await crm.InsightAsync("core.visit_punctuality", new(2026, 10, 20));

        Assert.Equal(34, asked.Count);
        Assert.All(asked, due => Assert.Equal(new DateOnly(2026, 10, 18), due.DueOn));
        Assert.Equal([34m, 0.882m, 0.882m, 4m], result.Figures.Select(figure => Math.Round(figure.Value!.Value, 3)));
    }

    [Fact]
    [Trait("Row", "S0-09")]
    public async Task What_is_done_after_its_due_day_is_done_but_not_in_time_by_class_and_owner()
    {
        var visit = new EventPolicy { Name = "firm.visit", Title = new("Visit", "回访"), After = ["core.sale"], Steps = [new(10)], FulfilledBy = ["core.visit"] };
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Policies(visit)));
        foreach (var (name, owner, on) in new[] { ("a", "王敏", 11), ("b", "王敏", 14), ("c", "李雷", 0) })
        {
            var client = await crm.ClientAsync(name);
            await crm.WriteAsync(batch => batch.PutAsync(new Ownership(client.Id, "service", owner, client.Since)));
            await crm.TouchAsync(client, "core.sale", new(2026, 3, 1), 100);
            await crm.PlanAsync(new(2026, 3, 11));
            if (on > 0)
            {
                await crm.TouchAsync(client, "core.visit", new(2026, 3, on));
            }
        }

        await crm.PlanAsync(new(2026, 3, 20));
        var result = await crm.InsightAsync("core.visit_punctuality", new(2026, 3, 20));

        Assert.Equal([3m, 0.667m, 0.333m, 1m], result.Figures.Select(figure => Math.Round(figure.Value!.Value, 3)));
        Assert.Equal(["王敏", "李雷"], result.Tables.Single(table => table.Name == "by_owner").Rows.Select(row => row.Cells[0].Text!.Zh));
    }
}
