namespace Clientele.Calendars;

/// <summary>A birthday, or any other day, that returns every lunar year.</summary>
/// <remarks>Immutable and thread-safe. Lunar years begin in January or February, so a Gregorian year may hold such a day once, twice or not at all.</remarks>
public sealed record LunarBirthday
{
    /// <summary>The lunar month, 1 to 12.</summary>
    /// <exception cref="ClienteleException">It is not (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public required int Month { get => field; init => field = Supported.Within(value, 1, 12, "lunar month"); }

    /// <summary>The day of the lunar month, 1 to 30.</summary>
    /// <exception cref="ClienteleException">It is not (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public required int Day { get => field; init => field = Supported.Within(value, 1, 30, "day of the lunar month"); }

    /// <summary>Whether the person was born in the leap month of that number.</summary>
    public bool IsLeap { get; init; }

    /// <summary>Where it falls when <see cref="IsLeap"/> holds; the regular month by default.</summary>
    public LeapMonthPolicy InLeapMonth { get; init; }

    /// <summary>Where the 30th falls in a month of 29 days; the 29th by default.</summary>
    public ShortMonthPolicy InShortMonth { get; init; }

    /// <summary>The day it falls on in a lunar year.</summary>
    /// <param name="lunarYear">The lunar year, 1901 to 2100.</param>
    /// <returns>The Gregorian day.</returns>
    /// <exception cref="ClienteleException">The year lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public DateOnly InLunarYear(int lunarYear)
    {
        var leap = IsLeap && InLeapMonth == LeapMonthPolicy.LeapMonth && LunarCalendar.LeapMonthOf(lunarYear) == Month;
        var days = LunarCalendar.DaysIn(lunarYear, Month, leap);
        var day = LunarCalendar.DayOf(new LunarDate(lunarYear, Month, leap, Math.Min(Day, days)));
        return Day > days && InShortMonth == ShortMonthPolicy.NextFirst ? day.AddDays(1) : day;
    }

    /// <summary>The days it falls on in a Gregorian year.</summary>
    /// <param name="year">The Gregorian year, 1901 to 2100. Days of 1901 before the lunar new year are unknown and left out.</param>
    /// <returns>None, one or two days, ascending.</returns>
    /// <exception cref="ClienteleException">The year lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public IReadOnlyList<DateOnly> InYear(int year) =>
        [.. new[] { Supported.Year(year) - 1, year }.Where(lunarYear => lunarYear >= Supported.FirstYear).Select(InLunarYear).Where(day => day.Year == year)];

    /// <summary>The first time it falls on a day or after it.</summary>
    /// <param name="day">The day, from <see cref="LunarCalendar.FirstDay"/> to the end of 2099.</param>
    /// <returns>The day of the birthday.</returns>
    /// <exception cref="ClienteleException">The day lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public DateOnly OnOrAfter(DateOnly day)
    {
        // With NextFirst, the last day of a lunar year may be kept on the first day of the next.
        var year = LunarCalendar.Of(day).Year;
        return Enumerable.Range(Math.Max(year - 1, Supported.FirstYear), 3).Select(InLunarYear).First(found => found >= day);
    }
}
