using System.CommandLine;
using System.Globalization;
using Clientele.Calendars;
using Clientele.Host.Printing;

namespace Clientele.Host.Commands;

/// <summary><c>clientele calendar</c>: the festivals and solar terms of a year with their lunar dates. Needs no workspace when the year is stated.</summary>
internal static class CalendarCommand
{
    private sealed record Line(DateOnly Day, string Kind, LocalizedText Title);

    public static Command Build(CommandRunner runner)
    {
        var year = new Option<int?>("--year") { Description = runner.Say("The year, 1901 to 2100; the as-of day's by default.", "年份，1901 至 2100，默认基准日所在年。"), HelpName = "YEAR" };
        year.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var stated) && stated is < 1901 or > 2100)
            {
                result.AddError(runner.Say($"The calendar knows the years 1901 to 2100, not {stated}.", $"日历支持 1901 至 2100 年，不支持 {stated} 年。"));
            }
        });
        return runner.Command("calendar", "List a year: festivals, solar terms, lunar dates.", "列出一年的节日、节气与农历日期。", (run, _) => ListAsync(run, run.Value(year)), year);
    }

    private static async Task<int> ListAsync(Run run, int? stated)
    {
        var year = stated ?? run.AsOf.Year;
        var lines = Festivals.OfYear(year).Select(found => new Line(found.Day, "festival", found.Festival.Title))
            .Concat(SolarTermCalendar.OfYear(year).Select(term => new Line(term.Day, "solar_term", term.Title)))
            .OrderBy(line => line.Day).ThenBy(line => line.Kind, StringComparer.Ordinal).ToList();
        await run.ListAsync(
            new Listing<Line>(
                new("day", new("Day", "日期"), line => line.Day),
                new("weekday", new("Weekday", "星期"), line => run.Json ? line.Day.DayOfWeek.ToString().ToLowerInvariant() : run.Language.Culture.DateTimeFormat.GetDayName(line.Day.DayOfWeek)),
                new("kind", new("Kind", "类别"), line => run.Json ? line.Kind : line.Kind == "festival" ? run.Say("festival", "节日") : run.Say("solar term", "节气")),
                new("title", new("Title", "名称"), line => run.Say(line.Title)),
                new("lunar", new("Lunar date", "农历"), line => line.Day < LunarCalendar.FirstDay ? "" : run.Say(LunarCalendar.Of(line.Day).Title))), lines).ConfigureAwait(false);
        return 0;
    }
}
