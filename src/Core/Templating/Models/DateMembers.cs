namespace Clientele.Templating;

/// <summary>The members of dates and time spans.</summary>
internal static class DateMembers
{
    public static bool TryGet(DateTime date, string member, out Value value)
    {
        value = member switch
        {
            "year" => Value.Of(date.Year),
            "month" => Value.Of(date.Month),
            "day" => Value.Of(date.Day),
            "hour" => Value.Of(date.Hour),
            "minute" => Value.Of(date.Minute),
            "second" => Value.Of(date.Second),
            "millisecond" => Value.Of(date.Millisecond),
            "day_of_week" => Value.OfOpaque(date.DayOfWeek),
            "day_of_year" => Value.Of(date.DayOfYear),
            "date" => Value.Of(date.Date),
            "time_of_day" => Value.Of(date.TimeOfDay),
            "ticks" => Value.Of(date.Ticks),
            "kind" => Value.OfOpaque(date.Kind),
            _ => Value.Unset,
        };
        return !value.IsUnset;
    }

    public static bool TryGet(TimeSpan span, string member, out Value value)
    {
        value = member switch
        {
            "days" => Value.Of(span.Days),
            "hours" => Value.Of(span.Hours),
            "minutes" => Value.Of(span.Minutes),
            "seconds" => Value.Of(span.Seconds),
            "milliseconds" => Value.Of(span.Milliseconds),
            "total_days" => Value.Of(span.TotalDays),
            "total_hours" => Value.Of(span.TotalHours),
            "total_minutes" => Value.Of(span.TotalMinutes),
            "total_seconds" => Value.Of(span.TotalSeconds),
            "total_milliseconds" => Value.Of(span.TotalMilliseconds),
            "ticks" => Value.Of(span.Ticks),
            _ => Value.Unset,
        };
        return !value.IsUnset;
    }
}
