using System.Globalization;

namespace Clientele.Calendars;

/// <summary>The refusal of what the calendars do not know: one exception, one code, one way of saying it.</summary>
internal static class Supported
{
    public const int FirstYear = 1901;
    public const int LastYear = 2100;

    public static int Year(int year) => year is >= FirstYear and <= LastYear ? year
        : throw Invalid(string.Create(CultureInfo.InvariantCulture, $"The calendar knows the years {FirstYear} to {LastYear}, not {year}."));

    public static int Within(int value, int from, int to, string what) => value >= from && value <= to ? value
        : throw Invalid(string.Create(CultureInfo.InvariantCulture, $"The {what} is {value}, but must lie between {from} and {to}."));

    public static ClienteleException Invalid(string message) => new(ErrorCodes.RecordInvalid, message);
}
