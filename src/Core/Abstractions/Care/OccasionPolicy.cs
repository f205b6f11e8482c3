namespace Clientele;

/// <summary>A follow-up every year on an occasion: a festival, a solar term, a day of the Gregorian or the lunar calendar, with days to spare before it.</summary>
/// <remarks>Immutable and thread-safe. For every client that <see cref="Policy.When"/> lets through and that was known on the day.</remarks>
/// <example>
/// <code>
/// new OccasionPolicy { Name = "firm.before_the_rains", Title = new("Look at the roofs before the rains", "雨季前查看屋面"), On = YearlyDay.On(4, 15), DueDay = DueDayRule.NextWorkingDay }
/// </code>
/// </example>
public sealed record OccasionPolicy : DatedPolicy
{
    /// <summary>The day.</summary>
    public required YearlyDay On { get => field; init => field = Require.Some(value); }

    /// <summary>How many days before the occasion it is due; 0 or more.</summary>
    public int LeadDays { get; init => field = NotNegative(value, "lead days of an occasion"); }
}
