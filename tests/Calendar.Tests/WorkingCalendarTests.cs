namespace Clientele.Calendars.Tests;

/// <summary>Known days are those of the State Council's notice for 2025 (国办发明电〔2024〕12号).</summary>
public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar China2025 = WorkingCalendar.Read("""
        [
          { "name": "元旦", "from": "2025-01-01", "to": "2025-01-01" },
          { "name": "春节", "from": "2025-01-28", "to": "2025-02-04", "worked": ["2025-01-26", "2025-02-08"] },
          { "name": "清明节", "from": "2025-04-04", "to": "2025-04-06" },
          { "name": "劳动节", "from": "2025-05-01", "to": "2025-05-05", "worked": ["2025-04-27"] },
          { "name": "端午节", "from": "2025-05-31", "to": "2025-06-02" },
          { "name": "国庆节、中秋节", "from": "2025-10-01", "to": "2025-10-08", "worked": ["2025-09-28", "2025-10-11"] },
        ]
        """);

    [Theory]
    [InlineData("2025-09-28", true)]
    [InlineData("2025-10-01", false)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-09", true)]
    [InlineData("2025-10-11", true)]
    [InlineData("2025-10-12", false)]
    [InlineData("2025-10-18", false)]
    public void Holidays_are_off_and_weekend_days_in_exchange_are_worked(string day, bool worked) => Assert.Equal(worked, China2025.IsWorked(Day.Of(day)));

    [Fact]
    public void The_notice_leaves_248_working_days_in_2025() =>
        Assert.Equal(248, Enumerable.Range(0, 365).Count(offset => China2025.IsWorked(Day.Of("2025-01-01").AddDays(offset))));

    [Fact]
    [Trait("Row", "S0-09")]
    public void Three_working_days_after_a_Wednesday_is_the_next_Monday() => Assert.Equal(Day.Of("2026-03-16"), WorkingCalendar.Week.Add(Day.Of("2026-03-11"), 3));

    [Fact]
    public void Working_days_are_counted_over_a_holiday_in_both_directions()
    {
        Assert.Equal(Day.Of("2025-10-11"), China2025.Add(Day.Of("2025-09-30"), 3));
        Assert.Equal(Day.Of("2025-09-30"), China2025.Add(Day.Of("2025-10-11"), -3));
        Assert.Equal(Day.Of("2025-10-09"), China2025.OnOrAfter(Day.Of("2025-10-01")));
        Assert.Equal(Day.Of("2025-09-30"), China2025.OnOrBefore(Day.Of("2025-10-08")));
    }

    [Fact]
    public void Nobody_is_contacted_on_a_blackout_day_nor_on_a_day_off()
    {
        var stocktaking = new Blackout(Day.Of("2025-10-09"), Day.Of("2025-10-10"), new("Stocktaking", "盘点"));

        Assert.Equal(Day.Of("2025-10-11"), China2025.OpenOnOrAfter(Day.Of("2025-10-01"), [stocktaking]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("{}")]
    [InlineData("""[{ "name": "x", "from": "2025-10-01" }]""")]
    [InlineData("""[{ "name": "x", "from": "1 October", "to": "2025-10-08" }]""")]
    [InlineData("""[{ "from": "2025-10-08", "to": "2025-10-01" }]""")]
    [InlineData("""[{ "from": "2025-10-01", "to": "2025-10-08", "wrked": [] }]""")]
    public void Holidays_that_cannot_be_are_refused_with_a_code(string json) =>
        Assert.Equal(ErrorCodes.RecordInvalid, Assert.Throws<ClienteleException>(() => WorkingCalendar.Read(json)).Code);

    [Fact]
    public void A_calendar_without_working_days_ends_with_a_refusal()
    {
        var never = new Blackout(DateOnly.MinValue, DateOnly.MaxValue, new("Never", "永不"));

        Assert.Throws<ClienteleException>(() => WorkingCalendar.Week.OpenOnOrAfter(Day.Of("2026-01-01"), [never]));
        Assert.Throws<ClienteleException>(() => WorkingCalendar.Week.Add(DateOnly.MaxValue, 1));
    }
}
