namespace Clientele;

/// <summary>When somebody born in a leap month has their lunar birthday.</summary>
public enum LeapMonthPolicy
{
    /// <summary>Always in the regular month of the same number; the default, and the custom in most places.</summary>
    RegularMonth,

    /// <summary>In the leap month in years that have the same one, otherwise in the regular month.</summary>
    LeapMonth,
}
