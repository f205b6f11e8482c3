namespace Clientele.Calendars;

/// <summary>Days on which nobody is contacted: a mourning period, a client's stocktaking, the days of an examination.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; a blackout that ends before it begins covers nothing.</param>
/// <param name="Title">Why, as people read it.</param>
public sealed record Blackout(DateOnly From, DateOnly To, LocalizedText Title)
{
    /// <summary>Whether a day lies in it.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it does.</returns>
    public bool Covers(DateOnly day) => day >= From && day <= To;
}
