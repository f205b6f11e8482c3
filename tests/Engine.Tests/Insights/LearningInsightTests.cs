namespace Clientele.Engine.Tests.Insights;

/// <summary>What the data teach by themselves: clusters, rules and the probability of winning.</summary>
public sealed class LearningInsightTests
{
    private static readonly DateOnly Day = new(2025, 12, 31);
    private static readonly (string Name, decimal Sales)[] Listed = [("宝岛", 800), ("杨氏", 600), ("宝丽", 450), ("重明", 300), ("天明", 150), ("明而达", 100), ("毛源昌", 80)];

    // The rule of the text: from 450 large, from 100 medium.
    private static readonly ScoreScheme Size = new()
    {
        Name = "firm.size", Title = new("Size", "规模"), Factors = [new(new("Sales", "销售"), "core.sales_12m")],
        Cuts = [new("large", new("Large", "大客户"), 450), new("medium", new("Medium", "中客户"), 100), new("small", new("Small", "小客户"))],
    };

    [Theory]
    [Trait("Row", "S4-03")]
    [Trait("Row", "S4-01")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rule_and_cluster_stand_side_by_side_and_part_over_the_client_with_100(bool reversed)
    {
        await using var crm = await ListedAsync(reversed);
        await crm.Crm.Segments.RunAsync(Day);

        var found = (await crm.Crm.Insights.RunAsync("core.clusters", Day, Set(("clusters", "3"), ("scheme", "firm.size")))).Result;

        Assert.Equal([2, 2, 3], found.Numbers("clusters", "members"));
        Assert.Equal(33_850, found.Figure("squared_error"));
        var row = found.Tables[1].Rows.Single(one => one.Cells[0].Client == ClientId.From("test", "明而达"));
        Assert.Equal(("中客户", 3m), (row.Cells[2].Text!.Zh, row.Cells[3].Number));
        Assert.Equal([800m, 600, 450, 300, 150, 100, 80], found.Numbers("clients", "value_1").OrderDescending());
    }

    [Fact]
    [Trait("Row", "S4-03")]
    public async Task Without_a_number_of_clusters_the_silhouette_decides()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        foreach (var (name, sales) in new[] { ("a", 100m), ("b", 101m), ("c", 99m), ("d", 900m), ("e", 905m), ("f", 895m) })
        {
            await crm.TouchAsync(await crm.ClientAsync(name), "core.sale", Day, sales);
        }

        var found = await crm.InsightAsync("core.clusters", Day);

        Assert.Equal(2, found.Figure("clusters"));
        Assert.True(found.Figure("silhouette") > 0.9m);
    }

    [Fact]
    [Trait("Row", "S4-03")]
    public async Task Rules_are_learned_from_classified_clients_and_put_to_use_on_the_others()
    {
        var known = new RuleScheme { Name = "firm.known", Title = new("Known", "已知"), Population = "firm.judged", Rules = [new("good", new("Good", "优"), "core.sales_12m > 500"), new("poor", new("Poor", "差"))] };
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Attributes(new AttributeDefinition { Name = "firm.judged", Title = new("Judged", "已评"), Kind = ValueKind.Boolean }).Schemes(known)));
        for (var index = 0; index < 22; index++)
        {
            var client = await crm.ClientAsync($"c{index:00}");
            await crm.TouchAsync(client, "core.sale", Day, index % 2 == 0 ? 900 + index : 100 + index);
            await crm.SetAsync(client, "firm.judged", index < 20 ? "true" : "false", new(2025, 1, 1));
        }

        await crm.Crm.Segments.RunAsync(Day);
        var found = (await crm.Crm.Insights.RunAsync("core.learned_rules", Day, Set(("scheme", "firm.known"), ("measures", "core.sales_12m"), ("leaf", "1")))).Result;

        Assert.Equal((1m, 1m, 1m), (found.Figure("train_accuracy"), found.Figure("accuracy"), found.Figure("kappa")));
        Assert.Equal(["Poor", "Good"], found.Texts("rules", "class"));
        Assert.StartsWith("core.sales_12m < ", found.Texts("rules", "when")[0], StringComparison.Ordinal);
        Assert.Equal(["Good", "Poor"], found.Texts("applied", "class").Order());
    }

    [Fact]
    [Trait("Row", "S2-55")]
    public async Task A_lead_has_a_probability_from_the_firms_own_won_and_lost_leads_with_what_contributes()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        for (var index = 0; index < 40; index++)
        {
            await LeadAsync(crm, $"c{index:00}", index % 2 == 0 ? 18 : 4, new(2024, 1, 10), index % 2 == 0 ? new(2024, 3, 1) : null);
        }

        var (hot, cold) = (await LeadAsync(crm, "hot", 19, new(2025, 12, 1), null), await LeadAsync(crm, "cold", 3, new(2025, 12, 1), null));
        var found = await crm.InsightAsync("core.lead_model", Day);

        Assert.Equal((20m, 20m, 1m), (found.Figure("won"), found.Figure("lost"), found.Figure("auc")));
        Assert.Equal([hot.Id, cold.Id], found.Tables.Single(table => table.Name == "open").Rows.Select(row => row.Clients.Single()));
        Assert.True(found.Numbers("open", "probability")[0] > 0.5m && found.Numbers("open", "probability")[1] < 0.5m);
        Assert.Equal("Need (points)", found.Texts("open", "strongest")[0]);
    }

    [Theory]
    [Trait("Row", "S2-55")]
    [InlineData("core.lead_model")]
    [InlineData("core.learned_rules")]
    [InlineData("core.clusters")]
    public async Task One_client_teaches_nothing_and_the_reason_says_so(string insight)
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        await LeadAsync(crm, "one", 10, new(2025, 1, 1), new(2025, 2, 1));

        Assert.NotNull((await crm.InsightAsync(insight, Day)).Refusal);
    }

    private static async Task<Client> LeadAsync(TemporaryCrm crm, string name, int need, DateOnly on, DateOnly? sold)
    {
        var client = await crm.ClientAsync(name, on);
        await crm.SetAsync(client, "core.lead_need", $"{need}", on);
        await crm.TouchAsync(client, "core.lead", on);
        if (sold is { } day)
        {
            await crm.TouchAsync(client, "core.sale", day, 100);
        }

        return client;
    }

    private static async Task<TemporaryCrm> ListedAsync(bool reversed)
    {
        var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Schemes(Size)));
        foreach (var (name, sales) in reversed ? Listed.Reverse() : Listed)
        {
            await crm.TouchAsync(await crm.ClientAsync(name), "core.sale", Day, sales);
        }

        return crm;
    }

    private static Dictionary<string, string?> Set(params (string Name, string Value)[] settings) => settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value, StringComparer.Ordinal);
}
