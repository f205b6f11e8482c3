using System.Globalization;

namespace Clientele.Calendars;

/// <summary>How lunar months and days are called.</summary>
internal static class LunarNames
{
    private const string Digits = "一二三四五六七八九十";

    public static LocalizedText Of(int month, bool isLeap, int day) => new(
        string.Create(CultureInfo.InvariantCulture, $"{(isLeap ? "leap month" : "month")} {month}, day {day}"),
        $"{(isLeap ? "闰" : "")}{Month(month)}月{Day(day)}");

    private static string Month(int month) => month switch
    {
        1 => "正",
        11 => "冬",
        12 => "腊",
        _ => Digits[month - 1].ToString(),
    };

    private static string Day(int day) => day switch
    {
        <= 10 => $"初{Digits[day - 1]}",
        < 20 => $"十{Digits[day - 11]}",
        20 => "二十",
        < 30 => $"廿{Digits[day - 21]}",
        _ => "三十",
    };
}
