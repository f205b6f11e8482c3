using static Clientele.Engine.Tests.Segments.ScoreSchemeTests;

namespace Clientele.Engine.Tests.Segments;

public sealed class DecisionTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    private static readonly Action<IPluginBuilder> Firm = builder => builder.Attributes(Number("firm.value")).Schemes(new RuleScheme
    {
        Name = "firm.class", Title = new("Class", "类别"),
        Rules = [new("key", new("Key", "重点"), "firm.value >= 100"), new("other", new("Other", "其他"))],
    });

    [Fact]
    [Trait("Row", "S2-03")]
    public async Task An_override_wins_over_the_rule_and_when_it_expires_the_rule_class_returns()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Firm));
        var client = await crm.ClientAsync("a");
        await crm.Crm.Segments.RunAsync(Day);

        await crm.Crm.Decisions.OverrideAsync(new(client.Id, "firm.class", "key", Day, Day.AddDays(30), "Li Ying", "The new chairman is a friend of the house."));
        var decided = await crm.SegmentAsync(client, "firm.class", Day);
        var during = await RunAsync(crm, client, Day.AddDays(29));
        var after = await RunAsync(crm, client, Day.AddDays(30));

        Assert.Equal(("key", "key", "other"), (decided, during, after));
        Assert.Equal("key", await crm.SegmentAsync(client, "firm.class", Day.AddDays(10)));
        var history = await crm.Crm.Store.Memberships.HistoryAsync(client.Id, "firm.class");
        Assert.Equal([("key", "override"), ("other", history[1].Version)], history.Select(membership => (membership.Segment, membership.Version)));
    }

    [Fact]
    [Trait("Row", "S2-03")]
    public async Task The_explanation_names_author_reason_and_expiry()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Firm));
        var client = await crm.ClientAsync("a");
        await crm.Crm.Decisions.OverrideAsync(new(client.Id, "firm.class", "key", Day, Day.AddDays(30), "李颖", "新任董事长是老朋友。"));
        await crm.Crm.Segments.RunAsync(Day);

        var reason = Assert.Single((await crm.ExplainAsync(client, "firm.class", Day)).Reasons);

        Assert.Equal("override", reason.Code);
        Assert.Equal("由 李颖 人工指定，有效至 2026-04-30：新任董事长是老朋友。", reason.Text.Zh);
    }

    [Fact]
    public async Task A_decision_that_agrees_with_the_rule_is_still_told_from_it_and_taken_back()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Firm));
        var client = await crm.ClientAsync("a");
        await crm.Crm.Segments.RunAsync(Day);
        await crm.Crm.Decisions.OverrideAsync(new(client.Id, "firm.class", "other", Day.AddDays(1), null, "Li Ying", "Stays as it is."));
        await crm.Crm.Segments.RunAsync(Day.AddDays(1));
        Assert.Equal("override", (await crm.ExplainAsync(client, "firm.class", Day.AddDays(1))).Reasons[0].Code);

        await crm.Crm.Decisions.WithdrawAsync(client.Id, "firm.class", Day.AddDays(2));
        await crm.Crm.Segments.RunAsync(Day.AddDays(2));

        Assert.Equal("otherwise", (await crm.ExplainAsync(client, "firm.class", Day.AddDays(2))).Reasons[0].Code);
    }

    [Fact]
    public async Task A_client_outside_a_ranking_can_be_put_into_it_by_hand()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        await crm.Crm.Decisions.OverrideAsync(new(client.Id, "core.abc", "a", Day, null, "Li Ying", "A reference for others."));
        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal("a", await crm.SegmentAsync(client, "core.abc", Day));
    }

    [Fact]
    public async Task What_is_no_decision_is_refused_with_its_reason()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Firm));
        var client = await crm.ClientAsync("a");
        await crm.Crm.Segments.RunAsync(Day);
        var good = new SegmentOverride(client.Id, "firm.class", "key", Day, null, "Li Ying", "Because.");

        Assert.Equal(ErrorCodes.RecordInvalid, await RefusedAsync(good with { Author = " " }));
        Assert.Equal(ErrorCodes.RecordInvalid, await RefusedAsync(good with { Why = "" }));
        Assert.Equal(ErrorCodes.RecordInvalid, await RefusedAsync(good with { Segment = "best" }));
        Assert.Equal(ErrorCodes.RecordInvalid, await RefusedAsync(good with { Until = Day }));
        Assert.Equal(ErrorCodes.RegistrationUnknown, await RefusedAsync(good with { Scheme = "firm.nothing" }));
        Assert.Equal(ErrorCodes.DayBeforeLastRun, await RefusedAsync(good with { From = Day.AddDays(-1) }));
        Assert.Equal(ErrorCodes.ReferenceUnknown, await RefusedAsync(good with { Client = ClientId.From("test", "nobody") }));

        async Task<string> RefusedAsync(SegmentOverride decision) => (await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Decisions.OverrideAsync(decision))).Code;
    }

    [Fact]
    [Trait("Row", "S2-03")]
    public async Task The_rows_of_the_migration_matrix_sum_to_the_clients_of_the_earlier_day()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Firm));
        var (quarter1, quarter2) = (new DateOnly(2026, 3, 31), new DateOnly(2026, 6, 30));
        var clients = new List<Client>();
        for (var number = 0; number < 100; number++)
        {
            clients.Add(await crm.ClientAsync($"{number}"));
            await crm.SetAsync(clients[^1], "firm.value", number < 40 ? "150" : "50", quarter1);
        }

        await crm.Crm.Segments.RunAsync(quarter1);
        for (var number = 30; number < 45; number++)
        {
            await crm.SetAsync(clients[number], "firm.value", number < 40 ? "20" : "120", quarter2);
        }

        await crm.Crm.Segments.RunAsync(quarter2);
        var moves = await crm.Crm.Segments.MovesAsync("firm.class", quarter1, quarter2);

        Assert.Equal((30, 10, 5, 55), (moves["key", "key"], moves["key", "other"], moves["other", "key"], moves["other", "other"]));
        Assert.Equal((40, 60), (moves.Row("key"), moves.Row("other")));
        Assert.Equal(100, moves.Segments.Sum(segment => moves.Row(segment.Name)));
        Assert.Equal("key", await crm.SegmentAsync(clients[35], "firm.class", new(2026, 3, 31)));
    }

    private static async Task<string?> RunAsync(TemporaryCrm crm, Client client, DateOnly day)
    {
        await crm.Crm.Segments.RunAsync(day);
        return await crm.SegmentAsync(client, "firm.class", day);
    }
}
