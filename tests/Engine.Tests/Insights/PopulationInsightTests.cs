namespace Clientele.Engine.Tests.Insights;

public sealed class PopulationInsightTests
{
    private static readonly DateOnly Day = new(2025, 12, 31);
    private static readonly (string Name, decimal Sales)[] Listed = [("宝岛", 800), ("杨氏", 600), ("宝丽", 450), ("重明", 300), ("天明", 150), ("明而达", 100), ("毛源昌", 80)];

    [Fact]
    [Trait("Row", "S0-03")]
    [Trait("Row", "S4-04")]
    public async Task The_pareto_curve_of_the_seven_listed_clients()
    {
        await using var crm = await ListedAsync();

        var found = await crm.InsightAsync("core.pareto", Day);

        Assert.Equal([0.565m, 4, 0.399m, 0.2165m], new[] { found.Figure("top_share"), found.Figure("few"), found.Figure("gini"), found.Figure("hhi") }.Select(value => decimal.Round(value!.Value, value is 0.2165m ? 4 : 3)));
        Assert.Equal("The 80/20 law does not hold.", found.Figures.Single(figure => figure.Name == "top_share").Verdict!.En);
        Assert.True(found.Figures.Single(figure => figure.Name == "largest_share").Alert);
        Assert.Equal(1680, found.Numbers("clients", "left")[0]);
        Assert.All(found.Tables[0].Rows, row => Assert.Single(row.Clients));
    }

    [Fact]
    [Trait("Row", "S4-01")]
    public async Task The_classes_have_counts_shares_and_averages()
    {
        await using var crm = await ListedAsync();

        var found = await crm.InsightAsync("core.class_shares", Day);

        Assert.Equal([4, 2, 1], found.Numbers("classes", "clients_count"));
        Assert.Equal([537.5m, 125, 80], found.Numbers("classes", "average"));
        Assert.Equal(1, found.Numbers("classes", "sales_share").Sum()!.Value, 5);
    }

    [Fact]
    [Trait("Row", "S4-01")]
    public async Task A_hundred_clients_are_8_13_and_79_with_60_25_and_15_percent_and_drift_from_the_targets_of_the_text()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var values = Enumerable.Repeat(225m, 8).Concat(Enumerable.Repeat(57.69m, 13)).Concat(Enumerable.Repeat(5.696m, 79)).ToList();
        for (var index = 0; index < values.Count; index++)
        {
            var client = await crm.ClientAsync($"{index}");
            await crm.TouchAsync(client, "core.sale", Day, values[index]);
            await crm.SetAsync(client, "core.margin_rate", "0.1", new(2025, 1, 1));
        }

        var found = await crm.InsightAsync("core.value_classes", Day);
        var profit = (await crm.Crm.Insights.RunAsync("core.value_classes", Day, new Dictionary<string, string?>(StringComparer.Ordinal) { ["basis"] = "core.net_relationship_value" })).Result;

