using static Clientele.Engine.Tests.Segments.ScoreSchemeTests;

namespace Clientele.Engine.Tests.Segments;

public sealed class CounterfactualTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    private static readonly Action<IPluginBuilder> Firm = builder => builder
        .Attributes(
            Number("firm.value"),
            new AttributeDefinition { Name = "firm.region", Title = new("Region", "地区"), Kind = ValueKind.Choice, Choices = [new("north", new("North", "北")), new("south", new("South", "南"))] },
            new AttributeDefinition { Name = "firm.note", Title = new("Note", "备注") },
            new AttributeDefinition { Name = "firm.signed", Title = new("Signed", "签约日"), Kind = ValueKind.Date },
            new AttributeDefinition { Name = "firm.member", Title = new("Member", "会员"), Kind = ValueKind.Boolean })
        .Schemes(
            new RuleScheme
            {
                Name = "firm.class", Title = new("Class", "类别"),
                Rules =
                [
                    new("key", new("Key", "重点"), "core.sales_count >= 3 && (firm.value > 100 || firm.region == 'north') && firm.note != 'lost'"),
                    new("club", new("Club", "会员"), "firm.member && firm.signed >= '2026-01-01'"),
                    new("other", new("Other", "其他")),
                ],
            },
            new ScoreScheme
            {
                Name = "firm.score", Title = new("Score", "得分"), Band = 5, Factors = [new(new("Value", "价值"), "firm.value", 0.5m), new(new("Sales", "成交"), "core.sales_count", 0.5m)],
                Cuts = [new("high", new("High", "高"), 50), new("low", new("Low", "低"))],
            });

    [Fact]
    public async Task The_smallest_change_that_lets_a_client_in_is_told_for_each_value_that_suffices_alone()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Firm));
        var client = await ClientAsync(crm, sales: 3, ("firm.value", "80"), ("firm.region", "south"), ("firm.note", "ok"));

        var asked = await crm.Crm.Explanations.WhyNotAsync(client.Id, "firm.class", "key", Day);

        Assert.False(asked.IsMember);
        Assert.Equal(["firm.value 80 → 100.0001", "firm.region south → north"], asked.Changes.Select(change => $"{change.Name} {change.From} → {change.To}"));
        Assert.Equal("firm.value (firm.value) from 80 to 100.0001: then 'Key'.", asked.Changes[0].Text.En);
        Assert.Contains("即归入“重点”", asked.Changes[0].Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_is_told_what_would_make_it_leave_and_where_to()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Firm));
        var client = await ClientAsync(crm, sales: 3, ("firm.value", "120"), ("firm.region", "south"), ("firm.note", "ok"));

        var asked = await crm.Crm.Explanations.WhyNotAsync(client.Id, "firm.class", "key", Day);

        Assert.True(asked.IsMember);
        Assert.Equal(["firm.value 120 → 100 other", "core.sales_count 3 → 2 other", "firm.note ok → lost other"], asked.Changes.Select(change => $"{change.Name} {change.From} → {change.To} {change.Leads!.Name}"));
    }

    [Fact]
    public async Task Flags_days_and_values_that_are_missing_can_be_what_changes()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Firm));
        var unsigned = await ClientAsync(crm, sales: 0, ("firm.member", "true"));
        var late = await ClientAsync(crm, sales: 0, ("firm.member", "true"), ("firm.signed", "2025-12-01"));
        var outside = await ClientAsync(crm, sales: 0, ("firm.member", "false"), ("firm.signed", "2026-02-01"));

        Assert.Equal(["missing → 2026-01-01"], await ChangesAsync(crm, unsigned, "club"));
        Assert.Equal(["2025-12-01 → 2026-01-01"], await ChangesAsync(crm, late, "club"));
        Assert.Equal(["false → true"], await ChangesAsync(crm, outside, "club"));
    }

    [Fact]
    public async Task When_no_single_change_suffices_that_is_the_answer()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Firm));
        var client = await ClientAsync(crm, sales: 0, ("firm.value", "80"));

        var asked = await crm.Crm.Explanations.WhyNotAsync(client.Id, "firm.class", "key", Day);

        Assert.Empty(asked.Changes);
        Assert.Equal("no_single_change", asked.Refusal!.Code);
    }

    [Fact]
    public async Task Hysteresis_asks_more_of_who_is_out_than_the_cut_does()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Firm));
        var client = await ClientAsync(crm, sales: 0, ("firm.value", "90"));
        await crm.Crm.Segments.RunAsync(Day);

        var asked = await crm.Crm.Explanations.WhyNotAsync(client.Id, "firm.score", "high", Day);

        Assert.Equal("firm.value 90 → 110", asked.Changes.Select(change => $"{change.Name} {change.From} → {change.To}").First());
    }

    [Fact]
    public async Task A_ranking_names_the_value_that_others_leave_room_for()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (big, small) = (await crm.ClientAsync("big"), await crm.ClientAsync("small"));
        await crm.TouchAsync(big, "core.sale", Day, 900);
        await crm.TouchAsync(small, "core.sale", Day, 100);
        await crm.Crm.Segments.RunAsync(Day);

        var up = Assert.Single((await crm.Crm.Explanations.WhyNotAsync(small.Id, "core.abc", "a", Day)).Changes);
        var down = (await crm.Crm.Explanations.WhyNotAsync(big.Id, "core.abc", "a", Day)).Changes;

        Assert.Equal("100 → 225.01", $"{up.From} → {up.To}");
        Assert.All(down, change => Assert.NotEqual("a", change.Leads?.Name));
        await crm.TouchAsync(small, "core.sale", Day, 125.01m);
        await crm.Crm.Segments.RunAsync(Day);
        Assert.Equal("a", await crm.SegmentAsync(small, "core.abc", Day));
    }

    private static async Task<IEnumerable<string>> ChangesAsync(TemporaryCrm crm, Client client, string segment) =>
        (await crm.Crm.Explanations.WhyNotAsync(client.Id, "firm.class", segment, Day)).Changes.Select(change => $"{change.From} → {change.To}");

    private static async Task<Client> ClientAsync(TemporaryCrm crm, int sales, params (string Name, string Value)[] attributes)
    {
        var client = await crm.ClientAsync($"{sales} {string.Join(' ', attributes)}");
        for (var sale = 0; sale < sales; sale++)
        {
            await crm.TouchAsync(client, "core.sale", Day.AddDays(-sale), 10);
        }

        foreach (var (name, value) in attributes)
        {
            await crm.SetAsync(client, name, value, Day);
        }

        await crm.Crm.Segments.RunAsync(Day);
        return client;
    }
}
