namespace Clientele.Calendars;

/// <summary>A festival: a day that a greeting or a visit may be tied to.</summary>
/// <remarks>Immutable and thread-safe. One of <see cref="FixedFestival"/>, <see cref="LunarFestival"/> and <see cref="SolarTermFestival"/>.</remarks>
public abstract record Festival
{
    private protected Festival(string name, LocalizedText title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(title);
        Name = name;
        Title = title;
    }

    /// <summary>The name that settings and programs use, such as <c>mid_autumn</c>.</summary>
    public string Name { get; }

    /// <summary>What people read, such as "Mid-Autumn Festival" / "中秋节".</summary>
    public LocalizedText Title { get; }

    /// <summary>The days it falls on in a Gregorian year.</summary>
    /// <param name="year">The year, 1901 to 2100.</param>
    /// <returns>One day as a rule; a lunar festival at the turn of the year (腊八) also none or two. Ascending.</returns>
    /// <exception cref="ClienteleException">The year lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public abstract IReadOnlyList<DateOnly> InYear(int year);
}
