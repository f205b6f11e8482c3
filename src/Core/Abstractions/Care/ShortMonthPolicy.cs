namespace Clientele;

/// <summary>What becomes of the 30th day of a lunar month in years in which that month has 29 days.</summary>
public enum ShortMonthPolicy
{
    /// <summary>It is kept on the 29th, the last day; the default.</summary>
    LastDay,

    /// <summary>It is kept on the day after, the 1st of the month that follows.</summary>
    NextFirst,
}
