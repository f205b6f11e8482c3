using System.Globalization;

namespace Clientele.Templating;

/// <summary>The module <c>date</c>; calling the module itself parses.</summary>
internal static class DateFunctions
{
    public const string DefaultFormat = "%d %b %Y";

    public static BuiltinModule Module()
    {
        var parse = new BuiltinFunction("date.parse", "text:s pattern:s? culture:s?", Parse);
        return new ModuleBuilder("date")
            .Add("parse", Value.Of(parse))
            .Add("parse_to_string", "text:s output_pattern:s? output_culture:s? input_pattern:s? input_culture:s?", ParseToString)
            .Add("to_string", "date:t! pattern:s culture:s?", ToText)
            .Add("now", "", Now, isPure: false)
            .Add("utc_now", "", UtcNow, isPure: false)
            .Add("add_days", "date:t days:d", static (in Call call, ReadOnlySpan<Value> a) => Add(call, a, static (d, n) => d.AddDays(n)))
            .Add("add_hours", "date:t hours:d", static (in Call call, ReadOnlySpan<Value> a) => Add(call, a, static (d, n) => d.AddHours(n)))
            .Add("add_minutes", "date:t minutes:d", static (in Call call, ReadOnlySpan<Value> a) => Add(call, a, static (d, n) => d.AddMinutes(n)))
            .Add("add_seconds", "date:t seconds:d", static (in Call call, ReadOnlySpan<Value> a) => Add(call, a, static (d, n) => d.AddSeconds(n)))
            .Add("add_milliseconds", "date:t millis:d", static (in Call call, ReadOnlySpan<Value> a) => Add(call, a, static (d, n) => d.AddMilliseconds(n)))
            .Add("add_months", "date:t months:i", static (in Call call, ReadOnlySpan<Value> a) => AddWhole(call, a, static (d, n) => d.AddMonths(n)))
            .Add("add_years", "date:t years:i", static (in Call call, ReadOnlySpan<Value> a) => AddWhole(call, a, static (d, n) => d.AddYears(n)))
            .Add("format", Value.Of(DefaultFormat))
            .Add("default_format", Value.Of(DefaultFormat))
            .Build(parse);
    }

    private static Value Parse(in Call call, ReadOnlySpan<Value> a)
    {
        if (a[0].Or().Length == 0)
        {
            return Value.Null;
        }

        var culture = a[2].IsNull ? call.State.Culture : Formatting.Culture(call, a[2].Text);
        var parsed = a[1].IsNull
            ? DateParsing.TryParse(call.State, a[0].Text, culture, out var date)
            : DateParsing.TryParseExact(call.State, a[0].Text, a[1].Text, culture, out date);
        return parsed ? Value.Of(date) : call.State.IsCompatible ? Value.Of(default(DateTime)) : Value.Null;
    }

    private static Value ParseToString(in Call call, ReadOnlySpan<Value> a)
    {
        var date = Parse(call, [a[0], a[3], a[4]]);
        if (date.IsNull)
        {
            return Value.Null;
        }

        var culture = a[2].IsNull ? call.State.Culture : Formatting.Culture(call, a[2].Text);
        return call.Text(DateFormatting.Format(call.State, date.Date, a[1].Or(call.State.DateFormat), culture));
    }

    private static Value ToText(in Call call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return Value.Null;
        }

        var culture = a[2].IsNull ? call.State.Culture : Formatting.Culture(call, a[2].Text);
        return call.Text(DateFormatting.Format(call.State, a[0].Date, a[1].Or(), culture));
    }

    private static Value Now(in Call call, ReadOnlySpan<Value> a) =>
        Value.Of(DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(Clock(call).GetUtcNow(), call.State.Options.TimeZone).DateTime, DateTimeKind.Local));

    private static Value UtcNow(in Call call, ReadOnlySpan<Value> a) => Value.Of(Clock(call).GetUtcNow().UtcDateTime);

    private static TimeProvider Clock(in Call call) => call.State.Options.Clock
        ?? throw call.Fail("This template asks for the time, but the render was given no clock.", TemplateErrorCode.NoClock);

    private static Value Add(in Call call, ReadOnlySpan<Value> a, Func<DateTime, double, DateTime> add)
    {
        try
        {
            return Value.Of(add(a[0].Date, a[1].Double));
        }
        catch (ArgumentException)
        {
            throw call.Fail("The date is out of range.");
        }
    }

    private static Value AddWhole(in Call call, ReadOnlySpan<Value> a, Func<DateTime, int, DateTime> add)
    {
        try
        {
            return Value.Of(add(a[0].Date, a[1].Int));
        }
        catch (ArgumentException)
        {
            throw call.Fail("The date is out of range.");
        }
    }
}
