using Clientele.Calendars;
using Clientele.Care;

namespace Clientele.Engine.Tests.Care;

/// <summary>On which day, together with what, and by whom.</summary>
public sealed class ContactTests
{
    private static readonly EventPolicy Visit = new() { Name = "firm.visit", Title = new("Visit", "回访"), After = ["firm.done"], Steps = [new(10)] };

    private static readonly EventPolicy Call = new() { Name = "firm.call", Title = new("Call", "电话回访"), After = ["firm.done"], Steps = [new(14)] };

    [Fact]
    public async Task Two_follow_ups_of_a_client_in_one_week_become_one_contact_whatever_the_horizon()
    {
        await using var crm = await OpenAsync(new(), Visit, Call);
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "firm.done", new(2026, 3, 1));

        var near = await crm.PlanAsync(new(2026, 3, 11));
        var far = await crm.PlanAsync(new(2026, 3, 11), ahead: 90);

        Assert.Equal((2, 1), (near.Open, near.Merged));
        Assert.Equal((0, 2, 1), (far.Opened, far.Open, far.Merged));
        Assert.Equal("firm.visit", Assert.Single(await crm.Crm.Care.ContactsAsync(new(2026, 12, 31)).ToListAsync()).Policy);
    }

    [Fact]
    public async Task What_lies_further_apart_than_the_window_stays_apart_and_the_cap_makes_it_wait()
    {
        var later = Call with { Steps = [new(20)] };
        await using var apart = await OpenAsync(new(), Visit, later);
        await using var capped = await OpenAsync(new CareSettings { OneContactInDays = 14 }, Visit, later);
        foreach (var crm in new[] { apart, capped })
        {
            await crm.TouchAsync(await crm.ClientAsync("a"), "firm.done", new(2026, 3, 1));
            await crm.PlanAsync(new(2026, 3, 1), ahead: 60);
        }

        var (kept, waiting) = (Assert.Single(await apart.DueAsync(new(2026, 12, 31), "firm.call")), Assert.Single(await capped.DueAsync(new(2026, 12, 31), "firm.call")));
        Assert.Equal((null, new DateOnly(2026, 3, 21)), (kept.MergedInto, kept.PlannedOn));
        Assert.Equal((new DateOnly(2026, 3, 21), new DateOnly(2026, 3, 25)), (waiting.DueOn, waiting.PlannedOn));
        Assert.Equal("每 14 天至多联系一次，2026-03-11 已有联系，由 2026-03-21 移至 2026-03-25。", waiting.Reasons[^1].Text.Zh);
    }

    [Fact]
    public async Task Urgent_care_waits_for_nothing()
    {
        await using var crm = await OpenAsync(new CareSettings { ContactsADay = 1, OneContactInDays = 30 }, Visit, Call with { Priority = CarePriority.Urgent });
        var client = await crm.ClientAsync("a");
        await OwnAsync(crm, client, "王敏");
        await crm.TouchAsync(client, "firm.done", new(2026, 3, 1));

        await crm.PlanAsync(new(2026, 3, 11), ahead: 30);

        var call = Assert.Single(await crm.DueAsync(new(2026, 12, 31), "firm.call"));
        Assert.Equal((null, new DateOnly(2026, 3, 15)), (call.MergedInto, call.PlannedOn));
    }

    [Fact]
    public async Task What_an_owner_cannot_do_in_a_day_moves_to_the_next_working_day_the_less_valuable_client_first_and_planning_again_changes_nothing()
    {
        await using var crm = await OpenAsync(new CareSettings { ContactsADay = 2 }, Visit with { DueDay = DueDayRule.NextWorkingDay });
        foreach (var (name, sales) in new[] { ("a", 100m), ("b", 300m), ("c", 200m) })
        {
            var client = await crm.ClientAsync(name);
            await OwnAsync(crm, client, "王敏");
            await crm.TouchAsync(client, "core.sale", new(2026, 1, 5), sales);
            await crm.TouchAsync(client, "firm.done", new(2026, 3, 3));
        }

        // Due on Friday 13 March 2026.
        await crm.PlanAsync(new(2026, 3, 13), ahead: 30);
        var planned = (await crm.DueAsync(new(2026, 3, 31))).ToDictionary(due => due.Client, due => due.PlannedOn);
        var again = await crm.PlanAsync(new(2026, 3, 13), ahead: 30);

        Assert.Equal([new DateOnly(2026, 3, 16), new(2026, 3, 13), new(2026, 3, 13)], new[] { "a", "b", "c" }.Select(name => planned[ClientId.From("test", name)]));
        Assert.Equal((0, 0, 3), (again.Opened, again.Lapsed, again.Open));
        Assert.Contains("王敏 makes 2 contacts a day: moved from 2026-03-13 to 2026-03-16.", (await crm.DueAsync(new(2026, 3, 31))).SelectMany(due => due.Reasons).Select(reason => reason.Text.En));
    }

    [Fact]
    public async Task Done_today_counts_against_the_capacity_of_today()
    {
        await using var crm = await OpenAsync(new CareSettings { ContactsADay = 1 }, Visit);
        foreach (var name in new[] { "a", "b" })
        {
            var client = await crm.ClientAsync(name);
            await OwnAsync(crm, client, "王敏");
            await crm.TouchAsync(client, "firm.done", new(2026, 3, 2));
        }

        await crm.PlanAsync(new(2026, 3, 12));
        await crm.Crm.Care.CompleteAsync(Assert.Single(await crm.DueAsync(new(2026, 3, 12))).Id, new Completion(new(2026, 3, 12)));
        await crm.PlanAsync(new(2026, 3, 12));

        Assert.Empty(await crm.DueAsync(new(2026, 3, 12)));
    }

    [Fact]
    public async Task What_is_overdue_goes_to_the_owner_in_the_other_role_and_says_so()
    {
        await using var crm = await OpenAsync(new(), Visit with { Escalation = new Escalation { AfterDays = 5, Role = "manager" } });
        var client = await crm.ClientAsync("a");
        await OwnAsync(crm, client, "王敏");
        await OwnAsync(crm, client, "赵总", "manager");
        await crm.TouchAsync(client, "firm.done", new(2026, 3, 1));

        await crm.PlanAsync(new(2026, 3, 15));
        var before = Assert.Single(await crm.DueAsync(new(2026, 3, 15)));
        var planned = await crm.PlanAsync(new(2026, 3, 16));
        var after = Assert.Single(await crm.DueAsync(new(2026, 3, 16)));

        Assert.Equal(("", "赵总", 1), (before.EscalatedTo, after.EscalatedTo, planned.Escalated));
        Assert.Equal("已逾期 5 天，上报 赵总（manager）。", after.Reasons[^1].Text.Zh);
        Assert.Equal("王敏", after.Owner);
    }

    [Fact]
    public async Task Blackout_days_move_what_is_due_and_say_why_and_clients_without_an_owner_are_counted()
    {
        var examination = new Blackout(new(2026, 6, 7), new(2026, 6, 9), new("college entrance examination", "高考"));
        await using var crm = await OpenAsync(new CareSettings { Blackouts = [examination] }, Visit);
        await crm.TouchAsync(await crm.ClientAsync("a"), "firm.done", new(2026, 5, 28));

        var planned = await crm.PlanAsync(new(2026, 6, 1), ahead: 30);

        var due = Assert.Single(await crm.DueAsync(new(2026, 6, 30)));
        Assert.Equal(new DateOnly(2026, 6, 10), due.DueOn);
        Assert.Equal("2026-06-07 不联系客户（高考），顺延至 2026-06-10。", due.Reasons[^1].Text.Zh);
        Assert.Equal((1, ""), (planned.WithoutOwner, due.Owner));
    }

    [Fact]
    [Trait("Row", "S1-27")]
    public async Task A_warranty_that_ends_is_visited_sixty_days_before()
    {
        await using var crm = await OpenAsync(new(), new DatePolicy { Name = "firm.warranty", Title = new("Warranty visit", "保修期满前回访"), Kind = "firm.accepted", Detail = "warranty_until", DaysBefore = 60 });
        var client = await crm.ClientAsync("a");
        await crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", "w"), Client = client.Id, Kind = "firm.accepted", OccurredOn = new(2026, 6, 30), Details = new Dictionary<string, string> { ["warranty_until"] = "2031-06-30" } }));

        await crm.PlanAsync(new(2031, 4, 1), ahead: 60);

        Assert.Equal(new DateOnly(2031, 5, 1), Assert.Single(await crm.DueAsync(new(2031, 12, 31))).DueOn);
    }

    [Fact]
    [Trait("Row", "S2-31")]
    public async Task With_a_target_of_14_days_who_was_reached_20_days_ago_is_overdue_by_six_whatever_was_tried_since()
    {
        var cadence = new CadencePolicy { Name = "firm.cadence", Title = new("Visit", "拜访"), Scheme = "firm.all", EveryDays = new Dictionary<string, int> { ["all"] = 14 } };
        await using var crm = await OpenAsync(new(), cadence);
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "core.visit", new(2026, 3, 1));
        await crm.TouchAsync(client, "core.call_missed", new(2026, 3, 18));

        await crm.PlanAsync(new(2026, 3, 21));

        Assert.Equal(6, new DateOnly(2026, 3, 21).DayNumber - Assert.Single(await crm.DueAsync(new(2026, 3, 21))).DueOn.DayNumber);
    }

    private static Task OwnAsync(TemporaryCrm crm, Client client, string person, string role = "service") =>
        crm.WriteAsync(batch => batch.PutAsync(new Ownership(client.Id, role, person, client.Since)));

    private static Task<TemporaryCrm> OpenAsync(CareSettings care, params Policy[] policies) => TemporaryCrm.OpenAsync(care, ("firm", builder => builder
        .TouchpointKinds(
            new TouchpointKind { Name = "firm.done", Title = new("Work done", "完工") },
            new TouchpointKind { Name = "firm.accepted", Title = new("Accepted", "验收"), Details = [new("warranty_until", new("Warranty until", "保修期至"), ValueKind.Date)] })
        .Schemes(new RuleScheme { Name = "firm.all", Title = new("All", "全部"), Rules = [new("all", new("All", "全部"))] })
        .Policies(policies)));
}
