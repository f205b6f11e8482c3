namespace Clientele;

/// <summary>A follow-up tied to a day: an occasion of the year, a date, an event.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract record DatedPolicy : Policy
{
    private protected DatedPolicy()
    {
    }

    /// <summary>A touchpoint fewer than so many days before the due day fulfils it already; 0 or more, 7 by default.</summary>
    public int EarlyDays { get; init => field = NotNegative(value, "days before the due day on which a touchpoint counts"); } = 7;

    /// <summary>Overdue for longer than so many days, it is no longer asked for; 0 or more, 30 by default.</summary>
    public int LapsesAfterDays { get; init => field = NotNegative(value, "days after which it lapses"); } = 30;

    private protected static int NotNegative(int value, string what)
    {
        Require.That(value is >= 0 and <= 36_600, $"The {what} cannot be negative or more than a hundred years.");
        return value;
    }
}
