using System.Globalization;

namespace Clientele.Calendars.Tests;

public sealed class SolarTermTests
{
    [Theory]
    [InlineData(SolarTerm.Qingming, "2024-04-04")]
    [InlineData(SolarTerm.Qingming, "2025-04-04")]
    [InlineData(SolarTerm.Qingming, "2026-04-05")]
    [InlineData(SolarTerm.WinterSolstice, "2021-12-21")]
    [InlineData(SolarTerm.WinterSolstice, "2022-12-22")]
    [InlineData(SolarTerm.WinterSolstice, "2023-12-22")]
    [InlineData(SolarTerm.WinterSolstice, "2024-12-21")]
    [InlineData(SolarTerm.WinterSolstice, "2025-12-21")]
    [InlineData(SolarTerm.WinterSolstice, "2026-12-22")]
    [InlineData(SolarTerm.StartOfSpring, "2021-02-03")]
    [InlineData(SolarTerm.StartOfSpring, "2024-02-04")]
    [InlineData(SolarTerm.StartOfSpring, "2025-02-03")]
    [InlineData(SolarTerm.StartOfSpring, "2026-02-04")]
    public void A_term_begins_on_the_day_of_the_printed_calendar(SolarTerm term, string day) =>
        Assert.Equal(Day.Of(day), SolarTermCalendar.DayOf(Day.Of(day).Year, term));

    // The Hong Kong Observatory's list for 2026.
    [Fact]
    public void The_terms_of_2026_are_those_of_the_observatory() => Assert.Equal(
        ["01-05", "01-20", "02-04", "02-18", "03-05", "03-20", "04-05", "04-20", "05-05", "05-21", "06-05", "06-21", "07-07", "07-23", "08-07", "08-23", "09-07", "09-23", "10-08", "10-23", "11-07", "11-22", "12-07", "12-22"],
        SolarTermCalendar.OfYear(2026).Select(term => term.Day.ToString("MM-dd", CultureInfo.InvariantCulture)));

    // The worked example of Meeus, ch. 27: the June solstice of 1962 at 21:24:42 TD, 34 s later than universal time. Then the US Naval Observatory's minutes for 2025 (09:01, 02:42, 18:19, 15:03 UTC).
    [Theory]
    [InlineData(1962, SolarTerm.SummerSolstice, "1962-06-22T05:24:08")]
    [InlineData(2025, SolarTerm.SpringEquinox, "2025-03-20T17:01:30")]
    [InlineData(2025, SolarTerm.SummerSolstice, "2025-06-21T10:42:15")]
    [InlineData(2025, SolarTerm.AutumnEquinox, "2025-09-23T02:19:20")]
    [InlineData(2025, SolarTerm.WinterSolstice, "2025-12-21T23:03:05")]
    public void A_term_begins_within_a_minute_of_the_published_moment(int year, SolarTerm term, string published)
    {
        var expected = new DateTimeOffset(DateTime.Parse(published, CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

        Assert.InRange((SolarTermCalendar.MomentOf(year, term) - expected).TotalSeconds, -60, 60);
    }

    [Fact]
    public void Every_year_has_24_ascending_terms_about_15_days_apart()
    {
        var days = Enumerable.Range(1901, 200).SelectMany(year => SolarTermCalendar.OfYear(year).Select(term => (year, term.Day))).ToList();

        Assert.All(days, term => Assert.Equal(term.year, term.Day.Year));
        Assert.All(days.Zip(days.Skip(1), (one, next) => next.Day.DayNumber - one.Day.DayNumber), apart => Assert.InRange(apart, 14, 16));
    }

    [Theory]
    [InlineData(1900)]
    [InlineData(2101)]
    public void A_year_outside_is_refused(int year) => Assert.Equal(ErrorCodes.RecordInvalid, Assert.Throws<ClienteleException>(() => SolarTermCalendar.OfYear(year)).Code);
}
