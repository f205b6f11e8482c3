namespace Clientele.Calendars;

/// <summary>A day of the Chinese lunar calendar (农历), numbered as people number it: a leap month has the number of the month before it.</summary>
/// <remarks>Immutable and thread-safe. Whether the day exists is checked where it is used (<see cref="LunarCalendar.DayOf"/>).</remarks>
/// <param name="Year">The lunar year, named by the Gregorian year in which it begins; 1901 to 2100.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="IsLeap">Whether it is the leap month (闰月) that follows the month of this number.</param>
/// <param name="Day">The day, 1 to 29 or 30.</param>
public sealed record LunarDate(int Year, int Month, bool IsLeap, int Day)
{
    /// <summary>The date as people say it, such as 闰六月初一; in English "leap month 6, day 1". The year is left out.</summary>
    public LocalizedText Title => LunarNames.Of(Month, IsLeap, Day);
}
