namespace Clientele;

/// <summary>A follow-up so many days before or after a date that is known: the end of a warranty or a contract, an anniversary, a birthday.</summary>
/// <remarks>
/// Immutable and thread-safe. The date is held in one place: in an <see cref="Attribute"/> of the client, or in the last touchpoint of a <see cref="Kind"/>
/// (of each matter, and of the client where it belongs to none), whose <see cref="Detail"/> is the date, or else its own day.
/// </remarks>
/// <example>
/// <code>
/// new DatePolicy { Name = "firm.warranty_visit", Title = new("Visit before the warranty ends", "保修期满前回访"), Kind = "firm.part_accepted", Detail = "warranty_until", DaysBefore = 60 }
/// </code>
/// </example>
public sealed record DatePolicy : DatedPolicy
{
    /// <summary>The attribute of the client that holds the date; empty when a touchpoint does.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>The kind of touchpoint that holds the date; empty when an attribute does.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The detail of the touchpoint that holds the date; empty for the touchpoint's own day.</summary>
    public string Detail { get; init; } = "";

    /// <summary>How many years after the touchpoint's own day the date lies, where no <see cref="Detail"/> tells the date itself: the statutory term of a warranty. 0 or more.</summary>
    public int YearsAfter { get; init => field = NotNegative(value, "years after a touchpoint"); }

    /// <summary>Days from the due day to the date; 0 or more.</summary>
    public int DaysBefore { get; init => field = NotNegative(value, "days before a date"); }

    /// <summary>Days from the date to the due day; 0 or more, and 0 when <see cref="DaysBefore"/> is given.</summary>
    public int DaysAfter { get; init => field = NotNegative(value, "days after a date"); }

    /// <summary>Whether it returns every year, the first time a year later.</summary>
    public bool Yearly { get; init; }

    /// <summary>Whether it returns by the lunar calendar: on the lunar day that the date was.</summary>
    public bool Lunar { get; init; }

    /// <summary>What a 29 February becomes in years without one.</summary>
    public LeapDayPolicy LeapDay { get; init; }

    /// <summary>What a day in a leap month becomes in years without that month.</summary>
    public LeapMonthPolicy LeapMonth { get; init; }

    /// <summary>What the 30th of a lunar month becomes in a month of 29 days.</summary>
    public ShortMonthPolicy ShortMonth { get; init; }
}
