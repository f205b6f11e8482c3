namespace Clientele;

/// <summary>A follow-up every year on the birthdays of a client's people (row S2-33).</summary>
/// <remarks>
/// Immutable and thread-safe. It reads the attributes <c>core.birthday</c>, <c>core.birthday_calendar</c>, <c>core.lunar_birthday</c> and <c>core.birthday_leap_month</c> of every contact:
/// who keeps the lunar birthday is greeted on the lunar day, taken from the lunar birthday where it is known, or else from the day of birth. A contact without any is left out.
/// </remarks>
/// <example>
/// <code>
/// new BirthdayPolicy { Name = "firm.birthday", Title = new("Birthday greeting", "生日祝福"), LeadDays = 2 }
/// </code>
/// </example>
public sealed record BirthdayPolicy : DatedPolicy
{
    /// <summary>How many days before the birthday it is due; 0 or more.</summary>
    public int LeadDays { get; init => field = NotNegative(value, "lead days of a birthday"); }

    /// <summary>What a 29 February becomes in years without one.</summary>
    public LeapDayPolicy LeapDay { get; init; }

    /// <summary>What a birthday in a leap month becomes in years without that month.</summary>
    public LeapMonthPolicy LeapMonth { get; init; }

    /// <summary>What the 30th of a lunar month becomes in a month of 29 days.</summary>
    public ShortMonthPolicy ShortMonth { get; init; }
}
