using System.CommandLine;
using System.Globalization;

namespace Clientele.Host;

/// <summary>An option whose value is a day, written as 2026-03-31 and nothing else.</summary>
internal static class DayOption
{
    public static Option<DateOnly?> Named(string name, Func<string, string, string> say, string en, string zh, bool recursive = false)
    {
        var option = new Option<DateOnly?>(name) { Description = say(en, zh), HelpName = "DATE", Recursive = recursive };
        option.CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError(say($"'{text}' is not a day; write it as 2026-03-31.", $"“{text}”不是日期，请写成 2026-03-31。"));
            return null;
        };
        return option;
    }
}
