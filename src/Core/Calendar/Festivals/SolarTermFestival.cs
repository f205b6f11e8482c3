namespace Clientele.Calendars;

/// <summary>A festival on the day a solar term begins, as Qingming is.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SolarTermFestival : Festival
{
    /// <summary>Creates it.</summary>
    /// <param name="name">The name, such as <c>qingming</c>; not blank.</param>
    /// <param name="title">What people read.</param>
    /// <param name="term">The term.</param>
    public SolarTermFestival(string name, LocalizedText title, SolarTerm term)
        : base(name, title) => Term = term;

    /// <summary>The term.</summary>
    public SolarTerm Term { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<DateOnly> InYear(int year) => [SolarTermCalendar.DayOf(year, Term)];
}
