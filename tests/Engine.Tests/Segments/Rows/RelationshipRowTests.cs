namespace Clientele.Engine.Tests.Segments.Rows;

public sealed class RelationshipRowTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Fact]
    [Trait("Row", "S2-02")]
    public async Task Three_contracts_at_steady_intervals_and_a_content_client_are_stable_and_one_is_to_be_stabilised()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var stable = await crm.ClientAsync("stable");
        foreach (var ago in new[] { 150 + 200 + 180, 150 + 200, 150 })
        {
            await crm.TouchAsync(stable, "core.sale", Day.AddDays(-ago), 100);
        }

        await AnswerAsync(crm, stable, "4.2");
        var once = await crm.ClientAsync("once");
        await crm.TouchAsync(once, "core.sale", Day.AddDays(-100), 100);
        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal(190m, await crm.MeasureAsync(stable, "core.sale_interval", Day));
        Assert.Equal(("stable", "to_stabilise"), (await crm.SegmentAsync(stable, "core.relationship", Day), await crm.SegmentAsync(once, "core.relationship", Day)));
        var treatment = await crm.Crm.Treatments.OfAsync(once.Id, "core.relationship", Day);
        Assert.Equal(30, treatment.ContactEveryDays);
        Assert.NotNull(treatment.InformationTarget);
        Assert.Single((await crm.ExplainAsync(stable, "core.relationship", Day)).Reasons);
    }

    [Fact]
    [Trait("Row", "S2-02")]
    [Trait("Row", "S2-55")]
    public async Task Prospects_of_72_55_and_20_points_are_pushed_strengthened_and_kept_in_general_contact()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var push = await ProspectAsync(crm, "push", 20, 18, 15, 10, 9);
        var strengthen = await ProspectAsync(crm, "strengthen", 20, 18, 15, 2);
        var general = await ProspectAsync(crm, "general", 20);
        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal([72m, 55m, 20m], await Task.WhenAll(new[] { push, strengthen, general }.Select(client => crm.ValueAsync(client, "core.lead_score", Day))));
        foreach (var scheme in new[] { "core.relationship", "core.leads" })
        {
            Assert.Equal(("push", "strengthen", "general"), (await crm.SegmentAsync(push, scheme, Day), await crm.SegmentAsync(strengthen, scheme, Day), await crm.SegmentAsync(general, scheme, Day)));
        }

        Assert.StartsWith("Score 72: Need (points) 20, Budget (points) 18,", (await crm.ExplainAsync(push, "core.leads", Day)).Reasons[0].Text.En, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S2-55")]
    public async Task Thirty_silent_days_cost_ten_points_and_the_push()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await ProspectAsync(crm, "a", 20, 18, 15, 10, 9);
        await crm.TouchAsync(client, "core.call", Day);
        await crm.Crm.Segments.RunAsync(Day);
        await crm.Crm.Segments.RunAsync(Day.AddDays(29));
        await crm.Crm.Segments.RunAsync(Day.AddDays(30));

        Assert.Equal(62m, await crm.MeasureAsync(client, "core.lead_score", Day.AddDays(30)));
        Assert.Equal(("push", "strengthen"), (await crm.SegmentAsync(client, "core.leads", Day.AddDays(29)), await crm.SegmentAsync(client, "core.leads", Day.AddDays(30))));
    }

    private static async Task<Client> ProspectAsync(TemporaryCrm crm, string name, params int[] points)
    {
        var client = await crm.ClientAsync(name);
        string[] factors = ["core.lead_need", "core.lead_budget", "core.lead_authority", "core.lead_timing", "core.lead_fit"];
        foreach (var (factor, value) in factors.Zip(points))
        {
            await crm.SetAsync(client, factor, $"{value}", Day);
        }

        return client;
    }

    private static Task AnswerAsync(TemporaryCrm crm, Client client, string score) => crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint
    {
        Id = TouchpointId.From("test", $"answer {client.Name}"), Client = client.Id, Kind = "core.survey_answer", OccurredOn = Day,
        Details = new Dictionary<string, string> { ["question"] = "overall", ["score"] = score },
    }));
}
