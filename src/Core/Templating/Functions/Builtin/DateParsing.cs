using System.Globalization;
using System.Text;

namespace Clientele.Templating;

/// <summary>Dates out of text, freely or by a pattern; what carries an offset is moved to the zone of the render.</summary>
internal static class DateParsing
{
    public static bool TryParse(RenderState state, string text, out DateTime date) => TryParse(state, text, state.Culture, out date);

    public static bool TryParse(RenderState state, string text, CultureInfo culture, out DateTime date)
    {
        // Text that names a day and no offset means that day wherever the render is.
        if (DateTime.TryParse(text, culture, DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.RoundtripKind, out date) && date.Kind == DateTimeKind.Unspecified)
        {
            date = DateTime.SpecifyKind(OnToday(state, date), DateTimeKind.Local);
            return true;
        }

        if (DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            date = Local(state, instant);
            return true;
        }

        return false;
    }

    public static bool TryParseExact(RenderState state, string text, string pattern, CultureInfo culture, out DateTime date)
    {
        var (format, hasOffset) = Convert(pattern, state.IsCompatible);
        date = default;
        try
        {
            if (hasOffset)
            {
                if (!DateTimeOffset.TryParseExact(text, format, culture, DateTimeStyles.None, out var instant))
                {
                    return false;
                }

                date = Local(state, instant);
                return true;
            }

            if (!DateTime.TryParseExact(text, format, culture, DateTimeStyles.NoCurrentDateDefault, out date))
            {
                return false;
            }
        }
        catch (FormatException)
        {
            return false;
        }

        date = DateTime.SpecifyKind(OnToday(state, date), DateTimeKind.Local);
        return true;
    }

    private static DateTime Local(RenderState state, DateTimeOffset instant) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(instant, state.Options.TimeZone).DateTime, DateTimeKind.Local);

    // A time without a day is that time today, where there is a clock to tell.
    private static DateTime OnToday(RenderState state, DateTime date) => date.Date == default && state.Options.Clock is { } clock
        ? TimeZoneInfo.ConvertTime(clock.GetUtcNow(), state.Options.TimeZone).Date + date.TimeOfDay
        : date;

    private static (string Format, bool HasOffset) Convert(string pattern, bool isCompatible)
    {
        var format = new StringBuilder();
        var hasOffset = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                format.Append('\\').Append(pattern[i]);
                continue;
            }

            var specifier = pattern[++i];
            hasOffset |= specifier == 'Z';
            format.Append(Specifier(specifier, isCompatible));
        }

        return (format.Length == 1 ? "%" + format : format.ToString(), hasOffset);
    }

    private static string Specifier(char specifier, bool isCompatible) => specifier switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => isCompatible ? "MMM" : "MMMM",
        'c' => "ddd MMM dd HH:mm:ss yyyy",
        'd' => "dd",
        'D' => "MM/dd/yy",
        'e' => "%d",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'k' => "%H",
        'l' => "%h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'N' => "fffffff",
        'p' or 'P' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' or 'X' => "HH:mm:ss",
        'v' => "%d-MMM-yyyy",
        'x' => "MM/dd/yyyy",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        _ => $"\\%\\{specifier}",
    };
}
