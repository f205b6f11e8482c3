namespace Clientele.Calendars;

/// <summary>Computes when the 24 solar terms begin.</summary>
/// <remarks>
/// Thread-safe and without state. The moment at which the sun's apparent longitude reaches the term's angle is found by
/// Meeus, Astronomical Algorithms (2nd ed. 1998), ch. 27, from the longitude of <c>SunLongitude</c>; it is good to about a minute.
/// A term within a minute of midnight in Beijing could therefore fall on the neighbouring day of a printed calendar.
/// Days are those of China Standard Time (UTC+8), also for the years before 1929, when Beijing kept its local time.
/// </remarks>
public static class SolarTermCalendar
{
    private const double MeanDaysBetweenTerms = 365.2422 / 24;
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly DateTimeOffset J2000 = new(2000, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The 24 terms of a year, ascending.</summary>
    /// <param name="year">The Gregorian year, 1901 to 2100.</param>
    /// <returns>The terms with their days.</returns>
    /// <exception cref="ClienteleException">The year lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static IReadOnlyList<SolarTermDay> OfYear(int year) => [.. Enum.GetValues<SolarTerm>().Select(term => new SolarTermDay(term, DayOf(year, term)))];

    /// <summary>The day a term begins on, by China Standard Time.</summary>
    /// <param name="year">The Gregorian year, 1901 to 2100.</param>
    /// <param name="term">The term.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ClienteleException">The year lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static DateOnly DayOf(int year, SolarTerm term) => DateOnly.FromDateTime(MomentOf(year, term).DateTime);

    /// <summary>The moment a term begins, in China Standard Time; good to about a minute.</summary>
    /// <param name="year">The Gregorian year, 1901 to 2100.</param>
    /// <param name="term">The term.</param>
    /// <returns>The moment, with the offset +08:00.</returns>
    /// <exception cref="ClienteleException">The year lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static DateTimeOffset MomentOf(int year, SolarTerm term)
    {
        var target = double.DegreesToRadians(285 + (15 * (int)term));
        // Days from J2000 in terrestrial time; the first term of a year begins about 5 January.
        var days = (new DateTimeOffset(Supported.Year(year), 1, 5, 12, 0, 0, TimeSpan.Zero) - J2000).TotalDays + (MeanDaysBetweenTerms * (int)term);
        // Meeus, ch. 27: 58 days times the sine of what is missing. It converges by a factor of about fifty a step.
        for (var step = 0; step < 12; step++)
        {
            days += 58 * Math.Sin(target - SunLongitude.Apparent(days));
        }

        return J2000.AddDays(days).AddSeconds(-DeltaT.Seconds(year)).ToOffset(China);
    }
}
