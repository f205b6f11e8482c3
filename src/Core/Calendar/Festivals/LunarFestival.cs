namespace Clientele.Calendars;

/// <summary>A festival on a day of the lunar calendar; never in a leap month. Day 30 means the last day of the month, as New Year's Eve does.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LunarFestival : Festival
{
    private readonly LunarBirthday _day;

    /// <summary>Creates it.</summary>
    /// <param name="name">The name, such as <c>mid_autumn</c>; not blank.</param>
    /// <param name="title">What people read.</param>
    /// <param name="month">The lunar month, 1 to 12.</param>
    /// <param name="day">The day of the lunar month, 1 to 30.</param>
    /// <exception cref="ClienteleException">There is no such day (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public LunarFestival(string name, LocalizedText title, int month, int day)
        : base(name, title) => _day = new LunarBirthday { Month = month, Day = day };

    /// <summary>The lunar month, 1 to 12.</summary>
    public int Month => _day.Month;

    /// <summary>The day of the lunar month, 1 to 30.</summary>
    public int Day => _day.Day;

    /// <inheritdoc/>
    public override IReadOnlyList<DateOnly> InYear(int year) => _day.InYear(year);
}
