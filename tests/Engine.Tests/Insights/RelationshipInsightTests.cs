using Clientele.Documents;

namespace Clientele.Engine.Tests.Insights;

public sealed class RelationshipInsightTests
{
    private static readonly DateOnly Day = new(2025, 12, 31);

    [Fact]
    [Trait("Row", "S4-29")]
    [Trait("Row", "S4-33")]
    public async Task A_relationship_in_decline_is_told_with_its_short_stable_stage_and_a_pulse_is_no_development()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (declines, pulse) = (await crm.ClientAsync("declines"), await crm.ClientAsync("pulse"));
        await YearsAsync(crm, declines, 10, 40, 90, 150, 155, 150, 90);
        await YearsAsync(crm, pulse, 100, 100, 180, 105);

        var found = await crm.InsightAsync("core.life_cycle", Day);

        Assert.Equal(declines.Id, found.Tables[1].Rows[0].Clients.Single());
        Assert.Equal(["Decline", "Stability"], found.Texts("clients", "stage"));
        Assert.Equal("Exploration 1 → Development 3 → Stability 2 → Decline 1", found.Texts("clients", "course")[0]);
        Assert.StartsWith("Short stable stage", found.Texts("clients", "note")[0], StringComparison.Ordinal);
        Assert.Equal(1, found.Figure("alerts"));
    }

    [Fact]
    public async Task Cohorts_show_who_came_back_and_the_grid_holds_every_buyer_once()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        for (var n = 0; n < 10; n++)
        {
            var client = await crm.ClientAsync($"{n}");
            await crm.TouchAsync(client, "core.sale", new(2025, 2, 1 + n), 100 + n);
            if (n < 4)
            {
                await crm.TouchAsync(client, "core.sale", new(2025, 5, 1), 50);
            }
        }

        var cohorts = await crm.InsightAsync("core.cohorts", Day);
        var grid = await crm.InsightAsync("core.rfm", Day);

        Assert.Equal([1m], cohorts.Numbers("cohorts", "p0"));
        Assert.Equal([0.4m], cohorts.Numbers("cohorts", "p1"));
        Assert.Equal(10, Enumerable.Range(1, 5).Sum(f => grid.Numbers("grid", $"f{f}").Sum()));
        Assert.Equal(10, grid.Tables[0].Rows.SelectMany(row => row.Clients).Distinct().Count());
    }

    [Fact]
    [Trait("Row", "S1-06")]
    public async Task The_portfolio_matrix_places_clients_and_shows_where_they_stood_a_year_before()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        foreach (var (name, before, now, visits) in new[] { ("a", 10m, 150m, 3), ("b", 150m, 140m, 0), ("c", 60m, 60m, 4), ("d", 50m, 40m, 0) })
        {
            var client = await crm.ClientAsync(name, new(2024, 1, 1));
            await crm.TouchAsync(client, "core.sale", new(2024, 6, 1), before);
            await crm.TouchAsync(client, "core.sale", new(2025, 6, 1), now);
            for (var visit = 0; visit < visits; visit++)
            {
                await crm.TouchAsync(client, "core.visit", new(2025, 3, 1 + visit));
            }
        }

        var found = await crm.InsightAsync("core.portfolio_matrix", Day);

        Assert.Equal(["pursue", "repair the contact", "develop at low cost", "light contact"], found.Texts("clients", "cell"));
        Assert.Equal([10m, 150m, 60m, 50m], found.Numbers("clients", "x_before"));
        Assert.Equal(["x", "y", "x_before", "y_before"], found.Charts.Single().Values);
    }

    [Fact]
    [Trait("Row", "S1-06")]
    [Trait("Row", "S4-02")]
    public async Task Value_and_response_are_drawn_as_soon_as_they_are_known_and_potential_beside_what_is_bought()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        foreach (var (name, response, sales, wallet) in new[] { ("HH", "0.5", 600m, 900), ("HL", "0.36", 800m, 850), ("LH", "0.6", 80m, 700), ("LL", "0.1", 70m, 80) })
        {
            var client = await crm.ClientAsync(name);
            await crm.TouchAsync(client, "core.sale", new(2025, 6, 1), sales);
            await crm.SetAsync(client, "core.margin_rate", "0.2", new(2025, 1, 1));
            await crm.SetAsync(client, "core.usual_responsiveness", response, new(2025, 1, 1));
            await crm.SetAsync(client, "core.wallet", $"{wallet}", new(2025, 1, 1));
            await crm.SetAsync(client, "core.win_probability", "0.5", new(2025, 1, 1));
        }

        var portfolio = await crm.InsightAsync("core.portfolio_matrix", Day);
        var growth = await crm.InsightAsync("core.growth_matrix", Day);

        Assert.Equal(["develop at low cost", "minimal", "pursue", "repair"], portfolio.Texts("clients", "cell").Order());
        Assert.Empty(portfolio.Reasons);
        Assert.Equal(["keep", "protect and invest", "reshape and invest", "light contact"], growth.Texts("clients", "cell"));
    }

    [Fact]
    [Trait("Row", "S4-21")]
    public async Task Clients_are_ranked_with_ties_and_their_rise()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        foreach (var (name, before, now) in new[] { ("a", 50m, 100m), ("b", 80m, 100m), ("c", 70m, 20m) })
        {
            var client = await crm.ClientAsync(name, new(2024, 1, 1));
            await crm.TouchAsync(client, "core.sale", new(2024, 6, 1), before);
            await crm.TouchAsync(client, "core.sale", new(2025, 6, 1), now);
        }

        var found = await crm.InsightAsync("core.ranking", Day);

        Assert.Equal([1m, 2, 3], found.Numbers("clients", "rank"));
        Assert.Equal([0m, 1, -1], found.Numbers("clients", "rise"));
        Assert.All(found.Numbers("clients", "score"), score => Assert.InRange(score!.Value, 0, 1));
    }

    [Fact]
    [Trait("Row", "S2-26")]
    [Trait("Row", "S2-46")]
    [Trait("Row", "S4-36")]
    public async Task Indicators_goals_and_scorecard_compare_a_year_with_the_one_before_and_leave_out_what_nobody_recorded()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (kept, lost, won) = (await crm.ClientAsync("kept", new(2024, 1, 1)), await crm.ClientAsync("lost", new(2024, 1, 1)), await crm.ClientAsync("won"));
        await crm.TouchAsync(kept, "core.sale", new(2024, 6, 1), 1200);
        await crm.TouchAsync(lost, "core.sale", new(2024, 6, 1), 1000);
        await crm.TouchAsync(kept, "core.sale", new(2025, 6, 1), 2000);
        await crm.TouchAsync(won, "core.sale", new(2025, 6, 1), 1000);

        var indicators = await crm.InsightAsync("core.key_account_indicators", Day);
        Assert.Equal([0.363636m, 0.5m, 0.5m], new[] { "growth", "retention", "new_client_rate" }.Select(name => indicators.Figure(name)));
        Assert.Equal(12, indicators.Tables[0].Rows.Count);
        Assert.StartsWith("n/a", indicators.Texts("indicators", "value")[2], StringComparison.Ordinal);

        var goals = await crm.InsightAsync("core.goals", Day);
        Assert.Equal(3.636364m, goals.Figure("sales"));
        Assert.Contains("baseline", goals.Figures.Single(figure => figure.Name == "complaints").Verdict!.En, StringComparison.Ordinal);

        var effect = await crm.InsightAsync("core.crm_effect", Day);
        Assert.Equal(118.2m, effect.Figure("finance"));
        Assert.Contains(effect.Reasons, reason => reason.Text.En.StartsWith("Survey score is left out", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "S4-35")]
    public async Task Care_that_went_with_more_sales_than_without_it_is_kept_and_the_rest_seeds_the_plan()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        foreach (var (name, now, kind) in new[] { ("visited", 120m, "core.visit"), ("called", 101m, "core.call"), ("left alone", 100m, "") })
        {
            var client = await crm.ClientAsync(name, new(2024, 1, 1));
            await crm.TouchAsync(client, "core.sale", new(2024, 6, 1), 100);
            await crm.TouchAsync(client, "core.sale", new(2025, 6, 1), now);
            if (kind.Length > 0)
            {
                await crm.TouchAsync(client, kind, new(2025, 3, 1));
            }
        }

        var found = await crm.InsightAsync("core.care_review", Day);

        Assert.Equal([19.5m, -9m, null, null], found.Numbers("strategies", "effect"));
        Assert.Equal(["keep", "replace", "undecided: no data", "undecided: no data"], found.Texts("strategies", "decision"));
        Assert.Equal(["Visits", "a new measure", "Messages", "Letters"], found.Texts("draft", "line"));
    }

    [Fact]
    [Trait("Row", "S1-01")]
    public async Task The_value_chain_is_scored_from_the_data_and_by_self_assessment()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("ours");
        string[] activities = ["portfolio", "intimacy", "network", "value", "lifecycle", "leadership", "culture", "organisation", "people", "technology"];
        int[] scores = [4, 3, 2, 3, 4, 3, 3, 2, 4, 5];
        for (var index = 0; index < scores.Length; index++)
        {
            await AssessAsync(crm, client, activities[index], scores[index]);
        }

        var found = await crm.InsightAsync("core.value_chain", Day);

        Assert.Equal((3.2m, 3.4m), (found.Figure("primary"), found.Figure("support")));
        Assert.Equal(("建立关系网络", "组织结构"), (found.Figures.Single(figure => figure.Name == "weakest_primary").Verdict!.Zh, found.Figures.Single(figure => figure.Name == "weakest_support").Verdict!.Zh));
        Assert.Equal(10, found.Tables[0].Rows.Count);
    }

    [Fact]
    [Trait("Row", "S4-22")]
    [Trait("Row", "S4-24")]
    public async Task Classes_have_deal_rates_and_shares_and_a_line_of_business_its_reach()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (a, b) = (await crm.ClientAsync("a"), await crm.ClientAsync("b"));
        for (var n = 1; n <= 20; n++)
        {
            await crm.TouchAsync(a, "core.lead", new(2025, 6, n));
        }

        for (var n = 1; n <= 5; n++)
        {
            await crm.TouchAsync(a, "core.sale", new(2025, 7, n), 100);
        }

        await SellLineAsync(crm, b, "镜片", new(2025, 8, 1), 2000);
        var dynamics = await crm.InsightAsync("core.group_dynamics", Day);
        var adoption = await crm.InsightAsync("core.adoption", Day);

        Assert.Equal([0.8m, 0.2m], dynamics.Numbers("groups", "share"));
        Assert.Equal([null, 0.25m], dynamics.Numbers("groups", "rate"));
        Assert.Equal(0.5m, adoption.Figure("line_1"));
        Assert.StartsWith("No end foreseen", adoption.Figures[0].Verdict!.En, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S4-38")]
    public async Task No_type_and_no_process_is_without_a_feature()
    {
        await using var crm = await TemporaryCrm.OpenAsync();

        var found = await crm.InsightAsync("core.crm_coverage", Day);

        Assert.Equal(0, found.Figure("empty"));
        Assert.Equal(3, found.Tables[0].Rows.Count);
    }

    [Fact]
    public async Task Every_insight_says_why_it_has_nothing_of_nobody_and_is_a_page_in_both_languages()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        await crm.Crm.Segments.RunAsync(Day);
        foreach (var name in crm.Crm.Catalogue.Insights.Keys.Where(name => name != "core.crm_coverage"))
        {
            var result = (await crm.Crm.Insights.RunAsync(name, Day)).Result;
            Assert.True(result.Refusal is { Code: not "fault" }, $"{name}: {result.Refusal?.Text.En ?? "a result"}");
            Assert.Contains("暂无结果", (await crm.Crm.Reports.WriteInsightAsync(name, Day, DocumentLanguage.Chinese)).Report.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_insight_of_one_odd_client_is_a_result_or_a_reason_and_never_a_fault()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("odd");
        await crm.TouchAsync(client, "core.sale", new(2024, 1, 1), -100);
        await crm.TouchAsync(client, "core.sale", new(2025, 5, 1));
        await crm.TouchAsync(client, "core.sale", new(2026, 5, 1), 100);
        await crm.TouchAsync(client, "core.visit", new(2025, 5, 1));
        await crm.Crm.Segments.RunAsync(Day);
        foreach (var name in crm.Crm.Catalogue.Insights.Keys)
        {
            var result = (await crm.Crm.Insights.RunAsync(name, Day)).Result;
            Assert.True(result.Refusal is not { Code: "fault" }, $"{name}: {result.Refusal?.Text.En}");
            Assert.Contains("<section class=\"insight\"", (await crm.Crm.Reports.WriteInsightAsync(name, Day, DocumentLanguage.English)).Report.Html, StringComparison.Ordinal);
        }
    }

    private static async Task YearsAsync(TemporaryCrm crm, Client client, params decimal[] years)
    {
        for (var index = 0; index < years.Length; index++)
        {
            await crm.TouchAsync(client, "core.sale", new(2026 - years.Length + index, 12, 31), years[index]);
        }
    }

    private static Task AssessAsync(TemporaryCrm crm, Client client, string activity, int score) => crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint
    {
        Id = TouchpointId.From("assessment", activity), Client = client.Id, Kind = "core.self_assessment", OccurredOn = new(2025, 11, 1),
        Details = new Dictionary<string, string> { ["activity"] = activity, ["score"] = $"{score}" },
    }));

    private static Task SellLineAsync(TemporaryCrm crm, Client client, string line, DateOnly on, decimal amount) => crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint
    {
        Id = TouchpointId.From("line", line), Client = client.Id, Kind = "core.sale", OccurredOn = on, Amount = new(amount, "CNY"), Details = new Dictionary<string, string> { ["line"] = line },
    }));
}
