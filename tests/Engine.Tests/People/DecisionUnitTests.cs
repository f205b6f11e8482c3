using Clientele.Engine.Tests.Insights;

namespace Clientele.Engine.Tests.People;

[Trait("Row", "S0-12")]
public sealed class DecisionUnitTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    public async Task The_support_of_three_people_and_the_one_who_is_against_us()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        await PersonAsync(crm, client, "王总", "总经理", "5", "2");
        var engineer = await PersonAsync(crm, client, "李工", "总工程师", "3", "-1");
        await PersonAsync(crm, client, "赵办", "办公室主任", "1", "1");

        Assert.Equal(.444m, Math.Round(await crm.ValueAsync(client, "core.decision_support", Day), 3));
        var risk = await RiskAsync(crm, client);
        Assert.Equal((1m, "总工程师: attitude −1", "总工程师：态度−1"), (risk.Value, Assert.Single(risk.Reasons).Text.En, risk.Reasons[0].Text.Zh));

        await crm.SetAsync(engineer, "core.attitude", "1", Day);

        Assert.Equal(.778m, Math.Round(await crm.ValueAsync(client, "core.decision_support", Day), 3));
        Assert.Equal(0m, (await RiskAsync(crm, client)).Value);
        Assert.Equal(.444m, Math.Round(await crm.ValueAsync(client, "core.decision_support", Day.AddDays(-1)), 3));
    }

    [Theory]
    [InlineData(90, null, 0)]
    [InlineData(91, null, 1)]
    [InlineData(91, "120", 0)]
    [InlineData(121, "120", 1)]
    public async Task Who_counts_is_talked_to_in_private_every_so_many_days(int daysAgo, string? every, int atRisk)
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        var person = await crm.ContactAsync(client, "王总", ("core.decision_weight", "3"), ("core.attitude", "2"));
        if (every is not null)
        {
            await crm.SetAsync(client, "core.one_to_one_days", every, client.Since);
        }

        Assert.Equal("a person without a position: no talk in private so far", (await RiskAsync(crm, client)).Reasons.Single().Text.En);

        await TalkAsync(crm, client, person, Day.AddDays(-daysAgo));
        await TalkAsync(crm, client, null, Day);

        Assert.Equal(atRisk, (await RiskAsync(crm, client)).Value);
    }

    [Fact]
    public async Task Somebody_of_little_weight_and_somebody_who_was_not_judged_put_nothing_at_risk()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (little, unknown, nobody) = (await crm.ClientAsync("little"), await crm.ClientAsync("unknown"), await crm.ClientAsync("nobody"));
        await PersonAsync(crm, little, "甲", "职员", "2", "-2");
        await crm.ContactAsync(unknown, "乙");

        Assert.Equal((-1m, 0m), (await crm.MeasureAsync(little, "core.decision_support", Day), (await RiskAsync(crm, little)).Value));
        foreach (var client in new[] { unknown, nobody })
        {
            Assert.Equal((null, null), (await crm.MeasureAsync(client, "core.decision_support", Day), (await RiskAsync(crm, client)).Value));
        }
    }

    [Fact]
    public async Task The_insight_names_the_people_at_risk_heaviest_first()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (a, b) = (await crm.ClientAsync("a"), await crm.ClientAsync("b"));
        await PersonAsync(crm, a, "李工", "总工程师", "3", "-1");
        var chief = await PersonAsync(crm, b, "王总", "总经理", "5", "2");
        await PersonAsync(crm, b, "赵办", "办公室主任", "4", "1");
        await crm.SetAsync(chief, "core.last_one_to_one", "2025-01-01", b.Since);

        var result = await crm.InsightAsync("core.decision_unit", Day);
        var people = result.Tables.Single(table => table.Name == "people");
        var shown = await crm.Crm.Insights.NameAsync(await crm.Crm.Insights.RunAsync("core.decision_unit", Day));

        Assert.Equal(["王总", "李工"], people.Rows.Select(row => shown.NameOf(row.Cells[1])));
        Assert.Equal(["no talk in private for 545 days", "attitude −1"], result.Texts("people", "risk"));
        Assert.Equal([-.5m, .777778m], result.Numbers("clients", "support"));
        Assert.Equal((2m, 2m, 2m), (result.Figure("clients"), result.Figure("clients_at_risk"), result.Figure("people_at_risk")));
    }

    private static async Task<Contact> PersonAsync(TemporaryCrm crm, Client client, string name, string position, string weight, string attitude)
    {
        var person = await crm.ContactAsync(client, name, ("core.decision_weight", weight), ("core.attitude", attitude), ("core.last_one_to_one", "2026-06-01"));
        await crm.WriteAsync(batch => batch.PutAsync(person with { Position = position }));
        return person;
    }

    private static async Task<Clientele.Measures.MeasureValue> RiskAsync(TemporaryCrm crm, Client client) =>
        (await crm.Crm.Measures.OfClientAsync(client.Id, Day)).Single(value => value.Measure.Name == "core.people_at_risk");

    private static Task TalkAsync(TemporaryCrm crm, Client client, Contact? person, DateOnly on) => crm.WriteAsync(batch => batch.AppendAsync(
        new Touchpoint { Id = TouchpointId.From("talk", $"{on}/{person?.Name}"), Client = client.Id, Kind = "core.one_to_one", OccurredOn = on, Contact = person?.Id }));
}
