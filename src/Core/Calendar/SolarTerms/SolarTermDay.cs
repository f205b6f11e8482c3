namespace Clientele.Calendars;

/// <summary>A solar term of a year.</summary>
/// <param name="Term">Which one.</param>
/// <param name="Day">The day it begins on, by China Standard Time.</param>
public sealed record SolarTermDay(SolarTerm Term, DateOnly Day)
{
    /// <summary>What people read, such as "Qingming" / "清明".</summary>
    public LocalizedText Title => SolarTermNames.Of(Term);
}
