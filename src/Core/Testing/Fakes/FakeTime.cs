namespace Clientele.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
/// <param name="now">Where it stands.</param>
/// <remarks>Thread-safe. The zone is UTC. Timers made from it run in real time.</remarks>
public sealed class FakeTime(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    /// <summary>A clock that stands at noon of a day.</summary>
    /// <param name="day">The day.</param>
    public FakeTime(DateOnly day)
        : this(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves the clock.</summary>
    /// <param name="by">By how much; a negative span moves it back.</param>
    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
