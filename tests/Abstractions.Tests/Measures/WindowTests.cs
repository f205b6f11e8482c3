namespace Clientele.Abstractions.Tests.Measures;

public sealed class WindowTests
{
    [Theory]
    // Month ends answer to month ends.
    [InlineData("2026-03-31", 12, "2025-04-01")]
    [InlineData("2026-02-28", 1, "2026-02-01")]
    [InlineData("2026-04-30", 1, "2026-04-01")]
    [InlineData("2026-03-31", 1, "2026-03-01")]
    // Leap years.
    [InlineData("2025-02-28", 12, "2024-03-01")]
    [InlineData("2024-02-29", 12, "2023-03-01")]
    [InlineData("2024-02-29", 1, "2024-02-01")]
    [InlineData("2024-02-28", 12, "2023-03-01")]
    [InlineData("2024-02-29", 48, "2020-03-01")]
    // Days in the middle, and days that the earlier month lacks.
    [InlineData("2026-03-15", 12, "2025-03-16")]
    [InlineData("2026-03-30", 1, "2026-03-01")]
    [InlineData("2026-05-30", 3, "2026-03-01")]
    [InlineData("2026-01-01", 1, "2025-12-02")]
    // The ends of the calendar.
    [InlineData("0001-02-10", 1, "0001-01-11")]
    [InlineData("0001-01-10", 1, "0001-01-01")]
    [InlineData("2026-03-31", int.MaxValue, "0001-01-01")]
    [InlineData("9999-12-31", 12, "9999-01-01")]
    public void A_window_of_months_begins_the_day_after_the_same_day_so_many_months_ago(string asOf, int months, string first) =>
        Assert.Equal(DateOnly.Parse(first), Window.Months(months).FirstDay(DateOnly.Parse(asOf)));

    [Theory]
    [InlineData("2026-03-01", 1, "2026-03-01")]
    [InlineData("2026-03-01", 30, "2026-01-31")]
    [InlineData("2024-03-01", 2, "2024-02-29")]
    [InlineData("2026-03-01", int.MaxValue, "0001-01-01")]
    [InlineData("0001-01-03", 3, "0001-01-01")]
    [InlineData("0001-01-03", 4, "0001-01-01")]
    public void A_window_of_days_holds_so_many_days_with_the_last(string asOf, int days, string first) =>
        Assert.Equal(DateOnly.Parse(first), Window.Days(days).FirstDay(DateOnly.Parse(asOf)));

    [Fact]
    public void The_calendar_year_begins_on_1_January_and_all_time_with_the_calendar()
    {
        Assert.Equal(new DateOnly(2024, 1, 1), Window.CalendarYear.FirstDay(new(2024, 12, 31)));
        Assert.Equal(new DateOnly(2024, 1, 1), Window.CalendarYear.FirstDay(new(2024, 1, 1)));
        Assert.Equal(DateOnly.MinValue, Window.AllTime.FirstDay(new(2024, 1, 1)));
        Assert.Equal(Window.AllTime, default);
    }

    [Fact]
    public void An_empty_window_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Window.Months(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Window.Days(-1));
    }

    [Fact]
    public void Twelve_windows_of_a_month_from_month_end_to_month_end_make_the_window_of_a_year()
    {
        var asOf = new DateOnly(2024, 2, 29);
        for (var month = 0; month < 12; month++)
        {
            asOf = Window.Months(1).FirstDay(asOf).AddDays(-1);
        }

        Assert.Equal(Window.Months(12).FirstDay(new(2024, 2, 29)), asOf.AddDays(1));
    }

    [Fact]
    public void A_day_leaves_a_window_on_the_first_day_on_which_it_is_no_longer_inside()
    {
        foreach (var window in new[] { Window.Months(1), Window.Months(6), Window.Months(12), Window.Days(1), Window.Days(30), Window.CalendarYear })
        {
            for (var day = new DateOnly(2023, 1, 1); day.Year < 2026; day = day.AddDays(1))
            {
                var leaves = window.Leaves(day);

                Assert.True(window.FirstDay(leaves) > day && window.FirstDay(leaves.AddDays(-1)) <= day, $"{window}: {day} leaves on {leaves}.");
            }
        }

        Assert.Equal(DateOnly.MaxValue, Window.AllTime.Leaves(new(2024, 1, 1)));
        Assert.Equal(DateOnly.MaxValue, Window.Months(12).Leaves(DateOnly.MaxValue));
    }
}
