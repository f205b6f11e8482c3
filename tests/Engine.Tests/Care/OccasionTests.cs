using Clientele.Care;

namespace Clientele.Engine.Tests.Care;

public sealed class OccasionTests
{
    [Theory]
    [InlineData(2023, "2023-09-29")]
    [InlineData(2025, "2025-10-06")]
    [InlineData(2026, "2026-09-25")]
    [InlineData(2028, "2028-10-03")]
    [Trait("Row", "S2-34")]
    public async Task A_Mid_Autumn_greeting_is_due_on_the_day_of_the_year(int year, string day)
    {
        await using var crm = await OpenAsync(Occasion("firm.mid_autumn", YearlyDay.Festival("mid_autumn")));
        await crm.ClientAsync("a", since: new(2020, 1, 1));

        await crm.PlanAsync(new(year, 9, 20), ahead: 30);

        Assert.Equal(DateOnly.Parse(day), Assert.Single(await crm.DueAsync(new(year, 12, 31))).DueOn);
    }

    [Theory]
    [InlineData("double_ninth", "2026-10-18")]
    [InlineData("teachers_day", "2026-09-10")]
    [InlineData("mid_autumn", "2026-09-25")]
    [InlineData("qingming", "2026-04-05")]
    [Trait("Row", "S2-51")]
    public async Task Festivals_fall_on_their_days_of_2026(string festival, string day)
    {
        var on = DateOnly.Parse(day);
        await using var crm = await OpenAsync(Occasion("firm.festival", YearlyDay.Festival(festival)));
        await crm.ClientAsync("a");

        await crm.PlanAsync(on.AddDays(-3), ahead: 30);

        var due = Assert.Single(await crm.DueAsync(on));
        Assert.Equal((on, on), (due.DueOn, due.PlannedOn));
    }

    [Fact]
    public async Task Roofs_are_looked_at_before_the_rains_on_a_working_day_every_year_and_once_a_year()
    {
        var roofs = Occasion("firm.roofs", YearlyDay.On(4, 15)) with { LeadDays = 10, DueDay = DueDayRule.NextWorkingDay };
        await using var crm = await OpenAsync(roofs);
        var client = await crm.ClientAsync("a");

        await crm.PlanAsync(new(2026, 4, 1), ahead: 30);
        var due = Assert.Single(await crm.DueAsync(new(2026, 4, 30)));
        await crm.TouchAsync(client, "core.visit", new(2026, 4, 2));
        await crm.PlanAsync(new(2026, 4, 2), ahead: 30);
        var after = await crm.DueAsync(new(2026, 4, 30));
        await crm.PlanAsync(new(2027, 4, 5));

        // 5 April 2026 is a Sunday.
        Assert.Equal(new DateOnly(2026, 4, 6), due.DueOn);
        Assert.Equal(["04-15 is on 2026-04-15; due 10 days before, on 2026-04-05.", "2026-04-05 is not a working day, so it is due on 2026-04-06."], due.Reasons.Select(reason => reason.Text.En));
        Assert.Equal(["2026-04-15 为4月15日，应提前 10 天即于 2026-04-05 跟进。", "2026-04-05 为非工作日，顺延至 2026-04-06。"], due.Reasons.Select(reason => reason.Text.Zh));
        Assert.Empty(after);
        Assert.Equal(new DateOnly(2027, 4, 5), Assert.Single(await crm.DueAsync(new(2027, 4, 5))).DueOn);
    }

