namespace Clientele.Calendars;

/// <summary>An all-day event of a calendar feed.</summary>
/// <remarks>Immutable and thread-safe. Any text is allowed; it is escaped where it is written.</remarks>
public sealed record FeedEvent
{
    /// <summary>What identifies it for ever, so that a calendar replaces the event rather than adding another; globally unique, such as a UUID.</summary>
    public required string Uid { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The one line that a calendar shows.</summary>
    public required string Summary { get; init; }

    /// <summary>What a calendar shows when the event is opened; may have several lines; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>When the alarm rings, in minutes from the start of the day; negative for a day before; 9 o'clock by default, nothing for no alarm.</summary>
    public int? AlarmMinutes { get; init; } = 9 * 60;
}
