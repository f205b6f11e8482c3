namespace Clientele.Calendars.Tests;

public sealed class LunarBirthdayTests
{
    [Theory]
    [Trait("Row", "S2-33")]
    [InlineData(2026, "2026-09-25")]
    [InlineData(2025, "2025-10-06")]
    public void A_birthday_on_8_15_is_not_moved_by_a_leap_month_before_it(int year, string day) =>
        Assert.Equal([Day.Of(day)], new LunarBirthday { Month = 8, Day = 15 }.InYear(year));

    [Theory]
    [InlineData(LeapMonthPolicy.LeapMonth, 2025, "2025-07-25")]
    [InlineData(LeapMonthPolicy.RegularMonth, 2025, "2025-06-25")]
    [InlineData(LeapMonthPolicy.LeapMonth, 2026, "2026-07-14")]
    public void Who_was_born_in_a_leap_month_has_the_birthday_that_the_policy_says(LeapMonthPolicy policy, int year, string day) =>
        Assert.Equal(Day.Of(day), new LunarBirthday { Month = 6, Day = 1, IsLeap = true, InLeapMonth = policy }.InLunarYear(year));

    // The twelfth month of lunar 2025 has 29 days; Spring Festival is 2026-02-17.
    [Theory]
    [InlineData(ShortMonthPolicy.LastDay, "2026-02-16")]
    [InlineData(ShortMonthPolicy.NextFirst, "2026-02-17")]
    public void The_30th_of_a_month_of_29_days_follows_the_policy(ShortMonthPolicy policy, string day) =>
        Assert.Equal(Day.Of(day), new LunarBirthday { Month = 12, Day = 30, InShortMonth = policy }.InLunarYear(2025));

    [Fact]
    public void A_late_lunar_birthday_falls_once_twice_or_not_at_all_in_a_Gregorian_year()
    {
        // 腊八 was kept on 2020-01-02, 2021-01-20, 2022-01-10, 2022-12-30 and 2024-01-18.
        var laba = new LunarBirthday { Month = 12, Day = 8 };

        Assert.Equal([Day.Of("2022-01-10"), Day.Of("2022-12-30")], laba.InYear(2022));
        Assert.Empty(laba.InYear(2023));
        Assert.Equal([Day.Of("2024-01-18")], laba.InYear(2024));
    }

    [Fact]
    public void The_next_birthday_is_the_first_on_the_day_or_after_it()
    {
        var birthday = new LunarBirthday { Month = 8, Day = 15 };

        Assert.Equal(Day.Of("2025-10-06"), birthday.OnOrAfter(Day.Of("2025-10-06")));
        Assert.Equal(Day.Of("2026-09-25"), birthday.OnOrAfter(Day.Of("2025-10-07")));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(13, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 31)]
    public void A_lunar_day_that_cannot_be_is_refused(int month, int day) =>
        Assert.Equal(ErrorCodes.RecordInvalid, Assert.Throws<ClienteleException>(() => new LunarBirthday { Month = month, Day = day }).Code);
}
