using static Clientele.Engine.Tests.Worth.WorthFixture;

namespace Clientele.Engine.Tests.Worth;

public sealed class PerceptionTests
{
    private static readonly (string, object)[] Delivered = [("product", 100), ("service", 30), ("personnel", 20), ("image", 10), ("money", 90), ("time", 10), ("energy", 5), ("psychic", 5)];

    [Fact]
    [Trait("Row", "S2-08")]
    public async Task The_client_perceives_770_for_650_and_a_competitor_is_valued_in_the_same_way()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A");
        await crm.TouchAsync(client, "core.offer_assessment", Day, 600, Assessed(.8m));
        await crm.TouchAsync(client, "core.offer_assessment", Day, 700, [.. Assessed(.8m), ("offer", "competitor")]);

        Assert.Equal(120m, await crm.MeasureAsync(client, "core.perceived_value"));
        var result = await crm.InsightAsync("core.perceived_values");
        Assert.Equal([770m, 650m, 120m, 20m, "performance"], ((string[])["benefit", "sacrifice", "value", "best", "first"]).Select(column => result.Of(client, "offers", column)));
        Assert.Equal(0, result.Number("behind"));
    }

    [Fact]
    [Trait("Row", "S2-09")]
    public async Task Two_clients_with_a_value_of_13_differ_in_its_kind()
    {
        await using var crm = await OpenAsync();
        Client a = await crm.ClientAsync("A"), b = await crm.ClientAsync("B"), zero = await crm.ClientAsync("Z");
        await crm.TouchAsync(a, "core.value_scores", new(2026, 1, 1), null, ("economic", 3), ("functional", 4), ("psychological", 0));
        await crm.TouchAsync(a, "core.value_scores", Day, null, ("economic", 3), ("functional", 4), ("psychological", 12));
        await crm.TouchAsync(b, "core.value_scores", Day, null, ("economic", 12), ("functional", 4), ("psychological", 3));
        await crm.TouchAsync(zero, "core.value_scores", Day, null, ("economic", 0), ("functional", 0), ("psychological", 0));

        var result = await crm.InsightAsync("core.value_vectors");

        Assert.Equal((13m, "psychological", 12m), (result.Of(a, "clients", "magnitude"), result.Of(a, "clients", "dominant"), result.Of(a, "clients", "moved")));
        Assert.Equal([.2308m, .3077m, .9231m], ((string[])["economic", "functional", "psychological"]).Select(axis => Math.Round((decimal)result.Of(a, "clients", axis)!, 4)));
        Assert.Equal((13m, "economic"), (result.Of(b, "clients", "magnitude"), result.Of(b, "clients", "dominant")));
        Assert.Equal((0m, (object?)null), (result.Of(zero, "clients", "magnitude"), result.Of(zero, "clients", "dominant")));
    }

    [Fact]
    [Trait("Row", "S4-12")]
    public async Task Delivered_value_is_50_and_56_when_the_client_waits_less()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A");
        await crm.TouchAsync(client, "core.delivered_assessment", new(2026, 5, 1), null, Delivered);
        await crm.TouchAsync(client, "core.delivered_assessment", new(2026, 5, 1), null, [("offer", "competitor"), ("product", 95), .. Delivered.Skip(1)]);

        var before = await crm.InsightAsync("core.delivered_values");
        Assert.Equal((50m, 1.45m, 5m), (before.Of(client, "clients", "delivered"), Math.Round((decimal)before.Of(client, "clients", "ratio")!, 2), before.Of(client, "clients", "lead")));
        Assert.Equal("Time cost", before.Of(client, "clients", "largest_cost"));

        await crm.TouchAsync(client, "core.delivered_assessment", new(2026, 6, 1), null, [.. Delivered.Where(part => part.Item1 != "time"), ("time", 4)]);
        Assert.Equal(56m, await crm.MeasureAsync(client, "core.delivered_value"));
        Assert.Equal(11m, (await crm.InsightAsync("core.delivered_values")).Of(client, "clients", "lead"));
    }

    [Fact]
    [Trait("Row", "S4-12")]
    public async Task The_lever_that_adds_most_for_its_cost_comes_first_and_an_unknown_part_says_why_not()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A");
        await crm.TouchAsync(client, "core.delivered_assessment", new(2026, 5, 1), null, Delivered);
        await crm.TouchAsync(client, "core.delivered_assessment", new(2026, 5, 1), null, [("offer", "competitor"), ("product", 95), .. Delivered.Skip(1)]);
        await crm.TouchAsync(client, "core.delivered_lever", new(2026, 6, 1), null, ("name", "Training"), ("part", "service"), ("change", 10), ("cost", 10));
        await crm.TouchAsync(client, "core.delivered_lever", new(2026, 6, 1), null, ("name", "Courier"), ("part", "time"), ("change", -6), ("cost", 3));
        await crm.TouchAsync(client, "core.delivered_lever", new(2026, 6, 1), null, ("name", "Magic"), ("part", "luck"), ("change", 99), ("cost", 1));

        var result = await crm.InsightAsync("core.delivered_values");

        Assert.Equal(["Courier", "Training", "Magic"], result.Column("levers", "lever"));
        Assert.Equal([6m, 10m, "'luck' is no part of delivered value."], result.Column("levers", "gain"));
        Assert.Equal((56m, 11m, 2m), (result.Column("levers", "delivered")[0], result.Column("levers", "lead")[0], result.Column("levers", "per_cost")[0]));
    }

    [Fact]
    [Trait("Row", "S4-32")]
    public async Task Eight_above_the_average_buys_again_with_69_percent_and_an_equal_is_listed()
    {
        await using var crm = await OpenAsync();
        Client above = await crm.ClientAsync("A"), equal = await crm.ClientAsync("B");
        await OfferAsync(crm, above, "", 50);
        await OfferAsync(crm, above, "x", 40);
        await OfferAsync(crm, above, "y", 44);
        await OfferAsync(crm, equal, "", 42);
        await OfferAsync(crm, equal, "x", 42);

        var result = await crm.InsightAsync("core.repurchase");

        Assert.Equal((8m, .690m), (result.Of(above, "clients", "advantage"), Math.Round((decimal)result.Of(above, "clients", "probability")!, 3)));
        Assert.Equal([equal.Id, above.Id], result.Column("clients", "client"));
        Assert.Equal(.5m, result.Of(equal, "clients", "probability"));
        Assert.Equal(1, result.Number("below"));
        Assert.Contains(result.Reasons, reason => reason.Code == "assumed");
    }

    [Fact]
    [Trait("Row", "S4-32")]
    public async Task The_slope_is_fitted_on_the_firms_own_clients()
    {
        // At +10 three of four bought again within the year, at −10 one of four: ln 3 / 10.
        await using var crm = await OpenAsync();
        var clients = await crm.ClientsAsync(40);
        await crm.TouchAsync(clients.SelectMany((client, i) => ((string, decimal)[])[("", i % 2 == 0 ? 60 : 40), ("x", 50)]).Select((offer, i) => (clients[i / 2], "core.delivered_assessment", new DateOnly(2025, 6, 1), (decimal?)null, Offer(offer.Item1, offer.Item2))));
        await crm.SalesAsync(clients.Where((_, i) => i % 2 == 0 ? i % 8 != 0 : i % 8 == 1).Select(client => (client, Day, 1m)));

        var result = await crm.InsightAsync("core.repurchase");

        Assert.Equal((decimal)Math.Log(3) / 10, result.Number("slope")!.Value, 6);
        Assert.Contains(result.Reasons, reason => reason.Code == "fitted");
    }

    [Fact]
    [Trait("Row", "S2-10")]
    public async Task Clients_with_100_200_and_300_are_standardised_to_minus_1_0_and_1_and_ranked()
    {
        await using var crm = await OpenAsync();
        Client a = await crm.ClientAsync("A"), b = await crm.ClientAsync("B"), c = await crm.ClientAsync("C");
        await crm.SalesAsync([(a, Day, 100), (b, Day, 200), (c, Day, 300)]);

        var result = await crm.InsightAsync("core.client_value_index");

        Assert.Equal([c.Id, b.Id, a.Id], result.Column("clients", "client"));
        Assert.Equal([1m, 0m, -1m], result.Column("clients", "finance"));
        Assert.Equal([1m, 2m, 3m], result.Column("clients", "rank"));
        Assert.Contains("no data", result.Verdict("weight_market"), StringComparison.Ordinal);
        Assert.Contains(result.Reasons, reason => reason.Code == "no_variance");
    }

    [Fact]
    [Trait("Row", "S2-10")]
    public async Task A_plugin_adds_an_indicator_which_counts_in_its_dimension_and_is_listed()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder
            .Attributes(new AttributeDefinition { Name = "firm.claims", Title = new("Claims", "索赔"), Kind = ValueKind.Number })
            .Measures(new ExpressionMeasure { Name = "firm.claims_open", Title = new("Open claims", "未决索赔"), Expression = "firm.claims", Indicator = new(ValueDimension.Market, "credit", LessIsBetter: true) })));
        var day = new DateOnly(2026, 12, 31);
        Client a = await crm.ClientAsync("A"), b = await crm.ClientAsync("B"), c = await crm.ClientAsync("C");
        foreach (var (client, claims) in new[] { (a, "100"), (b, "200"), (c, "300") })
        {
            await crm.SetAsync(client, "firm.claims", claims, new(2026, 1, 1));
            await crm.TouchAsync(client, "core.sale", day, 100);
        }

        var result = (await crm.Crm.Insights.RunAsync("core.client_value_index", day)).Result;

        Assert.Equal([a.Id, b.Id, c.Id], result.Column("clients", "client"));
        Assert.Equal([1m, 0m, -1m], result.Column("clients", "market"));
        Assert.Contains("firm.claims_open", result.Column("indicators", "measure"));
    }

    [Theory]
    [Trait("Row", "S2-10")]
    [InlineData("3,5,3,3,1,1", null)]
    [InlineData("1,1,1,1,1,1", null)]
    [InlineData("9,1/9,9,9,1/9,9", "inconsistent")]
    [InlineData("1,2,3", "judgements_unreadable")]
    [InlineData("1,2,3,0,1,1", "judgements_unreadable")]
    [InlineData("1,2,3,x,1,1", "judgements_unreadable")]
    [InlineData("100,1,1,1,1,1", "out_of_range")]
    public async Task The_judgements_behind_the_weights_are_the_operators_and_contradictions_are_refused(string judgements, string? refusal)
    {
        await using var crm = await OpenAsync();
        Client a = await crm.ClientAsync("A"), b = await crm.ClientAsync("B");
        await crm.SalesAsync([(a, Day, 100), (b, Day, 200)]);

        var result = (await crm.Crm.Insights.RunAsync("core.client_value_index", Day, new Dictionary<string, string?>(StringComparer.Ordinal) { ["judgements"] = judgements })).Result;

        Assert.Equal(refusal, result.Refusal?.Code);
    }

    [Fact]
    [Trait("Row", "S2-10")]
    public async Task The_weights_of_the_phase_can_turn_the_ranking()
    {
        await using var crm = await OpenAsync();
        Client rich = await crm.ClientAsync("rich"), talks = await crm.ClientAsync("talks");
        await crm.SalesAsync([(rich, new(2026, 3, 1), 300), (talks, new(2026, 3, 1), 100)]);
        for (var day = 1; day <= 20; day++)
        {
            await crm.TouchAsync(talks, "core.visit", new(2026, 4, day));
        }

        await crm.Crm.Segments.RunAsync(Day);
        var phase = (await crm.Crm.Explanations.ExplainAsync(rich.Id, Day)).Single(explanation => explanation.Scheme.Name == "core.life_cycle").Segment?.Name;
        var byPhase = (await crm.Crm.Insights.RunAsync("core.client_value_index", Day, new Dictionary<string, string?>(StringComparer.Ordinal) { ["by_phase"] = "true" })).Result;

        Assert.Equal("exploration", phase);
        Assert.Equal([rich.Id, talks.Id], (await crm.InsightAsync("core.client_value_index")).Column("clients", "client"));
        Assert.Equal([talks.Id, rich.Id], byPhase.Column("clients", "client"));
    }

    [Fact]
    [Trait("Row", "S2-11")]
    public async Task A_high_end_client_in_the_lower_half_of_the_index_is_listed_as_a_disagreement()
    {
        await using var crm = await OpenAsync();
        Client small = await crm.ClientAsync("small"), large = await crm.ClientAsync("large"), larger = await crm.ClientAsync("larger"), largest = await crm.ClientAsync("largest");
        await crm.SalesAsync([(small, Day, 280), (large, Day, 10_000), (larger, Day, 20_000), (largest, Day, 30_000)]);
        await crm.TouchAsync(small, "core.cost", Day, 200);
        await crm.TouchAsync(largest, "core.cost", Day, 29_000);

        var result = await crm.InsightAsync("core.baseline_disagreements");

        Assert.Equal([largest.Id, small.Id], result.Column("clients", "client"));
        Assert.Equal(0.40m, result.Of(small, "clients", "ratio"));
        Assert.Equal(("high-end", "lower half"), (result.Of(small, "clients", "baseline"), result.Of(small, "clients", "index")));
        Assert.Equal(("low-end", "upper half"), (result.Of(largest, "clients", "baseline"), result.Of(largest, "clients", "index")));
    }

    private static Task OfferAsync(WorthFixture crm, Client client, string offer, decimal value) => crm.TouchAsync(client, "core.delivered_assessment", Day, null, Offer(offer, value));

    private static (string, object)[] Offer(string offer, decimal value) => offer.Length == 0 ? [("product", value)] : [("product", value), ("offer", offer)];

    private static (string, object)[] Assessed(decimal performance) => [("reference", 1000), ("additional_cost", 50), ("performance", performance), ("quality", .9m), ("brand", .6m), ("after_sales", .7m)];
}
