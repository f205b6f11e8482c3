using static Clientele.Engine.Tests.Segments.ScoreSchemeTests;

namespace Clientele.Engine.Tests.Segments.Rows;

public sealed class KeyClientRowTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Fact]
    [Trait("Row", "S2-04")]
    public async Task A_small_buyer_of_influence_is_a_key_client_and_a_larger_one_without_is_not()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder
            .Attributes(Number("firm.sales"), Number("firm.influence"), Number("firm.strategic"))
            .Schemes(new ScoreScheme
            {
                Name = "firm.key", Title = new("Key", "关键"),
                Factors = [new(new("Sales", "销售"), "firm.sales", 0.5m), new(new("Influence", "影响力"), "firm.influence", 0.3m), new(new("Strategy", "战略"), "firm.strategic", 0.2m)],
                Cuts = [new("key", new("Key", "关键客户"), 0.50m), new("other", new("Other", "其他客户"))],
            })));
        var small = await ClientAsync(crm, "small", ".2", "1.0", ".8");
        var large = await ClientAsync(crm, "large", ".8", "0", ".3");
        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal(("key", "other"), (await crm.SegmentAsync(small, "firm.key", Day), await crm.SegmentAsync(large, "firm.key", Day)));
        Assert.Equal("Score 0.56: Sales 0.1, Influence 0.3, Strategy 0.16.", (await crm.ExplainAsync(small, "firm.key", Day)).Reasons[0].Text.En);
        Assert.Equal("得分 0.46：销售 0.4，影响力 0，战略 0.06。", (await crm.ExplainAsync(large, "firm.key", Day)).Reasons[0].Text.Zh);
    }

    [Fact]
    [Trait("Row", "S2-04")]
    public async Task A_potential_client_can_be_a_key_client()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var prospect = await crm.ClientAsync("prospect");
        var silent = await crm.ClientAsync("silent");
        await crm.SetAsync(prospect, "core.influence", "1", Day);
        await crm.SetAsync(prospect, "core.strategic_weight", "1", Day);
        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal(("key", "other"), (await crm.SegmentAsync(prospect, "core.key_clients", Day), await crm.SegmentAsync(silent, "core.key_clients", Day)));
    }

    [Fact]
    [Trait("Row", "S2-23")]
    public async Task One_large_purchase_does_not_make_a_key_account_and_six_loyal_orders_do()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var once = await crm.ClientAsync("once");
        await crm.TouchAsync(once, "core.sale", Day, 9_000_000);
        await crm.SetAsync(once, "core.margin_rate", ".25", Day);
        await crm.SetAsync(once, "core.loyalty_behaviour", ".1", Day);
        var loyal = await crm.ClientAsync("loyal");
        for (var month = 0; month < 6; month++)
        {
            await crm.TouchAsync(loyal, "core.sale", Day.AddMonths(-month), 750_000);
        }

        await crm.SetAsync(loyal, "core.margin_rate", ".25", Day);
        await crm.SetAsync(loyal, "core.loyalty_behaviour", ".8", Day);
        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal(("other", "key"), (await crm.SegmentAsync(once, "core.key_accounts", Day), await crm.SegmentAsync(loyal, "core.key_accounts", Day)));
        var gate = (await crm.ExplainAsync(once, "core.key_accounts", Day)).Rules[0].Explanation!;
        Assert.Contains(gate.Clauses, clause => clause.Text.Contains("core.sales_count_12m >= 3", StringComparison.Ordinal) || clause.Clauses.Count > 0);
    }

    [Fact]
    [Trait("Row", "S2-11")]
    public async Task A_cost_return_of_40_percent_is_high_end_and_one_without_costs_is_nothing()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "core.sale", Day, 280);
        await crm.TouchAsync(client, "core.cost", Day, 200);
        var free = await crm.ClientAsync("free");
        await crm.TouchAsync(free, "core.sale", Day, 280);
        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal(0.40m, await crm.MeasureAsync(client, "core.cost_return", Day));
        Assert.Equal("high", await crm.SegmentAsync(client, "core.cost_return_class", Day));
        Assert.Null(await crm.SegmentAsync(free, "core.cost_return_class", Day));
    }

    private static async Task<Client> ClientAsync(TemporaryCrm crm, string name, string sales, string influence, string strategic)
    {
        var client = await crm.ClientAsync(name);
        await crm.SetAsync(client, "firm.sales", sales, Day);
        await crm.SetAsync(client, "firm.influence", influence, Day);
        await crm.SetAsync(client, "firm.strategic", strategic, Day);
        return client;
    }
}
