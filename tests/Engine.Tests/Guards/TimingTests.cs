using Clientele.Timing;

namespace Clientele.Engine.Tests.Guards;

public sealed class TimingTests
{
    [Fact]
    [Trait("Row", "S1-20")]
    public async Task A_severe_complaint_blocks_a_pitch_until_seven_days_after_it_is_closed_and_care_goes_on()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("Harbour Authority");
        await TouchAsync(crm, client, "core.complaint", new(2026, 3, 20), ("severity", "1"));

        var open = await AskAsync(crm, client, new(2026, 3, 25));
        var care = await crm.Crm.Timing.AskAsync(client.Id, "care", new(2026, 3, 25));
        await TouchAsync(crm, client, "core.complaint_closed", new(2026, 4, 1));
        var cooling = await AskAsync(crm, client, new(2026, 4, 7));
        var over = await AskAsync(crm, client, new(2026, 4, 8));

        Assert.Equal((false, (DateOnly?)null), (open.Allowed, open.NextGoodDay));
        Assert.Equal("Severe complaint: since 2026-03-20, not settled yet; 7 days after it is.", open.Blocking[0].Reason.Text.En);
        Assert.True(care.Allowed);
        Assert.Equal((false, new DateOnly(2026, 4, 8)), (cooling.Allowed, cooling.NextGoodDay!.Value));
        Assert.Equal("重大投诉：始于 2026-03-20，2026-04-01 了结，2026-04-08 起解除。", cooling.Blocking[0].Reason.Text.Zh);
        Assert.Equal((true, new DateOnly(2026, 4, 8)), (over.Allowed, over.NextGoodDay!.Value));
    }

    [Fact]
    [Trait("Row", "S1-20")]
    public async Task A_slight_complaint_blocks_nothing_and_one_of_two_keeps_blocking_when_the_other_is_closed()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (slight, two) = (await crm.ClientAsync("a"), await crm.ClientAsync("b"));
        await TouchAsync(crm, slight, "core.complaint", new(2026, 3, 20), ("severity", "3"));
        var first = await MatterAsync(crm, two, "1");
        var second = await MatterAsync(crm, two, "2");
        await TouchAsync(crm, two, "core.complaint", new(2026, 3, 20), first, ("severity", "1"));
        await TouchAsync(crm, two, "core.complaint", new(2026, 3, 21), second, ("severity", "1"));
        await TouchAsync(crm, two, "core.complaint_closed", new(2026, 3, 25), first);

        Assert.True((await AskAsync(crm, slight, new(2026, 3, 21))).Allowed);
        Assert.False((await AskAsync(crm, two, new(2026, 4, 10))).Allowed);
    }

    [Fact]
    [Trait("Row", "S1-20")]
    public async Task Windows_one_behind_the_other_are_passed_to_the_first_good_day()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        await TouchAsync(crm, client, "core.leadership_changed", new(2026, 9, 5));

        var answer = await AskAsync(crm, client, new(2026, 9, 20));

        // 30 days from 5 September end on 5 October, which lies in the national holiday until the 7th.
        Assert.Equal(new DateOnly(2026, 10, 8), answer.NextGoodDay);
        Assert.Equal(["core.leadership_change"], answer.Blocking.Select(window => window.Window.Name));
    }

    [Fact]
    [Trait("Row", "S1-20")]
    public async Task A_client_in_difficulty_is_left_in_peace_and_good_times_are_named()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (hard, good) = (await crm.ClientAsync("a"), await crm.ClientAsync("b"));
        await crm.SetAsync(hard, "core.in_difficulty", "true", new(2026, 3, 1));
        await TouchAsync(crm, good, "core.milestone_reached", new(2026, 11, 3));

        Assert.Equal(["core.client_in_difficulty"], (await AskAsync(crm, hard, new(2026, 3, 2))).Blocking.Select(window => window.Window.Name));
        Assert.True((await AskAsync(crm, hard, new(2026, 2, 28))).Allowed);
        Assert.Equal(["core.budget_season", "core.after_milestone"], (await AskAsync(crm, good, new(2026, 11, 5))).Favouring.Select(window => window.Window.Name));
    }

    [Fact]
    [Trait("Row", "S1-20")]
    public async Task A_plugin_adds_windows_of_its_own_also_across_the_end_of_the_year()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Windows(new CalendarWindow
        {
            Name = "firm.closing", Title = new("Annual accounts", "年终结算"), Days = [new(new(2000, 12, 20), new(2000, 1, 10))], EveryYear = true,
        })));
        var client = await crm.ClientAsync("a");

        Assert.Equal(new DateOnly(2027, 1, 11), (await AskAsync(crm, client, new(2026, 12, 24))).NextGoodDay);
        Assert.Equal(new DateOnly(2026, 1, 11), (await AskAsync(crm, client, new(2026, 1, 3))).NextGoodDay);
        Assert.True((await AskAsync(crm, client, new(2026, 12, 19))).Allowed);
    }

    private static Task<TimingAnswer> AskAsync(TemporaryCrm crm, Client client, DateOnly day) => crm.Crm.Timing.AskAsync(client.Id, "sales", day);

    private static async Task<MatterId> MatterAsync(TemporaryCrm crm, Client client, string number)
    {
        var matter = new Matter { Id = MatterId.From("test", number), Client = client.Id, Type = "core.promise", Title = number, OpenedOn = new(2026, 3, 1), Source = "test", ExternalId = number };
        await crm.WriteAsync(batch => batch.PutAsync(matter));
        return matter.Id;
    }

    private static Task TouchAsync(TemporaryCrm crm, Client client, string kind, DateOnly on, params (string Name, string Value)[] details) => TouchAsync(crm, client, kind, on, null, details);

    private static Task TouchAsync(TemporaryCrm crm, Client client, string kind, DateOnly on, MatterId? matter, params (string Name, string Value)[] details) => crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint
    {
        Id = TouchpointId.From("test", $"{kind}|{on}|{client.Name}|{matter}"), Client = client.Id, Kind = kind, OccurredOn = on, Matter = matter, Details = details.ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal),
    }));
}
