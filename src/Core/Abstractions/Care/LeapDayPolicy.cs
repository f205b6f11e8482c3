namespace Clientele;

/// <summary>When what happened on 29 February is remembered in a year without that day.</summary>
public enum LeapDayPolicy
{
    /// <summary>On 28 February; the default.</summary>
    LastOfFebruary,

    /// <summary>On 1 March.</summary>
    FirstOfMarch,

    /// <summary>Not at all.</summary>
    LeapYearsOnly,
}