        Assert.Equal([8, 13, 79], found.Numbers("classes", "clients_count"));
        Assert.Equal([0.60m, 0.25m, 0.15m], found.Numbers("classes", "sales_share").Select(share => Math.Round(share!.Value, 3)));
        Assert.Equal([0m, 0m, 0m], found.Numbers("classes", "client_drift").Concat(found.Numbers("classes", "drift")).Select(drift => Math.Round(drift!.Value, 3)).Distinct().Append(0).Append(0).Take(3));
        Assert.Equal([180m, 74.997m, 44.9984m], profit.Numbers("classes", "sales"));
        Assert.Equal("Net relationship value of the year", profit.Tables[0].Columns.Single(column => column.Name == "sales").Title.En);
    }

    [Theory]
    [Trait("Row", "S4-01")]
    [InlineData("8,13", "60,25,15")]
    [InlineData("8,13,x", "60,25,15")]
    [InlineData("8,13,79", "")]
    [InlineData("8,13,-5", "60,25,15")]
    public async Task Targets_that_do_not_fit_the_classes_are_refused(string clients, string values)
    {
        await using var crm = await ListedAsync();
        await crm.Crm.Segments.RunAsync(Day);

        var found = await crm.Crm.Insights.RunAsync("core.value_classes", Day, new Dictionary<string, string?>(StringComparer.Ordinal) { ["client_targets"] = clients, ["value_targets"] = values });

        Assert.Equal("targets_unreadable", found.Result.Refusal?.Code);
    }

    [Fact]
    [Trait("Row", "S0-05")]
    public async Task Touches_are_planned_by_class_and_the_clients_furthest_from_the_plan_come_first()
    {
        await using var crm = await ListedAsync();
        var client = await crm.ClientAsync("毛源昌");
        for (var month = 1; month <= 10; month++)
        {
            await crm.TouchAsync(client, "core.visit", new(2025, month, 1));
        }

        var found = await crm.InsightAsync("core.service_capacity", Day);

        Assert.Equal(10, found.Numbers("classes", "planned").Sum());
        Assert.Equal([6.00m, 2.50m, 1.50m], found.Numbers("classes", "planned"));
        Assert.Equal(client.Id, found.Tables[1].Rows[0].Clients[0]);
        Assert.Equal("above plan", found.Texts("clients", "standing")[0]);
    }

    [Fact]
    [Trait("Row", "S4-05")]
    public async Task Sales_of_2200_and_3000_grew_by_36_4_percent_and_a_missing_year_is_named()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("H");
        await crm.TouchAsync(client, "core.sale", new(2007, 12, 31), 2000);
        await crm.TouchAsync(client, "core.sale", new(2009, 12, 31), 2200);
        await crm.TouchAsync(client, "core.sale", new(2010, 12, 31), 3000);

        var found = await crm.InsightAsync("core.sales_growth", new(2010, 12, 31));

        Assert.Equal(["2007", "2008", "2009", "2010"], found.Texts("periods", "period"));
        Assert.Equal([null, null, null, 0.363636m], found.Numbers("periods", "growth"));
        Assert.Contains("2008", found.Reasons.Single().Text.En, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S4-25")]
    public async Task A_forecast_goes_on_at_the_rate_of_history_and_a_person_may_set_another_for_a_time()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("H");
        var day = new DateOnly(2010, 12, 31);
        await crm.TouchAsync(client, "core.sale", new(2009, 12, 31), 2200);
        await crm.TouchAsync(client, "core.sale", day, 3000);

        var plain = await crm.InsightAsync("core.forecast", day);
        Assert.Equal([4090.91m, 5578.51m], plain.Numbers("periods", "adjusted").OfType<decimal>());

        await crm.SetAsync(client, "core.forecast_rate", "0.15", day);
        var unsigned = await crm.InsightAsync("core.forecast", day);
        Assert.Equal(("override_without_author", 4090.91m), (unsigned.Reasons.Single().Code, unsigned.Numbers("periods", "adjusted").OfType<decimal>().First()));

        await crm.SetAsync(client, "core.forecast_author", "周岚", day);
        await crm.SetAsync(client, "core.forecast_reason", "市场趋缓", day);
        await crm.SetAsync(client, "core.forecast_until", "2011-06-30", day);
        var adjusted = await crm.InsightAsync("core.forecast", day);
        Assert.Equal([3450.00m, 3967.50m], adjusted.Numbers("periods", "adjusted").OfType<decimal>());
        Assert.Equal([4090.91m, 5578.51m], adjusted.Numbers("periods", "baseline").OfType<decimal>());

        var expired = (await crm.Crm.Insights.RunAsync("core.forecast", new(2011, 12, 31))).Result;
        Assert.Empty(expired.Reasons);
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public async Task A_client_that_falls_is_flagged_and_one_that_dips_is_not()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (falls, dips) = (await crm.ClientAsync("falls"), await crm.ClientAsync("dips"));
        await crm.SellAsync(falls, Day, 100, 104, 98, 102, 101, 99, 60);
        await crm.SellAsync(dips, Day, 100, 104, 98, 102, 101, 99, 97);
        await crm.TouchAsync(falls, "core.complaint", new(2025, 12, 1));

        var found = await crm.InsightAsync("core.movement", Day);

        Assert.Equal(1, found.Figure("flagged"));
        Assert.Equal([falls.Id, dips.Id], found.Tables[0].Rows.Select(row => row.Clients.Single()));
        Assert.Equal([-18.21m, -1.57m], found.Numbers("clients", "z"));
        Assert.Contains("complaints in 12 months: 1", found.Texts("clients", "around")[0], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public async Task A_fall_of_a_whole_class_is_noted_and_flags_nobody()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        foreach (var n in Enumerable.Range(1, 4))
        {
            await crm.SellAsync(await crm.ClientAsync($"c{n}"), Day, 100, 104, 98, 102, 101, 99, 80);
        }

        await crm.SellAsync(await crm.ClientAsync("small"), Day, 10);
        var found = await crm.InsightAsync("core.movement", Day);

        Assert.Equal((0m, 1m), (found.Figure("flagged"), found.Figure("segments")));
        Assert.Equal(-0.2m, decimal.Round(found.Numbers("segments", "change").Single()!.Value, 1));
    }

    [Fact]
    [Trait("Row", "S4-18")]
    public async Task Key_clients_by_province_with_their_growth()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var provinces = Enumerable.Repeat("浙江", 12).Concat(Enumerable.Repeat("江苏", 6)).Concat(Enumerable.Repeat("上海", 3)).ToList();
        for (var index = 0; index < provinces.Count; index++)
        {
            var client = await crm.ClientAsync($"{index}", new(2024, 1, 1));
            await crm.SetAsync(client, "core.region", provinces[index], new(2024, 1, 1));
            await crm.TouchAsync(client, "core.sale", new(2025, 6, 1), 10);
            if (index % 7 != 6)
            {
                await crm.TouchAsync(client, "core.sale", new(2024, 6, 1), 10);
            }
        }

        var found = await crm.InsightAsync("core.composition", Day);

        Assert.Equal((21m, 3m, 0.166667m), (found.Figure("buyers"), found.Figure("change"), found.Figure("growth")));
        Assert.Equal(["浙江", "江苏", "上海"], found.Texts("region", "part"));
        Assert.Equal([0.571429m, 0.285714m, 0.142857m], found.Numbers("region", "share"));
        Assert.Equal(210, found.Numbers("cross", "total").Sum());
        Assert.Equal(12, found.Tables.Single(table => table.Name == "region").Rows[0].Clients.Count);
    }

    [Fact]
    [Trait("Row", "S4-19")]
    public async Task New_clients_rise_by_1_4_a_quarter_and_half_came_by_referral()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var number = 0;
        foreach (var (quarter, count) in new[] { 2, 3, 5, 6 }.Index())
        {
            for (var n = 0; n < count; n++)
            {
                var client = await crm.ClientAsync($"{++number}");
                await crm.TouchAsync(client, "core.sale", new(2025, 1 + (quarter * 3), 10), 100);
                await crm.SetAsync(client, "core.lead_source", number % 2 == 0 ? "referral" : "tender", new(2025, 1, 1));
            }
        }

        var found = await crm.InsightAsync("core.development", Day);

        Assert.Equal((16m, 1.4m), (found.Figure("won"), found.Figure("slope")));
        Assert.Equal([2, 3, 5, 6], found.Numbers("quarters", "won"));
        Assert.Equal([0.5m, 0.5m], found.Numbers("causes", "share"));
    }

    [Fact]
    [Trait("Row", "S4-39")]
    public async Task Sales_reconcile_from_years_to_months_and_the_mean_is_recomputed_at_every_level()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "core.sale", new(2024, 2, 1), 10);
        await crm.TouchAsync(client, "core.sale", new(2025, 2, 1), 90);
        await crm.TouchAsync(client, "core.sale", new(2025, 2, 2), 30);
        await crm.TouchAsync(client, "core.sale", new(2025, 5, 1), 30);

        var found = await crm.InsightAsync("core.purchase_trend", Day);

        Assert.Equal([160m, 160m, 160m], new[] { "year", "quarter", "month" }.Select(level => found.Numbers(level, "sales").Sum()!.Value));
        Assert.Equal([10m, 50m], found.Numbers("year", "mean"));
        Assert.Equal(40, found.Figure("mean"));
    }

    private static async Task<TemporaryCrm> ListedAsync()
    {
        var crm = await TemporaryCrm.OpenAsync();
        foreach (var (name, sales) in Listed)
        {
            await crm.TouchAsync(await crm.ClientAsync(name), "core.sale", Day, sales);
        }

        return crm;
    }
}
