using System.Globalization;

namespace Clientele.Documents;

/// <summary>A day in Chinese characters, as a signature has it: 二〇二六年三月三十一日.</summary>
internal static class ChineseDate
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The year digit by digit, the month and the day as numbers.</summary>
    public static string Of(DateOnly day) =>
        $"{string.Concat(day.Year.ToString("0000", CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0']))}年{Number(day.Month)}月{Number(day.Day)}日";

    private static string Number(int value) => (value / 10, value % 10) switch
    {
        (0, var ones) => Digits[ones].ToString(),
        (1, 0) => "十",
        (1, var ones) => $"十{Digits[ones]}",
        (var tens, 0) => $"{Digits[tens]}十",
        (var tens, var ones) => $"{Digits[tens]}十{Digits[ones]}",
    };
}
