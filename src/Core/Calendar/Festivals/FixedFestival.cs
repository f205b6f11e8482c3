namespace Clientele.Calendars;

/// <summary>A festival on a day of the Gregorian calendar.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record FixedFestival : Festival
{
    /// <summary>Creates it.</summary>
    /// <param name="name">The name, such as <c>teachers_day</c>; not blank.</param>
    /// <param name="title">What people read.</param>
    /// <param name="day">The day.</param>
    public FixedFestival(string name, LocalizedText title, Anniversary day)
        : base(name, title)
    {
        ArgumentNullException.ThrowIfNull(day);
        Day = day;
    }

    /// <summary>The day.</summary>
    public Anniversary Day { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<DateOnly> InYear(int year) => Day.InYear(Supported.Year(year)) is { } found ? [found] : [];
}
