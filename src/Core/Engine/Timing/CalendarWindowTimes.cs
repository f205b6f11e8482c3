using System.Globalization;

namespace Clientele.Timing;

/// <summary>Finds the times of windows of the calendar.</summary>
internal static class CalendarWindowTimes
{
    /// <summary>The window as it stands on a day; <see langword="null"/> when the day is in none of its times.</summary>
    public static OpenWindow? On(CalendarWindow window, DateOnly day)
    {
        var times = window.EveryYear ? window.Days.SelectMany(range => new[] { InYear(range, day.Year - 1), InYear(range, day.Year) }) : window.Days;
        var within = times.Where(range => range.First <= day && day <= range.Last).ToList();
        if (within.Count == 0)
        {
            return null;
        }

        var until = within.Max(range => range.Last).AddDays(1);
        var text = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new OpenWindow(window, until, new Reason("timing", new($"{window.Title.En}: over on {text}.", $"{window.Title.Zh}：{text} 起结束。"))
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["until"] = text },
        });
    }

    private static DayRange InYear(DayRange range, int year)
    {
        var first = In(year, range.First);
        var last = In(year, range.Last);
        return new DayRange(first, last < first ? In(year + 1, range.Last) : last);
    }

    // 29 February of a common year is its 28th.
    private static DateOnly In(int year, DateOnly day) => new(year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(year, day.Month)));
}
