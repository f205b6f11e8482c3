using static Clientele.Engine.Tests.Worth.WorthFixture;

namespace Clientele.Engine.Tests.Worth;

public sealed class RelationshipTests
{
    [Fact]
    [Trait("Row", "S1-03")]
    public async Task The_relationship_value_is_22_50_of_history_and_82_04_of_future()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A", ("core.margin_rate", 0.2m), ("core.retention_rate", 0.8m), ("core.discount_rate", 0.1m));
        await crm.TouchAsync(client, "core.cost", new(2024, 12, 31), 50, ("purpose", "acquisition"));
        await crm.SalesAsync([(client, new(2025, 6, 1), 200), (client, new(2026, 6, 1), 300)]);
        await crm.TouchAsync(client, "core.cost", new(2025, 6, 1), 10, ("purpose", "retention"));
        await crm.TouchAsync(client, "core.cost", new(2026, 6, 1), 10, ("purpose", "retention"));

        Assert.Equal(104.54m, await crm.MeasureAsync(client, "core.relationship_value"));
        Assert.Equal(82.04m, await crm.MeasureAsync(client, "core.future_value"));
        var result = await crm.InsightAsync("core.relationship_values");
        Assert.Equal(22.50m, Assert.Single(result.Column("clients", "history")));
        Assert.Equal(104.54m, result.Number("total"));
    }

    [Fact]
    [Trait("Row", "S1-03")]
    public async Task Five_points_of_retention_move_the_value_between_95_68_and_114_06_for_all_and_for_each()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A", ("core.margin_rate", 0.2m), ("core.retention_rate", 0.8m), ("core.discount_rate", 0.1m));
        await crm.TouchAsync(client, "core.cost", new(2024, 12, 31), 50, ("purpose", "acquisition"));
        await crm.SalesAsync([(client, new(2025, 6, 1), 200), (client, new(2026, 6, 1), 300)]);
        await crm.TouchAsync(client, "core.cost", new(2025, 6, 1), 10, ("purpose", "retention"));
        await crm.TouchAsync(client, "core.cost", new(2026, 6, 1), 10, ("purpose", "retention"));

        var result = await crm.InsightAsync("core.relationship_values");

        Assert.Equal(["Retention ± 5 points", "Discount ± 2 points", "Margin ± 10 %", "Volume ± 10 %"], result.Column("sensitivity", "assumption"));
        Assert.Equal((95.68m, 104.54m, 114.06m), (result.Column("sensitivity", "down")[0], result.Column("sensitivity", "now")[0], result.Column("sensitivity", "up")[0]));
        Assert.Equal((95.68m, 114.06m), (result.Of(client, "client_sensitivity", "retention_down"), result.Of(client, "client_sensitivity", "retention_up")));
    }

    [Fact]
    [Trait("Row", "S1-03")]
    public async Task What_winning_a_client_cost_this_year_is_not_expected_again()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A", ("core.margin_rate", 0.2m), ("core.retention_rate", 0.8m), ("core.discount_rate", 0.1m));
        await crm.SalesAsync([(client, new(2026, 6, 1), 300)]);
        await crm.TouchAsync(client, "core.cost", new(2026, 5, 1), 50, ("purpose", "acquisition"));
        await crm.TouchAsync(client, "core.cost", new(2026, 6, 1), 10, ("purpose", "retention"));

        Assert.Equal(82.04m, await crm.MeasureAsync(client, "core.future_value"));
        Assert.Equal(82.04m, (await crm.InsightAsync("core.relationship_values")).Number("future"));
    }

    [Fact]
    [Trait("Row", "S1-03")]
    public async Task Without_a_margin_rate_the_value_is_missing_not_guessed()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A");
        await crm.SalesAsync([(client, Day, 200)]);

        Assert.Null(await crm.MeasureAsync(client, "core.relationship_value"));
        Assert.Equal("no_data", (await crm.InsightAsync("core.relationship_values")).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S0-02")]
    public async Task Five_points_of_retention_are_worth_40_7_or_27_5_or_58_3_percent()
    {
        await using var crm = await OpenAsync();
        await crm.ClientAsync("A", ("core.retention_rate", 0.9m), ("core.discount_rate", 0.1m));
        await crm.ClientAsync("B", ("core.retention_rate", 0.8m), ("core.discount_rate", 0.1m));
        await crm.ClientAsync("C", ("core.retention_rate", 0.9m), ("core.discount_rate", 0.05m));

        var result = await crm.InsightAsync("core.retention_leverage");

        Assert.Equal([2.666667m, 6.0m, 4.5m], result.Column("rates", "before"));
        Assert.Equal([0.275m, 0.583m, 0.407m], result.Column("rates", "change").Select(change => Math.Round((decimal)change!, 3)));
        Assert.Equal(["no", "yes", "yes"], result.Column("rates", "band"));
    }

    [Fact]
    [Trait("Row", "S1-04")]
    public async Task Clients_who_return_after_1_2_or_3_years_with_30_20_and_10_percent_are_worth_158_83()
    {
        await using var crm = await OpenAsync();
        var clients = await crm.ClientsAsync(40);
        await crm.SetAsync(clients, "core.margin_rate", 0.2m);

        // 20 bought a year ago, 10 two and 10 three years ago; 12, 4 and 1 of them came back this year.
        await crm.SalesAsync(clients.Select((client, i) => (client, new DateOnly(i < 20 ? 2025 : i < 30 ? 2024 : 2023, 6, 1), 500m)));
        await crm.SalesAsync(clients.Where((_, i) => i is < 12 or (>= 20 and < 24) or 30).Select(client => (client, new DateOnly(2026, 6, 1), 500m)));

        var result = await crm.InsightAsync("core.project_return");

        Assert.Equal((0.3m, 0.2m, 0.1m), (result.Number("p1"), result.Number("p2"), result.Number("p3")));
        Assert.Equal(100m, result.Number("contribution"));
        Assert.Equal([1m, 0.3m, 0.23m, 0.167m], result.Column("years", "purchases").Take(4));
        Assert.Equal(158.83m, result.Column("years", "value")[3]);
        Assert.Contains(result.Reasons, reason => reason.Code == "projects");
    }

    [Fact]
    [Trait("Row", "S0-04")]
    public async Task The_share_of_wallet_is_30_percent_of_one_client_and_35_7_of_both()
    {
        await using var crm = await OpenAsync();
        Client a = await crm.ClientAsync("A"), b = await crm.ClientAsync("B"), c = await crm.ClientAsync("C");
        await crm.SalesAsync([(a, Day, 150), (b, Day, 100), (c, Day, 10)]);
        await crm.TouchAsync(a, "core.wallet_estimate", Day, 500, ("source", "annual report"), ("confidence", 0.8m));
        await crm.TouchAsync(b, "core.wallet_estimate", Day, 200, ("source", "interview"));

        var result = await crm.InsightAsync("core.wallets");

        Assert.Equal(0.30m, result.Of(a, "clients", "share"));
        Assert.Equal(350m, result.Of(a, "clients", "headroom"));
        Assert.Equal(0.357m, Math.Round(result.Number("share")!.Value, 3));
        Assert.Equal(1, result.Number("unknown"));
        Assert.Null(await crm.MeasureAsync(c, "core.share_of_wallet"));
    }

    [Fact]
    [Trait("Row", "S0-06")]
    public async Task The_profit_of_the_third_year_is_45_in_five_parts()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A");
        await crm.TouchAsync(client, "core.sale", new(2024, 1, 10), 88, ("list_amount", 100));
        await crm.TouchAsync(client, "core.cost", new(2024, 2, 10), 68, ("purpose", "service"));
        await crm.TouchAsync(client, "core.sale", new(2026, 2, 10), 125.2m, ("list_amount", 140));
        await crm.TouchAsync(client, "core.cost", new(2026, 3, 10), 90.2m, ("purpose", "service"));
        await crm.TouchAsync(client, "core.referral", new(2026, 4, 10), 10);

        var result = await crm.InsightAsync("core.loyalty_profit");

        Assert.Equal([20m, 8m, 5m, 10m, 2m, 45m], ((string[])["base", "growth", "saving", "referral", "premium", "profit"]).Select(column => result.Column("years", column)[1]));
    }

    [Fact]
    [Trait("Row", "S0-06")]
    public async Task Discounts_from_12_to_8_percent_and_costs_from_30_to_20_are_falling()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A");
        await crm.TouchAsync(client, "core.sale", new(2024, 1, 10), 88, ("list_amount", 100));
        await crm.TouchAsync(client, "core.cost", new(2024, 2, 10), 26.4m, ("purpose", "service"));
        await crm.TouchAsync(client, "core.sale", new(2026, 2, 10), 92, ("list_amount", 100));
        await crm.TouchAsync(client, "core.cost", new(2026, 3, 10), 18.4m, ("purpose", "service"));

        var result = await crm.InsightAsync("core.loyalty_profit");

        Assert.Equal([0.12m, 0.08m], result.Column("years", "discount"));
        Assert.Equal([0.30m, 0.20m], result.Column("years", "cost_to_serve"));
        Assert.Equal(("falling", "falling"), (result.Verdict("discount"), result.Verdict("cost_to_serve")));
    }

    [Fact]
    [Trait("Row", "S2-22")]
    public async Task The_two_sides_of_a_relation_are_joined_and_a_gain_of_nothing_is_no_win()
    {
        await using var crm = await OpenAsync();
        (Client, decimal ForClient, decimal ForFirm, string Expected)[] cases =
        [
            (await RatedAsync(crm, "A"), 120, 104.5m, "both"), (await RatedAsync(crm, "B"), -30, 200, "the firm only"),
            (await RatedAsync(crm, "C"), 80, -10, "the client only"), (await RatedAsync(crm, "D"), 0, 5, "the firm only"),
        ];
        foreach (var (client, forClient, forFirm, _) in cases)
        {
            await crm.TouchAsync(client, "core.delivered_assessment", Day, null, ("product", forClient + 100), ("money", 100));
            await crm.TouchAsync(client, forFirm < 0 ? "core.cost" : "core.sale", Day, Math.Abs(forFirm));
        }

        var result = await crm.InsightAsync("core.mutual_value");

        Assert.All(cases, entry => Assert.Equal((entry.ForFirm, entry.Expected), (result.Of(entry.Item1, "clients", "for_firm"), result.Of(entry.Item1, "clients", "balance"))));
        Assert.Equal(2, result.Number("firm_only"));
    }

    [Fact]
    [Trait("Row", "S2-43")]
    public async Task Barriers_of_80_are_safe_against_60_and_at_risk_against_100()
    {
        await using var crm = await OpenAsync();
        Client safe = await crm.ClientAsync("A", ("core.competitor_advantage", 60)), risky = await crm.ClientAsync("B", ("core.competitor_advantage", 100)), none = await crm.ClientAsync("C");
        foreach (var client in (Client[])[safe, risky])
        {
            await crm.TouchAsync(client, "core.barrier", new(2026, 1, 1), 70, ("type", "contractual"));
            await crm.TouchAsync(client, "core.barrier", new(2026, 2, 1), 50, ("type", "contractual"));
            await crm.TouchAsync(client, "core.barrier", new(2026, 2, 1), 30, ("type", "technical"));
        }

        await crm.SalesAsync([(none, Day, 1)]);

        var result = await crm.InsightAsync("core.reasons_to_stay");

        Assert.Equal((20m, "safe"), (result.Of(safe, "rated", "margin"), result.Of(safe, "rated", "verdict")));
        Assert.Equal((-20m, "at risk"), (result.Of(risky, "rated", "margin"), result.Of(risky, "rated", "verdict")));
        Assert.Equal([none.Id], result.Column("without", "client"));
    }

    [Fact]
    [Trait("Row", "S4-15")]
    public async Task Investing_50_for_a_margin_of_50_after_30_for_45_is_red()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A", ("core.margin_rate", 0.5m));
        await crm.SalesAsync([(client, new(2025, 6, 1), 90), (client, new(2026, 6, 1), 100)]);
        await crm.TouchAsync(client, "core.cost", new(2025, 6, 1), 30, ("purpose", "service"));
        await crm.TouchAsync(client, "core.cost", new(2026, 6, 1), 50, ("purpose", "relationship"));

        var result = await crm.InsightAsync("core.key_account_returns");

        Assert.Equal([1.50m, 1.00m, 0.25m, "red"], ((string[])["earlier", "later", "marginal", "red"]).Select(column => result.Of(client, "accounts", column)));
    }

    [Fact]
    [Trait("Row", "S4-15")]
    public async Task A_discount_of_14_percent_is_5_points_above_a_class_of_9()
    {
        await using var crm = await OpenAsync();
        Client a = await crm.ClientAsync("A"), b = await crm.ClientAsync("B");
        await crm.TouchAsync(a, "core.sale", Day, 88, ("list_amount", 100));
        await crm.TouchAsync(a, "core.cost", Day, 2, ("purpose", "rebate"));
        await crm.TouchAsync(b, "core.sale", Day, 96, ("list_amount", 100));

        var result = await crm.InsightAsync("core.key_account_returns");

        Assert.Equal(0.05m, result.Of(a, "accounts", "excess"));
    }

    private static Task<Client> RatedAsync(WorthFixture crm, string name) => crm.ClientAsync(name, ("core.margin_rate", 1), ("core.retention_rate", 0));
}