    [Fact]
    public async Task Only_those_for_whom_the_rule_holds_are_asked_segments_included_and_who_is_unknown_is_left_out()
    {
        var greeting = Occasion("firm.greeting", YearlyDay.Festival("spring_festival")) with { When = "segment.firm.class == \"key\" && firm.region == \"north\"" };
        await using var crm = await OpenAsync(greeting);
        var (key, small, nowhere) = (await crm.ClientAsync("key"), await crm.ClientAsync("small"), await crm.ClientAsync("nowhere"));
        await crm.TouchAsync(key, "core.sale", new(2026, 1, 5), 500);
        await crm.TouchAsync(nowhere, "core.sale", new(2026, 1, 5), 500);
        await crm.SetAsync(key, "firm.region", "north", new(2026, 1, 1));
        await crm.SetAsync(small, "firm.region", "north", new(2026, 1, 1));

        await crm.PlanAsync(new(2026, 2, 17));

        Assert.Equal(key.Id, Assert.Single(await crm.DueAsync(new(2026, 2, 17))).Client);
    }

    [Fact]
    public async Task Greetings_are_held_back_during_a_complaint_and_come_back_after_it()
    {
        var greeting = Occasion("firm.greeting", YearlyDay.Festival("mid_autumn")) with { BlockedWhile = "core.complaints_12m > 0" };
        await using var crm = await OpenAsync(greeting);
        var client = await crm.ClientAsync("a");
        var complaint = await crm.TouchAsync(client, "core.complaint", new(2026, 9, 1));

        var held = await crm.PlanAsync(new(2026, 9, 25));
        var during = await crm.DueAsync(new(2026, 9, 25));
        await crm.WriteAsync(batch => batch.AppendAsync(complaint with { Id = TouchpointId.From("test", "withdrawn"), Corrects = complaint.Id, Withdrawn = true }));
        await crm.PlanAsync(new(2026, 9, 26));

        Assert.Equal((1, 1), (held.Open, held.Held));
        Assert.Empty(during);
        Assert.Equal(new DateOnly(2026, 9, 25), Assert.Single(await crm.DueAsync(new(2026, 9, 26))).DueOn);
    }

    [Theory]
    [InlineData("mid_autum", "no festival. Correct the name: did you mean 'mid_autumn'?")]
    [InlineData("christmas_in_july", "no festival. Correct the name: there are ")]
    public async Task An_unknown_festival_is_refused_with_the_nearest_names(string festival, string message)
    {
        var refusal = await Assert.ThrowsAsync<ClienteleException>(() => OpenAsync(Occasion("firm.festival", YearlyDay.Festival(festival))));

        Assert.Contains($"The policy 'firm.festival' refers to '{festival}', which is {message}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Impossible_days_and_negative_days_are_refused_where_they_are_written()
    {
        Assert.Equal("No year has the day 02-30.", Assert.Throws<ClienteleException>(() => YearlyDay.On(2, 30)).Message);
        Assert.Equal("No lunar year has the day 13-01.", Assert.Throws<ClienteleException>(() => YearlyDay.Lunar(13, 1)).Message);
        Assert.Throws<ClienteleException>(() => Occasion("firm.x", YearlyDay.On(1, 1)) with { LeadDays = -1 });
        Assert.Throws<ClienteleException>(() => new EventStep(-7));
    }

    [Fact]
    public async Task A_rule_that_reads_an_unknown_segment_is_refused_before_there_is_any_client()
    {
        var refusal = await Assert.ThrowsAsync<ClienteleException>(() => OpenAsync(Occasion("firm.x", YearlyDay.On(1, 1)) with { When = "segment.firm.class == \"keys\"" }));

        Assert.Equal(ErrorCodes.ExpressionInvalid, refusal.Code);
        Assert.Contains("audience of policy 'firm.x'", refusal.Message, StringComparison.Ordinal);
    }

    private static OccasionPolicy Occasion(string name, YearlyDay on) => new() { Name = name, Title = new("Occasion", "节令关怀"), On = on };

    private static Task<TemporaryCrm> OpenAsync(Policy policy) => TemporaryCrm.OpenAsync(("firm", builder => builder
        .Attributes(new AttributeDefinition { Name = "firm.region", Title = new("Region", "区域") })
        .Schemes(new RuleScheme { Name = "firm.class", Title = new("Class", "类别"), Rules = [new("key", new("Key", "重点"), "core.sales > 100"), new("other", new("Other", "其他"))] })
        .Policies(policy)));
}
