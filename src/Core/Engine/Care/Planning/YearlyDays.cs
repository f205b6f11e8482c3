using System.Globalization;
using System.Text.Json;
using Clientele.Calendars;

namespace Clientele.Care;

/// <summary>Finds the days of an occasion, and what people call it.</summary>
internal static class YearlyDays
{
    private static readonly Dictionary<string, Festival> ByName = Festivals.Usual.ToDictionary(festival => festival.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, SolarTerm> Terms = Enum.GetValues<SolarTerm>().ToDictionary(term => JsonNamingPolicy.SnakeCaseLower.ConvertName(term.ToString()), StringComparer.Ordinal);

    /// <summary>The names there are of a kind.</summary>
    public static IReadOnlyCollection<string> Names(YearlyDayKind kind) => kind switch { YearlyDayKind.Festival => ByName.Keys, YearlyDayKind.SolarTerm => Terms.Keys, _ => [] };

    /// <summary>The days of a year; none in years that the lunar tables and the solar terms do not cover.</summary>
    public static IReadOnlyList<DateOnly> InYear(YearlyDay day, int year) => day.Kind switch
    {
        not YearlyDayKind.Fixed when !IsCovered(year) => [],
        YearlyDayKind.Festival => ByName[day.Name].InYear(year),
        YearlyDayKind.SolarTerm => [SolarTermCalendar.DayOf(year, Terms[day.Name])],
        YearlyDayKind.Lunar => new LunarBirthday { Month = day.Month, Day = day.Day }.InYear(year),
        _ => new Anniversary(day.Month, day.Day).InYear(year) is { } found ? [found] : [],
    };

    /// <summary>Whether the lunar calendar and the solar terms cover a year.</summary>
    public static bool IsCovered(int year) => year > LunarCalendar.FirstDay.Year && year < LunarCalendar.LastDay.Year;

    public static LocalizedText Title(YearlyDay day) => day.Kind switch
    {
        YearlyDayKind.Festival => ByName[day.Name].Title,
        YearlyDayKind.SolarTerm => new SolarTermDay(Terms[day.Name], default).Title,
        YearlyDayKind.Lunar => Lunar(new LunarDate(0, day.Month, IsLeap: false, day.Day).Title),
        _ => new(string.Create(CultureInfo.InvariantCulture, $"{day.Month:00}-{day.Day:00}"), string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日")),
    };

    /// <summary>A lunar day that returns every year.</summary>
    public static LunarBirthday Lunar(LunarDate date, LeapMonthPolicy leapMonth, ShortMonthPolicy shortMonth) => new() { Month = date.Month, Day = date.Day, IsLeap = date.IsLeap, InLeapMonth = leapMonth, InShortMonth = shortMonth };

    private static LocalizedText Lunar(LocalizedText day) => new($"lunar {day.En}", $"农历{day.Zh}");
}
