namespace Clientele.Engine.Tests.Care;

public sealed class BirthdayTests
{
    private static readonly BirthdayPolicy Greeting = new() { Name = "firm.birthday", Title = new("Birthday greeting", "生日祝福") };

    [Theory]
    [InlineData(2025, "2025-10-06")]
    [InlineData(2026, "2026-09-25")]
    [Trait("Row", "S2-33")]
    public async Task A_lunar_birthday_on_the_15th_of_the_8th_month_follows_the_lunar_calendar(int year, string day)
    {
        await using var crm = await OpenAsync(Greeting);
        await crm.ContactAsync(await crm.ClientAsync("a"), "王芳", ("core.lunar_birthday", "08-15"), ("core.birthday_calendar", "lunar"));

        await crm.PlanAsync(new(year, 9, 1), ahead: 60);

        var due = Assert.Single(await crm.DueAsync(new(year, 12, 31)));
        Assert.Equal(DateOnly.Parse(day), due.DueOn);
        Assert.Equal($"{day} 为 王芳 的生日（农历八月十五）。", due.Reasons[0].Text.Zh);
    }

    [Fact]
    [Trait("Row", "S2-33")]
    public async Task Born_on_29_February_the_birthday_of_2026_is_kept_on_the_28th_by_policy_and_the_letter_goes_to_the_person()
    {
        await using var crm = await OpenAsync(Greeting);
        var contact = await crm.ContactAsync(await crm.ClientAsync("a"), "Li Wei", ("core.birthday", "1988-02-29"));

        await crm.PlanAsync(new(2026, 2, 20), ahead: 30);

        var due = Assert.Single(await crm.DueAsync(new(2026, 3, 31)));
        Assert.Equal((new DateOnly(2026, 2, 28), contact.Id), (due.DueOn, due.Contact!.Value));
    }

    [Fact]
    public async Task The_30th_of_a_short_month_is_kept_on_the_29th_and_a_leap_month_in_the_regular_one_unless_the_policy_says_otherwise()
    {
        await using var crm = await OpenAsync(Greeting, Greeting with { Name = "firm.leap", LeapMonth = LeapMonthPolicy.LeapMonth, ShortMonth = ShortMonthPolicy.NextFirst });
        await crm.ContactAsync(await crm.ClientAsync("a"), "leap", ("core.lunar_birthday", "06-15"), ("core.birthday_leap_month", "true"));

        await crm.PlanAsync(new(2025, 7, 1), ahead: 60);

        // 2025 has a second sixth month: 15/6 is 9 July, 15 of the leap month is 8 August.
        Assert.Equal(new DateOnly(2025, 7, 9), Assert.Single(await crm.DueAsync(new(2025, 12, 31), "firm.birthday")).DueOn);
        Assert.Equal(new DateOnly(2025, 8, 8), Assert.Single(await crm.DueAsync(new(2025, 12, 31), "firm.leap")).DueOn);
    }

    [Fact]
    public async Task A_contact_without_a_birthday_or_with_an_impossible_one_is_left_out()
    {
        await using var crm = await OpenAsync(Greeting);
        var client = await crm.ClientAsync("a");
        await crm.ContactAsync(client, "nobody");
        await crm.ContactAsync(client, "impossible", ("core.lunar_birthday", "13-45"));

        var planned = await crm.PlanAsync(new(2026, 1, 1), ahead: 365);

        Assert.Equal(0, planned.Open);
    }

    private static Task<TemporaryCrm> OpenAsync(params Policy[] policies) => TemporaryCrm.OpenAsync(("firm", builder => builder.Policies(policies)));
}
