using static Clientele.Engine.Tests.Worth.WorthFixture;

namespace Clientele.Engine.Tests.Worth;

public sealed class LoyaltyTests
{
    [Fact]
    [Trait("Row", "S1-05")]
    public async Task Six_answers_to_eight_efforts_are_more_than_one_to_one()
    {
        await using var crm = await OpenAsync();
        Client a = await crm.ClientAsync("A"), b = await crm.ClientAsync("B"), others = await crm.ClientAsync("C"), none = await crm.ClientAsync("D");
        await EffortsAsync(crm, a, 8, 6);
        await EffortsAsync(crm, b, 1, 1);
        await EffortsAsync(crm, others, 21, 2);

        var result = await crm.InsightAsync("core.responsiveness_of_clients");

        Assert.Equal(.30m, result.Number("mean"));
        Assert.Equal(.500m, result.Of(a, "clients", "responsiveness"));
        Assert.Equal(.364m, Math.Round((decimal)result.Of(b, "clients", "responsiveness")!, 3));
        Assert.Equal([.5m, .363636m, .3m], [await crm.MeasureAsync(a, "core.responsiveness"), await crm.MeasureAsync(b, "core.responsiveness"), await crm.MeasureAsync(none, "core.responsiveness")]);
    }

    [Fact]
    [Trait("Row", "S1-05")]
    public async Task A_response_within_30_days_is_an_answer()
    {
        await using var crm = await OpenAsync();
        Client prompt = await crm.ClientAsync("A"), late = await crm.ClientAsync("B");
        foreach (var (client, days) in ((Client, int)[])[(prompt, 30), (late, 31)])
        {
            await crm.TouchAsync(client, "core.outreach", new(2026, 6, 1));
            await crm.TouchAsync(client, "core.response", new DateOnly(2026, 6, 1).AddDays(days));
        }

        Assert.Equal((.363636m, .272727m), (await crm.MeasureAsync(prompt, "core.responsiveness"), await crm.MeasureAsync(late, "core.responsiveness")));
    }

    [Fact]
    [Trait("Row", "S1-14")]
    public async Task Four_weighted_answers_give_75_and_32_of_50_buyers_return()
    {
        await using var crm = await OpenAsync();
        var clients = await crm.ClientsAsync(50);
        foreach (var (question, score, weight) in ((string, decimal, decimal)[])[("product", 8, .3m), ("service", 7, .3m), ("people", 9, .2m), ("price", 6, .2m)])
        {
            await crm.TouchAsync(clients[0], "core.survey_answer", Day, null, ("question", question), ("score", score), ("weight", weight));
        }

        await crm.TouchAsync(clients[1], "core.survey_sent", Day);
        await crm.SalesAsync(clients.Select(client => (client, new DateOnly(2024, 3, 1), 1m)).Concat(clients.Take(32).Select(client => (client, new DateOnly(2024, 12, 1), 1m))));

        var result = await crm.InsightAsync("core.satisfaction");

        Assert.Equal((75.0m, 1m, .5m), (result.Number("index"), result.Number("answered"), result.Number("response_rate")));
        Assert.Equal((.64m, 50m), (result.Number("repurchase"), result.Number("buyers")));
        Assert.True(result.Number("repurchase_from") < .64m && result.Number("repurchase_to") > .64m);
    }

    [Fact]
    [Trait("Row", "S1-14")]
    public async Task Weights_that_do_not_sum_to_one_are_an_error()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A");
        await crm.TouchAsync(client, "core.survey_answer", Day, null, ("question", "product"), ("score", 8), ("weight", .3m));

