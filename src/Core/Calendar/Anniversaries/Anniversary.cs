using System.Globalization;

namespace Clientele.Calendars;

/// <summary>A day that returns every Gregorian year: a birthday, a signing, a handover.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Anniversary
{
    /// <summary>The anniversary of a day.</summary>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="day">The day of the month; 29 is the last of February.</param>
    /// <param name="inOtherYears">When 29 February is remembered in a year without it.</param>
    /// <exception cref="ClienteleException">There is no such day in any year (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public Anniversary(int month, int day, LeapDayPolicy inOtherYears = LeapDayPolicy.LastOfFebruary)
    {
        const int leapYear = 2000;
        Month = Supported.Within(month, 1, 12, "month");
        Day = Supported.Within(day, 1, CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(leapYear, month), "day of the month");
        InOtherYears = inOtherYears;
    }

    /// <summary>The month, 1 to 12.</summary>
    public int Month { get; }

    /// <summary>The day of the month.</summary>
    public int Day { get; }

    /// <summary>When 29 February is remembered in a year without it.</summary>
    public LeapDayPolicy InOtherYears { get; }

    /// <summary>The day it falls on in a year.</summary>
    /// <param name="year">The year, 1 to 9999.</param>
    /// <returns>The day, or nothing when the policy leaves the year out.</returns>
    /// <exception cref="ClienteleException">The year lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public DateOnly? InYear(int year)
    {
        Supported.Within(year, DateOnly.MinValue.Year, DateOnly.MaxValue.Year, "year");
        if (Month != 2 || Day != 29 || DateTime.IsLeapYear(year))
        {
            return new DateOnly(year, Month, Day);
        }

        return InOtherYears switch
        {
            LeapDayPolicy.LastOfFebruary => new DateOnly(year, 2, 28),
            LeapDayPolicy.FirstOfMarch => new DateOnly(year, 3, 1),
            _ => null,
        };
    }
}
