using static Clientele.Engine.Tests.Worth.WorthFixture;

namespace Clientele.Engine.Tests.Worth;

public sealed class CostTests
{
    [Fact]
    [Trait("Row", "S0-01")]
    public async Task Winning_a_client_costs_5_times_the_money_and_10_times_the_hours_of_keeping_one()
    {
        await using var crm = await WithWonAndKeptAsync(10, 90, ("acquisition", 500_000, 1_200), ("retention", 900_000, 1_080));

        var result = await crm.InsightAsync("core.acquisition_cost");

        Assert.Equal((50_000m, 10_000m, 5.00m), (result.Number("cac"), result.Number("crc"), result.Number("ratio")));
        Assert.Equal((120m, 12m, 10.0m), (result.Number("cac_hours"), result.Number("crc_hours"), result.Number("ratio_hours")));
    }

    [Fact]
    [Trait("Row", "S0-01")]
    public async Task Without_a_new_client_the_cost_of_one_is_undefined_and_says_why()
    {
        await using var crm = await WithWonAndKeptAsync(0, 90, ("acquisition", 500_000, 1_200), ("retention", 900_000, 1_080));

        var result = await crm.InsightAsync("core.acquisition_cost");

        Assert.Null(result.Number("cac"));
        Assert.Contains("undefined", result.Verdict("ratio"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S3-07")]
    public async Task Attack_costs_6_67_times_defence_which_is_within_the_band()
    {
        await using var crm = await WithWonAndKeptAsync(20, 50, ("offensive", 800, 0), ("defensive", 300, 0));

        var result = await crm.InsightAsync("core.marketing_balance");

        Assert.Equal((40m, 6m), (result.Number("offensive"), result.Number("defensive")));
        Assert.Equal(6.67m, Math.Round(result.Number("ratio")!.Value, 2));
        Assert.Equal("Within", result.Verdict("band"));
    }

    [Fact]
    [Trait("Row", "S2-54")]
    public async Task A_budget_exceeded_by_12_percent_is_red_and_hours_are_part_of_the_cost_to_serve()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A", ("core.hourly_rate", 150));
        await crm.TouchAsync(client, "core.budget", Day, 100, ("programme", "tower"));
        await crm.TouchAsync(client, "core.cost", Day, 112, ("programme", "tower"));
        await crm.TouchAsync(client, "core.cost", Day, 500, ("purpose", "service"));
        await crm.TouchAsync(client, "core.cost", Day, null, ("purpose", "service"), ("hours", 40));

        var result = await crm.InsightAsync("core.budgets");

        Assert.Equal(0.12m, Assert.Single(result.Column("budgets", "deviation")));
        Assert.Equal("red", Assert.Single(result.Column("budgets", "red")));
        Assert.Equal(6_500m, await crm.MeasureAsync(client, "core.cost_to_serve"));
    }

    [Fact]
    [Trait("Row", "S2-54")]
    public async Task Hours_without_a_rate_are_missing_not_free()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A");
        await crm.TouchAsync(client, "core.cost", Day, null, ("purpose", "service"), ("hours", 40));

        Assert.Null(await crm.MeasureAsync(client, "core.cost_to_serve"));
    }

    [Fact]
    public async Task Without_facts_every_insight_of_costs_says_so()
    {
        await using var crm = await OpenAsync();
        Assert.All((string[])["core.acquisition_cost", "core.marketing_balance", "core.budgets"], name => Assert.Equal("no_data", crm.InsightAsync(name).GetAwaiter().GetResult().Refusal!.Code));
    }

    private static async Task<WorthFixture> WithWonAndKeptAsync(int won, int kept, params (string Purpose, decimal Money, decimal Hours)[] costs)
    {
        var crm = await OpenAsync();
        var clients = await crm.ClientsAsync(won + kept);
        await crm.SalesAsync(clients.Select(client => (client, new DateOnly(2026, 5, 1), 1m)).Concat(clients.Skip(won).Select(client => (client, new DateOnly(2025, 3, 1), 1m))));
        foreach (var (purpose, money, hours) in costs)
        {
            await crm.TouchAsync(clients[0], "core.cost", new(2026, 6, 1), money, ("purpose", purpose), ("hours", hours));
        }

        return crm;
    }
}
