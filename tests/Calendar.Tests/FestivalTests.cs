namespace Clientele.Calendars.Tests;

public sealed class FestivalTests
{
    [Theory]
    [Trait("Row", "S2-34")]
    [InlineData("mid_autumn", "2023-09-29")]
    [InlineData("mid_autumn", "2025-10-06")]
    [InlineData("mid_autumn", "2026-09-25")]
    [InlineData("mid_autumn", "2028-10-03")]
    [InlineData("spring_festival", "2024-02-10")]
    [InlineData("spring_festival", "2025-01-29")]
    [InlineData("spring_festival", "2026-02-17")]
    [InlineData("new_years_eve", "2024-02-09")]
    [InlineData("new_years_eve", "2025-01-28")]
    [InlineData("new_years_eve", "2026-02-16")]
    [InlineData("lantern", "2025-02-12")]
    [InlineData("qingming", "2024-04-04")]
    [InlineData("qingming", "2026-04-05")]
    [InlineData("dragon_boat", "2025-05-31")]
    [InlineData("dragon_boat", "2026-06-19")]
    [InlineData("qixi", "2025-08-29")]
    [InlineData("zhongyuan", "2025-09-06")]
    [InlineData("double_ninth", "2025-10-29")]
    [InlineData("laba", "2025-01-07")]
    [InlineData("national_day", "2026-10-01")]
    [InlineData("teachers_day", "2026-09-10")]
    public void A_festival_falls_on_the_day_of_the_printed_calendar(string name, string day) =>
        Assert.Equal([Day.Of(day)], Festivals.OfYear(Day.Of(day).Year).Where(found => found.Festival.Name == name).Select(found => found.Day));

    [Fact]
    public void Every_year_has_its_festivals_in_order_and_new_years_eve_the_day_before_the_new_year()
    {
        for (var year = 1902; year <= 2100; year++)
        {
            var found = Festivals.OfYear(year);
            DateOnly DayOf(string name) => found.Single(day => day.Festival.Name == name).Day;

            Assert.Equal(found.Select(day => day.Day).Order(), found.Select(day => day.Day));
            Assert.Equal(DayOf("spring_festival"), DayOf("new_years_eve").AddDays(1));
            Assert.InRange(found.Count, Festivals.Usual.Count - 1, Festivals.Usual.Count + 1);
        }
    }

    [Fact]
    public void A_firm_adds_days_of_its_own()
    {
        var founding = new FixedFestival("founding", new("Founding day", "司庆日"), new Anniversary(9, 28));

        Assert.Equal([Day.Of("2026-09-28")], Festivals.OfYear(2026, [founding]).Select(found => found.Day));
    }
}