        Assert.Equal("weights_sum", (await crm.InsightAsync("core.satisfaction")).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S1-17")]
    public async Task What_clients_do_and_what_they_think_makes_four_kinds_of_loyalty()
    {
        await using var crm = await OpenAsync();
        (Client Client, bool Buys, decimal Score, string Kind)[] cases =
        [
            (await crm.ClientAsync("A"), true, 3, "spurious"), (await crm.ClientAsync("B"), true, 8, "true"), (await crm.ClientAsync("C"), false, 8, "latent"), (await crm.ClientAsync("D"), false, 2, "none"),
        ];
        foreach (var (client, buys, score, kind) in cases)
        {
            await crm.TouchAsync(client, "core.survey_answer", Day, null, ("question", "recommend"), ("score", score));
            await crm.SalesAsync([(client, Day.AddDays(buys ? -1460 : -365), 1m), .. Enumerable.Range(1, buys ? 4 : 1).Select(i => (client, Day.AddDays(-i), kind == "spurious" ? 1000m : 1m))]);
        }

        await crm.Crm.Segments.RunAsync(Day);
        var result = await crm.InsightAsync("core.loyalty");

        Assert.All(cases, entry => Assert.Equal((entry.Buys ? .8m : .2m, entry.Score / 10, entry.Kind), (result.Of(entry.Client, "clients", "behaviour"), result.Of(entry.Client, "clients", "attitude"), result.Of(entry.Client, "clients", "kind"))));
        Assert.Equal("in danger", result.Of(cases[0].Client, "clients", "danger"));
        Assert.Equal(1, result.Number("in_danger"));
    }

    [Fact]
    [Trait("Row", "S1-24")]
    public async Task Nine_of_ten_promises_are_kept_eight_on_time_and_8_percent_more_than_promised()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("A");
        for (var i = 0; i < 10; i++)
        {
            await crm.TouchAsync(client, "core.promise_made", new(2026, 5, 1), i == 9 ? null : i == 0 ? 20 : 10, ("reference", $"p{i}"), ("due", "2026-06-01"));
            if (i < 9)
            {
                await crm.TouchAsync(client, "core.promise_kept", new(2026, i == 8 ? 7 : 5, 20), i == 0 ? 28 : 10, ("reference", $"p{i}"), ("evidence", "protocol"));
            }
        }

        var result = await crm.InsightAsync("core.promises");

        Assert.Equal((10m, .90m, .80m, .08m), (result.Number("due"), result.Number("kept"), result.Number("on_time"), result.Number("over_delivery")));
        Assert.Equal(.9m, await crm.MeasureAsync(client, "core.promises_kept"));
        Assert.Single(result.Column("overdue", "client"));
    }

    [Fact]
    [Trait("Row", "S2-31")]
    public async Task A_missed_call_is_no_touch_and_five_touches_in_a_week_are_too_many()
    {
        await using var crm = await OpenAsync();
        Client rare = await crm.ClientAsync("A"), often = await crm.ClientAsync("B");
        await crm.SalesAsync([(rare, Day, 1000), (often, Day, 1)]);
        await crm.TouchAsync(rare, "core.visit", Day.AddDays(-20));
        await crm.TouchAsync(rare, "core.call_missed", Day.AddDays(-3));
        for (var i = 0; i < 5; i++)
        {
            await crm.TouchAsync(often, "core.call", Day.AddDays(-i));
        }

        await crm.Crm.Segments.RunAsync(Day);
        var result = await crm.InsightAsync("core.contact_cadence");

        Assert.Equal(("a", 20m, 6m), (result.Of(rare, "clients", "class"), result.Of(rare, "clients", "since"), result.Of(rare, "clients", "overdue")));
        Assert.Equal((5m, "too often"), (result.Of(often, "clients", "recent"), result.Of(often, "clients", "too_often")));
    }

    [Fact]
    [Trait("Row", "S4-40")]
    public async Task Twelve_of_fifty_clients_fell_silent_which_is_24_percent()
    {
        await using var crm = await OpenAsync();
        var clients = await crm.ClientsAsync(50);
        await crm.SalesAsync(clients.SelectMany((client, i) => Enumerable.Range(0, i < 12 ? 6 : 12).Select(n => (client, new DateOnly(2025, 1, 15).AddDays(60 * n), 1m))));

        var result = await crm.InsightAsync("core.churn");

        Assert.Equal((.24m, 12m, 50m, "Within"), (result.Number("churn"), result.Number("lost"), result.Number("start"), result.Verdict("band")));
        Assert.Equal(12, result.Column("clients", "lapsed").Count(value => value is "lapsed"));
    }

    [Fact]
    [Trait("Row", "S4-40")]
    public async Task Silence_counts_beside_the_clients_own_rhythm()
    {
        await using var crm = await OpenAsync();
        Client frequent = await crm.ClientAsync("A"), yearly = await crm.ClientAsync("B");
        await crm.SalesAsync(((int[])[150, 210, 270, 330]).Select(ago => (frequent, Day.AddDays(-ago), 1m)));
        await crm.SalesAsync(((int[])[300, 660, 1020]).Select(ago => (yearly, Day.AddDays(-ago), 1m)));

        var result = await crm.InsightAsync("core.churn");

        Assert.Equal((60m, 150m, 2.5m, "lapsed"), (result.Of(frequent, "clients", "interval"), result.Of(frequent, "clients", "silence"), result.Of(frequent, "clients", "ratio"), result.Of(frequent, "clients", "lapsed")));
        Assert.Equal((360m, 300m, (object?)null), (result.Of(yearly, "clients", "interval"), result.Of(yearly, "clients", "silence"), result.Of(yearly, "clients", "lapsed")));
    }

    private static Task EffortsAsync(WorthFixture crm, Client client, int efforts, int answered) => crm.TouchAsync(Enumerable.Range(0, efforts).Select(i =>
        (client, "core.outreach", Day.AddDays(-100), (decimal?)null, i < answered ? [("outcome", (object)"meeting")] : Array.Empty<(string, object)>())));
}
