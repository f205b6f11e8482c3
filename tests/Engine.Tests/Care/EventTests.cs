using Clientele.Calendars;
using Clientele.Care;

namespace Clientele.Engine.Tests.Care;

public sealed class EventTests
{
    private static readonly EventPolicy AfterDelivery = new() { Name = "firm.after_delivery", Title = new("After delivery", "交付后回访"), After = ["firm.delivered"], Steps = [new(7), new(90), new(365)] };

    private static readonly DatePolicy Birthday = new() { Name = "firm.birthday", Title = new("Birthday", "生日祝福"), Attribute = "firm.born_on", Yearly = true };

    [Fact]
    [Trait("Row", "S2-20")]
    public async Task Delivered_on_the_10th_of_January_the_visits_are_due_a_week_90_and_365_days_later()
    {
        await using var crm = await OpenAsync(new(), AfterDelivery);
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "firm.delivered", new(2026, 1, 10));

        await crm.PlanAsync(new(2026, 1, 10), ahead: 400);

        Assert.Equal([new DateOnly(2026, 1, 17), new(2026, 4, 10), new(2027, 1, 10)], (await crm.DueAsync(new(2027, 12, 31))).Select(due => due.DueOn));
    }

    [Fact]
    [Trait("Row", "S2-20")]
    public async Task A_birthday_the_day_after_and_the_visit_become_one_contact_and_fulfilling_it_fulfils_both()
    {
        await using var crm = await OpenAsync(new CareSettings { OneContactInDays = 14 }, AfterDelivery, Birthday);
        var client = await crm.ClientAsync("a");
        await crm.SetAsync(client, "firm.born_on", "1980-01-18", new(2026, 1, 1));
        await crm.TouchAsync(client, "firm.delivered", new(2026, 1, 10));

        var first = await crm.PlanAsync(new(2026, 1, 17));
        var again = await crm.PlanAsync(new(2026, 1, 17));
        var contact = Assert.Single(await crm.Crm.Care.ContactsAsync(new(2026, 1, 17)).ToListAsync());
        var merged = Assert.Single(await crm.DueAsync(new(2026, 1, 17), "firm.birthday"));
        await crm.Crm.Care.CompleteAsync(contact.Id, new Completion(new(2026, 1, 17)));
        await crm.PlanAsync(new(2026, 1, 18));

        Assert.Equal((2, 1, 0), (first.Opened, first.Merged, again.Opened));
        Assert.Equal(("firm.after_delivery", new DateOnly(2026, 1, 17)), (contact.Policy, contact.PlannedOn));
        Assert.Equal("Together with 'Birthday', due on 2026-01-18.", contact.Reasons[1].Text.En);
        Assert.Equal((contact.Id, new DateOnly(2026, 1, 18), new DateOnly(2026, 1, 17)), (merged.MergedInto!.Value, merged.DueOn, merged.PlannedOn));
        Assert.Equal("并入“交付后回访”，于 2026-01-17 一并办理。", merged.Reasons[^1].Text.Zh);
        Assert.Empty(await crm.DueAsync(new(2026, 1, 18)));
    }

    [Fact]
    public async Task A_visit_that_comes_in_by_import_fulfils_all_that_it_stood_for()
    {
        await using var crm = await OpenAsync(new(), AfterDelivery with { FulfilledBy = ["core.visit"] }, Birthday with { FulfilledBy = ["core.message"] });
        var client = await crm.ClientAsync("a");
        await crm.SetAsync(client, "firm.born_on", "1980-01-18", new(2026, 1, 1));
        await crm.TouchAsync(client, "firm.delivered", new(2026, 1, 10));
        await crm.PlanAsync(new(2026, 1, 17));

        await crm.TouchAsync(client, "core.visit", new(2026, 1, 17));
        var planned = await crm.PlanAsync(new(2026, 1, 18));
        var again = await crm.PlanAsync(new(2026, 1, 18));

        Assert.Equal((2, 0), (planned.Done, planned.Open));
        Assert.Equal((0, 0, 0), (again.Opened, again.Done, again.Lapsed));
    }

    [Fact]
    [Trait("Row", "S1-22")]
    public async Task A_contract_signed_on_the_10th_of_May_asks_for_thanks_on_the_12th()
    {
        await using var crm = await OpenAsync(new(), new EventPolicy { Name = "firm.thanks", Title = new("Thank-you letter", "感谢函"), After = ["firm.delivered"], Steps = [new(2)] });
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "firm.delivered", new(2026, 5, 10));

        await crm.PlanAsync(new(2026, 5, 10), ahead: 7);

        Assert.Equal(new DateOnly(2026, 5, 12), Assert.Single(await crm.DueAsync(new(2026, 5, 31))).DueOn);
    }

    [Fact]
    [Trait("Row", "S0-09")]
    public async Task A_complaint_resolved_on_Wednesday_is_visited_three_working_days_later_on_Monday()
    {
        await using var crm = await OpenAsync(new(), new EventPolicy { Name = "firm.complaint_visit", Title = new("Complaint visit", "投诉回访"), After = ["firm.delivered"], Steps = [new(3, inWorkingDays: true)], Priority = CarePriority.Urgent });
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "firm.delivered", new(2026, 3, 11));

        await crm.PlanAsync(new(2026, 3, 11), ahead: 30);

        var due = Assert.Single(await crm.DueAsync(new(2026, 3, 31)));
        Assert.Equal(new DateOnly(2026, 3, 16), due.DueOn);
        Assert.Equal("2026-03-11 交付，应于 3 个工作日后即 2026-03-16 跟进。", due.Reasons[0].Text.Zh);
    }

    [Fact]
    public async Task Working_days_follow_the_notice_of_the_State_Council()
    {
        // National Day 2025: off from 1 to 8 October, worked on Sunday 28 September and Saturday 11 October.
        var notices = WorkingCalendar.Read("""[{ "name": "国庆节、中秋节", "from": "2025-10-01", "to": "2025-10-08", "worked": ["2025-09-28", "2025-10-11"] }]""");
        await using var crm = await OpenAsync(new CareSettings { WorkingDays = notices }, new EventPolicy { Name = "firm.visit", Title = new("Visit", "回访"), After = ["firm.delivered"], Steps = [new(3, inWorkingDays: true)] });
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "firm.delivered", new(2025, 9, 30));

        await crm.PlanAsync(new(2025, 9, 30), ahead: 30);

        Assert.Equal(new DateOnly(2025, 10, 11), Assert.Single(await crm.DueAsync(new(2025, 10, 31))).DueOn);
    }

    [Fact]
    public async Task A_touch_that_fulfils_one_step_does_not_fulfil_the_next_and_what_was_missed_long_ago_is_not_asked_for()
    {
        await using var crm = await OpenAsync(new(), AfterDelivery);
        var (client, old) = (await crm.ClientAsync("a"), await crm.ClientAsync("old", since: new(2010, 1, 1)));
        await crm.TouchAsync(old, "firm.delivered", new(2016, 1, 10));
        await crm.TouchAsync(client, "firm.delivered", new(2026, 1, 10));
        await crm.TouchAsync(client, "core.visit", new(2026, 1, 16));

        await crm.PlanAsync(new(2026, 4, 10));

        Assert.Equal(new DateOnly(2026, 4, 10), Assert.Single(await crm.DueAsync(new(2026, 4, 10))).DueOn);
    }

    private static Task<TemporaryCrm> OpenAsync(CareSettings care, params Policy[] policies) => TemporaryCrm.OpenAsync(care, ("firm", builder => builder
        .Attributes(new AttributeDefinition { Name = "firm.born_on", Title = new("Born on", "出生日期"), Kind = ValueKind.Date })
        .TouchpointKinds(new TouchpointKind { Name = "firm.delivered", Title = new("Delivered", "交付"), Roles = TouchpointRoles.Contact })
        .Policies(policies)));
}
