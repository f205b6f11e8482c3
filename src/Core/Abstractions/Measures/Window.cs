namespace Clientele;

/// <summary>How far back from the as-of day a measure looks. The as-of day itself is always inside.</summary>
/// <remarks>Immutable and thread-safe. The default value is <see cref="AllTime"/>.</remarks>
public readonly record struct Window
{
    private Window(int days, int months, bool calendarYear)
    {
        DayCount = days;
        MonthCount = months;
        IsCalendarYear = calendarYear;
    }

    /// <summary>All of the past.</summary>
    public static Window AllTime => default;

    /// <summary>From 1 January of the as-of day's year.</summary>
    public static Window CalendarYear => new(0, 0, calendarYear: true);

    /// <summary>The length in days; 0 unless made by <see cref="Days"/>.</summary>
    public int DayCount { get; }

    /// <summary>The length in months; 0 unless made by <see cref="Months"/>.</summary>
    public int MonthCount { get; }

    /// <summary>Whether the window is the calendar year to date.</summary>
    public bool IsCalendarYear { get; }

    /// <summary>The last so many days, the as-of day included.</summary>
    /// <param name="count">1 or more.</param>
    /// <returns>The window.</returns>
    public static Window Days(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(count, 0, calendarYear: false);
    }

    /// <summary>The last so many months: for 12 months and 2026-03-31, everything after 2025-03-31.</summary>
    /// <param name="count">1 or more.</param>
    /// <returns>The window.</returns>
    public static Window Months(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(0, count, calendarYear: false);
    }

    /// <summary>The first day inside the window.</summary>
    /// <param name="asOf">The as-of day, the window's last.</param>
    /// <returns>The day; <see cref="DateOnly.MinValue"/> for all of the past.</returns>
    public DateOnly FirstDay(DateOnly asOf) => this switch
    {
        { IsCalendarYear: true } => new DateOnly(asOf.Year, 1, 1),
        { MonthCount: > 0 } when asOf.Year * 12 + asOf.Month - 12 > MonthCount => LastOfMonthStays(asOf),
        { DayCount: > 0 } when asOf.DayNumber >= DayCount => asOf.AddDays(1 - DayCount),
        _ => DateOnly.MinValue,
    };

    /// <summary>The first as-of day on which a day is no longer inside.</summary>
    /// <param name="day">A day inside.</param>
    /// <returns>The as-of day; <see cref="DateOnly.MaxValue"/> when it stays inside for ever.</returns>
    public DateOnly Leaves(DateOnly day)
    {
        if (this == AllTime || day.DayNumber + DayCount + (MonthCount * 31L) + 400 > DateOnly.MaxValue.DayNumber)
        {
            return DateOnly.MaxValue;
        }

        if (MonthCount == 0)
        {
            return IsCalendarYear ? new DateOnly(day.Year + 1, 1, 1) : day.AddDays(DayCount);
        }

        var leaves = day.AddMonths(MonthCount);
        while (FirstDay(leaves) > day)
        {
            leaves = leaves.AddDays(-1);
        }

        while (FirstDay(leaves) <= day)
        {
            leaves = leaves.AddDays(1);
        }

        return leaves;
    }

    // Twelve months to 28 February 2025 reach back to 29 February 2024, not to the 28th: month ends answer to month ends.
    private DateOnly LastOfMonthStays(DateOnly asOf)
    {
        var back = asOf.AddMonths(-MonthCount);
        return asOf.Day == DateTime.DaysInMonth(asOf.Year, asOf.Month) ? new DateOnly(back.Year, back.Month, 1).AddMonths(1) : back.AddDays(1);
    }
}
