using System.Globalization;

namespace Clientele.Timing;

/// <summary>Finds the times of windows that touchpoints open and close.</summary>
internal static class EventWindowTimes
{
    /// <summary>The window as it stands on a day, the time that lasts longest first; <see langword="null"/> when the client is in none.</summary>
    /// <param name="window">The window.</param>
    /// <param name="timeline">What happened up to the day, the oldest first.</param>
    /// <param name="day">The day.</param>
    public static OpenWindow? On(EventWindow window, IReadOnlyList<Touchpoint> timeline, DateOnly day)
    {
        OpenWindow? longest = null;
        foreach (var opening in timeline.Where(touchpoint => Opens(window, touchpoint)))
        {
            var closing = timeline.FirstOrDefault(touchpoint => Closes(window, opening, touchpoint));
            var until = Until(window, opening, closing);
            if (opening.OccurredOn <= day && (until is null || day < until) && (longest is null || until is null || (longest.Until is { } known && until > known)))
            {
                longest = new OpenWindow(window, until, Reason(window, opening, closing, until));
            }
        }

        return longest;
    }

    private static bool Opens(EventWindow window, Touchpoint touchpoint) =>
        window.OpenedBy.Contains(touchpoint.Kind, StringComparer.Ordinal) && window.Where.All(detail => touchpoint.Details.GetValueOrDefault(detail.Key) == detail.Value);

    private static bool Closes(EventWindow window, Touchpoint opening, Touchpoint touchpoint) =>
        window.ClosedBy.Contains(touchpoint.Kind, StringComparer.Ordinal) && touchpoint.OccurredOn >= opening.OccurredOn && (opening.Matter is null || touchpoint.Matter == opening.Matter);

    private static DateOnly? Until(EventWindow window, Touchpoint opening, Touchpoint? closing)
    {
        var closed = closing?.OccurredOn.AddDays(window.CoolingDays);
        var passed = window.Days > 0 ? opening.OccurredOn.AddDays(window.Days) : (DateOnly?)null;
        return closed is { } one && passed is { } other ? (one < other ? one : other) : closed ?? passed;
    }

    private static Reason Reason(EventWindow window, Touchpoint opening, Touchpoint? closing, DateOnly? until)
    {
        var (from, title) = (Day(opening.OccurredOn), window.Title);
        var text = (closing, until) switch
        {
            ({ } closed, { } over) => new LocalizedText($"{title.En}: since {from}, settled on {Day(closed.OccurredOn)}; over on {Day(over)}.", $"{title.Zh}：始于 {from}，{Day(closed.OccurredOn)} 了结，{Day(over)} 起解除。"),
            (null, { } over) => new LocalizedText($"{title.En}: since {from}; over on {Day(over)}.", $"{title.Zh}：始于 {from}，{Day(over)} 起解除。"),
            _ => new LocalizedText($"{title.En}: since {from}, not settled yet; {window.CoolingDays} days after it is.", $"{title.Zh}：始于 {from}，尚未了结；了结 {window.CoolingDays} 天后解除。"),
        };
        return new Reason("timing", text) { Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["since"] = from, ["until"] = until is { } last ? Day(last) : "" } };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
