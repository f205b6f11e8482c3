using System.Globalization;

namespace Clientele.Calendars;

/// <summary>Converts between Gregorian days and the Chinese lunar calendar.</summary>
/// <remarks>
/// Thread-safe and without state. The tables are those of <see cref="ChineseLunisolarCalendar"/>, which numbers a leap month
/// as a month of its own (1 to 13); here it has the number of the month before it, as in every printed calendar.
/// </remarks>
public static class LunarCalendar
{
    private static readonly ChineseLunisolarCalendar Table = new();

    /// <summary>The first Gregorian day it knows: 1901-02-19, the first day of lunar 1901.</summary>
    public static DateOnly FirstDay { get; } = DateOnly.FromDateTime(Table.MinSupportedDateTime);

    /// <summary>The last Gregorian day it knows: 2101-01-28, the last day of lunar 2100.</summary>
    public static DateOnly LastDay { get; } = DateOnly.FromDateTime(Table.MaxSupportedDateTime);

    /// <summary>The lunar date of a Gregorian day.</summary>
    /// <param name="day">The day, from <see cref="FirstDay"/> to <see cref="LastDay"/>.</param>
    /// <returns>The lunar date.</returns>
    /// <exception cref="ClienteleException">The day lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static LunarDate Of(DateOnly day)
    {
        if (day < FirstDay || day > LastDay)
        {
            throw Supported.Invalid(string.Create(CultureInfo.InvariantCulture, $"The lunar calendar knows the days {FirstDay:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}, not {day:yyyy-MM-dd}."));
        }

        var moment = day.ToDateTime(TimeOnly.MinValue);
        var year = Table.GetYear(moment);
        var slot = Table.GetMonth(moment);
        var leapSlot = Table.GetLeapMonth(year);
        var shifted = leapSlot > 0 && slot >= leapSlot;
        return new(year, shifted ? slot - 1 : slot, leapSlot > 0 && slot == leapSlot, Table.GetDayOfMonth(moment));
    }

    /// <summary>The Gregorian day of a lunar date.</summary>
    /// <param name="date">The lunar date.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ClienteleException">There is no such day: no such month, no leap month there in that year, or a month of 29 days (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static DateOnly DayOf(LunarDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        Supported.Within(date.Day, 1, DaysIn(date.Year, date.Month, date.IsLeap), "day of the lunar month");
        return DateOnly.FromDateTime(Table.ToDateTime(date.Year, Slot(date.Year, date.Month, date.IsLeap), date.Day, 0, 0, 0, 0));
    }

    /// <summary>The number of the leap month of a lunar year: 6 in 2025, where a second sixth month follows the sixth.</summary>
    /// <param name="year">The lunar year, 1901 to 2100.</param>
    /// <returns>1 to 12, or nothing when the year has no leap month.</returns>
    /// <exception cref="ClienteleException">The year lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static int? LeapMonthOf(int year) => Table.GetLeapMonth(Supported.Year(year)) is > 0 and var slot ? slot - 1 : null;

    /// <summary>How many days a lunar month has.</summary>
    /// <param name="year">The lunar year, 1901 to 2100.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="isLeap">Whether the leap month of that number is meant.</param>
    /// <returns>29 or 30.</returns>
    /// <exception cref="ClienteleException">There is no such month in that year (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static int DaysIn(int year, int month, bool isLeap = false) => Table.GetDaysInMonth(year, Slot(year, month, isLeap));

    private static int Slot(int year, int month, bool isLeap)
    {
        Supported.Within(month, 1, 12, "lunar month");
        var leap = LeapMonthOf(year);
        if (isLeap && leap != month)
        {
            throw Supported.Invalid(string.Create(CultureInfo.InvariantCulture, $"The lunar year {year} has no leap month {month}."));
        }

        return isLeap || month > leap ? month + 1 : month;
    }
}
