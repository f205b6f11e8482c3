using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Calendars.Tests;

/// <summary>Known answers are those of printed calendars; leap months: 2 in 2023, 6 in 2025, 5 in 2028.</summary>
public sealed class LunarCalendarTests
{
    [Theory]
    [InlineData(2023, 2)]
    [InlineData(2024, null)]
    [InlineData(2025, 6)]
    [InlineData(2026, null)]
    [InlineData(2028, 5)]
    public void A_leap_month_has_the_number_of_the_month_before_it(int year, int? month) => Assert.Equal(month, LunarCalendar.LeapMonthOf(year));

    [Theory]
    [InlineData("2024-02-10", 2024, 1, false, 1)]
    [InlineData("2025-07-24", 2025, 6, false, 30)]
    [InlineData("2025-07-25", 2025, 6, true, 1)]
    [InlineData("2025-08-23", 2025, 7, false, 1)]
    [InlineData("2025-10-06", 2025, 8, false, 15)]
    [InlineData("2023-03-22", 2023, 2, true, 1)]
    [InlineData("2026-02-16", 2025, 12, false, 29)]
    public void A_day_has_the_lunar_date_of_the_printed_calendar(string day, int year, int month, bool isLeap, int lunarDay)
    {
        var date = new LunarDate(year, month, isLeap, lunarDay);

        Assert.Equal(date, LunarCalendar.Of(Day.Of(day)));
        Assert.Equal(Day.Of(day), LunarCalendar.DayOf(date));
    }

    [Fact]
    public void Every_day_from_1901_to_2100_comes_back_from_its_lunar_date()
    {
        for (var day = LunarCalendar.FirstDay; day <= LunarCalendar.LastDay; day = day.AddDays(1))
        {
            Assert.Equal(day, LunarCalendar.DayOf(LunarCalendar.Of(day)));
        }
    }

    [Fact]
    public void A_lunar_date_either_comes_back_from_its_day_or_is_refused_with_a_code() =>
        Prop.ForAll(
            (from year in Gen.Choose(1899, 2102) from month in Gen.Choose(0, 13) from leap in Gen.Elements(true, false) from day in Gen.Choose(0, 31) select new LunarDate(year, month, leap, day)).ToArbitrary(),
            date =>
            {
                try
                {
                    return LunarCalendar.Of(LunarCalendar.DayOf(date)) == date;
                }
                catch (ClienteleException refusal)
                {
                    return refusal.Code == ErrorCodes.RecordInvalid;
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_winter_solstice_lies_in_the_eleventh_month_of_every_year()
    {
        for (var year = 1901; year <= 2100; year++)
        {
            var date = LunarCalendar.Of(SolarTermCalendar.DayOf(year, SolarTerm.WinterSolstice));

            Assert.Equal((year, 11, false), (date.Year, date.Month, date.IsLeap));
        }
    }

    [Theory]
    [InlineData("2026-02-17", "正月初一", "month 1, day 1")]
    [InlineData("2025-07-25", "闰六月初一", "leap month 6, day 1")]
    [InlineData("2026-09-25", "八月十五", "month 8, day 15")]
    [InlineData("2026-02-16", "腊月廿九", "month 12, day 29")]
    public void A_lunar_date_is_said_as_people_say_it(string day, string zh, string en) => Assert.Equal(new LocalizedText(en, zh), LunarCalendar.Of(Day.Of(day)).Title);

    [Theory]
    [InlineData("1901-02-18")]
    [InlineData("2101-01-29")]
    public void A_day_outside_the_tables_is_refused(string day) =>
        Assert.Equal(ErrorCodes.RecordInvalid, Assert.Throws<ClienteleException>(() => LunarCalendar.Of(Day.Of(day))).Code);
}
