using System.Globalization;
using System.Text;

namespace Clientele.Templating;

/// <summary>Dates as text, by the specifiers of <c>date.to_string</c>.</summary>
internal static class DateFormatting
{
    public static string Format(RenderState state, DateTime date, string format, CultureInfo culture)
    {
        var prefix = "";
        if (format.StartsWith("%g", StringComparison.Ordinal))
        {
            culture = CultureInfo.InvariantCulture;
            prefix = format.Length == 2 ? " " : "";
            format = format.Length == 2 ? state.DateFormat == "%g" ? DateFunctions.DefaultFormat : state.DateFormat : format[2..];
        }

        var text = new StringBuilder(prefix, format.Length + 16);
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.Append(format[i]);
                continue;
            }

            Append(state, text, date, format[++i], culture);
        }

        return text.ToString();
    }

    private static void Append(RenderState state, StringBuilder text, DateTime date, char specifier, CultureInfo culture)
    {
        if (Pattern(specifier) is { } pattern)
        {
            text.Append(date.ToString(pattern, culture));
            return;
        }

        _ = specifier switch
        {
            'C' => text.Append(CultureInfo.InvariantCulture, $"{date.Year / 100:00}"),
            'e' => text.Append(CultureInfo.InvariantCulture, $"{date.Day,2}"),
            'j' => text.Append(CultureInfo.InvariantCulture, $"{date.DayOfYear:000}"),
            'k' => text.Append(CultureInfo.InvariantCulture, $"{date.Hour,2}"),
            'l' => text.Append(CultureInfo.InvariantCulture, $"{(date.Hour + 11) % 12 + 1,2}"),
            'n' => text.Append('\n'),
            't' => text.Append('\t'),
            'N' => text.Append(CultureInfo.InvariantCulture, $"{date.Ticks % TimeSpan.TicksPerSecond * 100:000000000}"),
            'P' => text.Append(date.ToString("tt", culture).ToLower(culture)),
            's' => text.Append(UnixSeconds(state, date).ToString(CultureInfo.InvariantCulture)),
            'u' => text.Append(CultureInfo.InvariantCulture, $"{((int)date.DayOfWeek + 6) % 7 + 1}"),
            'w' => text.Append(CultureInfo.InvariantCulture, $"{(int)date.DayOfWeek}"),
            'U' => text.Append(Week(date, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Sunday)),
            'V' => text.Append(CultureInfo.InvariantCulture, $"{ISOWeek.GetWeekOfYear(date):00}"),
            'W' => text.Append(Week(date, CalendarWeekRule.FirstDay, DayOfWeek.Monday)),
            'v' => text.Append(CultureInfo.InvariantCulture, $"{date.Day,2}-{date.ToString("MMM", culture).ToUpper(culture)}-{date.Year:0000}"),
            'Z' => text.Append(Offset(state, date)),
            '%' => text.Append('%'),
            _ => text.Append('%').Append(specifier),
        };
    }

    private static string? Pattern(char specifier) => specifier switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM dd HH:mm:ss yyyy",
        'd' => "dd",
        'D' => "MM/dd/yy",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'p' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' => "HH:mm:ss",
        'x' => "d",
        'X' => "T",
        'y' => "yy",
        'Y' => "yyyy",
        _ => null,
    };

    private static string Week(DateTime date, CalendarWeekRule rule, DayOfWeek firstDay) =>
        CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(date, rule, firstDay).ToString("00", CultureInfo.InvariantCulture);

    private static long UnixSeconds(RenderState state, DateTime date) =>
        (long)Math.Floor((date - DateTime.UnixEpoch - ZoneOffset(state, date)).TotalSeconds);

    private static string Offset(RenderState state, DateTime date)
    {
        var offset = ZoneOffset(state, date);
        return string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
    }

    public static TimeSpan ZoneOffset(RenderState state, DateTime date) => date.Kind == DateTimeKind.Utc
        ? TimeSpan.Zero
        : state.Options.TimeZone.GetUtcOffset(DateTime.SpecifyKind(date, DateTimeKind.Unspecified));
}
