using System.Globalization;
using System.Runtime.CompilerServices;

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

        Span<char> room = stackalloc char[128];
        var text = new DefaultInterpolatedStringHandler(0, 0, culture, room);
        text.AppendLiteral(prefix);
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.AppendFormatted(format[i]);
                continue;
            }

            Append(state, ref text, date, format[++i], culture);
        }

        return text.ToStringAndClear();
    }

    public static TimeSpan ZoneOffset(RenderState state, DateTime date) => date.Kind == DateTimeKind.Utc
        ? TimeSpan.Zero
        : state.Options.TimeZone.GetUtcOffset(DateTime.SpecifyKind(date, DateTimeKind.Unspecified));

    private static void Append(RenderState state, ref DefaultInterpolatedStringHandler text, DateTime date, char specifier, CultureInfo culture)
    {
        if (Pattern(specifier) is { } pattern)
        {
            text.AppendFormatted(date, pattern);
            return;
        }

        switch (specifier)
        {
            case 'C': text.AppendFormatted(date.Year / 100, "00"); break;
            case 'e': text.AppendFormatted(date.Day, 2); break;
            case 'j': text.AppendFormatted(date.DayOfYear, "000"); break;
            case 'k': text.AppendFormatted(date.Hour, 2); break;
            case 'l': text.AppendFormatted(((date.Hour + 11) % 12) + 1, 2); break;
            case 'n': text.AppendLiteral("\n"); break;
            case 't': text.AppendLiteral("\t"); break;
            case 'N': text.AppendFormatted(date.Ticks % TimeSpan.TicksPerSecond * 100, "000000000"); break;
            case 'P': text.AppendLiteral(date.ToString("tt", culture).ToLower(culture)); break;
            case 's': text.AppendFormatted((long)Math.Floor((date - DateTime.UnixEpoch - ZoneOffset(state, date)).TotalSeconds)); break;
            case 'u': text.AppendFormatted((((int)date.DayOfWeek + 6) % 7) + 1); break;
            case 'w': text.AppendFormatted((int)date.DayOfWeek); break;
            case 'U': text.AppendFormatted(Week(date, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Sunday), "00"); break;
            case 'V': text.AppendFormatted(ISOWeek.GetWeekOfYear(date), "00"); break;
            case 'W': text.AppendFormatted(Week(date, CalendarWeekRule.FirstDay, DayOfWeek.Monday), "00"); break;
            case 'v':
                text.AppendFormatted(date.Day, 2);
                text.AppendLiteral($"-{date.ToString("MMM", culture).ToUpper(culture)}-");
                text.AppendFormatted(date.Year, "0000");
                break;
            case 'Z': text.AppendLiteral(Offset(ZoneOffset(state, date))); break;
            case '%': text.AppendLiteral("%"); break;
            default:
                text.AppendLiteral("%");
                text.AppendFormatted(specifier);
                break;
        }
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

    private static int Week(DateTime date, CalendarWeekRule rule, DayOfWeek firstDay) =>
        CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(date, rule, firstDay);

    private static string Offset(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
}
