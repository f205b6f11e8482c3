namespace Clientele.Calendars;

/// <summary>A festival of a year.</summary>
/// <param name="Festival">Which one.</param>
/// <param name="Day">The day it falls on.</param>
public sealed record FestivalDay(Festival Festival, DateOnly Day);
