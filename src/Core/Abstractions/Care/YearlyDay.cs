namespace Clientele;

/// <summary>By which calendar a day returns every year.</summary>
public enum YearlyDayKind
{
    /// <summary>A day of the Gregorian calendar.</summary>
    Fixed,

    /// <summary>A day of the lunar calendar, never in a leap month; day 30 is the last day of the month.</summary>
    Lunar,

    /// <summary>A festival, by its name.</summary>
    Festival,

    /// <summary>The day on which a solar term begins, by its name.</summary>
    SolarTerm,
}

/// <summary>A day that every year has: 15 April, the 9th of the 9th lunar month, <c>mid_autumn</c>, <c>start_of_winter</c>.</summary>
/// <remarks>Immutable and thread-safe. Whether there is a festival or a solar term of that name is checked where the policy is registered; <c>clientele calendar</c> lists them.</remarks>
public sealed record YearlyDay
{
    private YearlyDay(YearlyDayKind kind, string name, int month, int day) => (Kind, Name, Month, Day) = (kind, name, month, day);

    /// <summary>By which calendar.</summary>
    public YearlyDayKind Kind { get; }

    /// <summary>The name of the festival or the solar term; empty for the others.</summary>
    public string Name { get; }

    /// <summary>The month, 1 to 12; 0 for a festival or a solar term.</summary>
    public int Month { get; }

    /// <summary>The day of the month; 0 for a festival or a solar term.</summary>
    public int Day { get; }

    /// <summary>A day of the Gregorian calendar; 29 February is kept on the 28th in other years.</summary>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="day">The day of the month.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ClienteleException">No year has such a day, as 30 February (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static YearlyDay On(int month, int day)
    {
        const int leapYear = 2000;
        Require.That(month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(leapYear, month), $"No year has the day {month:00}-{day:00}.");
        return new(YearlyDayKind.Fixed, "", month, day);
    }

    /// <summary>A day of the lunar calendar.</summary>
    /// <param name="month">The lunar month, 1 to 12.</param>
    /// <param name="day">The day of the lunar month, 1 to 30.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ClienteleException">There is no such lunar day (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static YearlyDay Lunar(int month, int day)
    {
        Require.That(month is >= 1 and <= 12 && day is >= 1 and <= 30, $"No lunar year has the day {month:00}-{day:00}.");
        return new(YearlyDayKind.Lunar, "", month, day);
    }

    /// <summary>A festival.</summary>
    /// <param name="name">Its name, such as <c>mid_autumn</c>.</param>
    /// <returns>The day.</returns>
    public static YearlyDay Festival(string name) => new(YearlyDayKind.Festival, Require.LocalName(name), 0, 0);

    /// <summary>The beginning of a solar term.</summary>
    /// <param name="name">Its name, such as <c>start_of_winter</c>.</param>
    /// <returns>The day.</returns>
    public static YearlyDay SolarTerm(string name) => new(YearlyDayKind.SolarTerm, Require.LocalName(name), 0, 0);
}
