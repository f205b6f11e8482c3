using System.Globalization;

namespace Clientele.Templating;

/// <summary>The module <c>timespan</c>.</summary>
internal static class TimeSpanFunctions
{
    public static BuiltinModule Module() => new ModuleBuilder("timespan")
        .Add("zero", Value.Of(TimeSpan.Zero))
        .Add("from_days", "days:d", static (in Call call, ReadOnlySpan<Value> a) => From(call, a[0].Double, TimeSpan.TicksPerDay))
        .Add("from_hours", "hours:d", static (in Call call, ReadOnlySpan<Value> a) => From(call, a[0].Double, TimeSpan.TicksPerHour))
        .Add("from_minutes", "minutes:d", static (in Call call, ReadOnlySpan<Value> a) => From(call, a[0].Double, TimeSpan.TicksPerMinute))
        .Add("from_seconds", "seconds:d", static (in Call call, ReadOnlySpan<Value> a) => From(call, a[0].Double, TimeSpan.TicksPerSecond))
        .Add("from_milliseconds", "millis:d", static (in Call call, ReadOnlySpan<Value> a) => From(call, a[0].Double, TimeSpan.TicksPerMillisecond))
        .Add("parse", "text:s", Parse)
        .Build();

    private static Value From(in Call call, double count, long ticks)
    {
        var total = count * ticks;
        return Math.Abs(total) < long.MaxValue ? Value.Of(new TimeSpan((long)Math.Round(total))) : throw call.Fail("The time span is out of range.");
    }

    private static Value Parse(in Call call, ReadOnlySpan<Value> a) => TimeSpan.TryParse(a[0].Or(), CultureInfo.InvariantCulture, out var span)
        ? Value.Of(span)
        : throw call.Fail("The text is not a time span.");
}
