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

    private static Task OfferAsync(WorthFixture crm, Client client, string offer, decimal value) => crm.TouchAsync(client, "core.delivered_assessment", Day, null, Offer(offer, value));

    private static (string, object)[] Offer(string offer, decimal value) => offer.Length == 0 ? [("product", value)] : [("product", value), ("offer", offer)];

    private static (string, object)[] Assessed(decimal performance) => [("reference", 1000), ("additional_cost", 50), ("performance", performance), ("quality", .9m), ("brand", .6m), ("after_sales", .7m)];
}
