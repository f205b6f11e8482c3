using System.Globalization;

namespace Clientele.Calendars;

/// <summary>Writes all-day events as an iCalendar object (RFC 5545), which ordinary calendars open or subscribe to.</summary>
/// <remarks>Thread-safe and without state. The same events, title and day give the same text.</remarks>
public static class CalendarFeed
{
    /// <summary>Writes the feed.</summary>
    /// <param name="title">What the calendar is called.</param>
    /// <param name="events">The events, written in this order; uids must differ.</param>
    /// <param name="asOf">The day the feed speaks of; it is the time stamp (DTSTAMP, midnight UTC) of every event.</param>
    /// <returns>The text: lines of at most 75 octets in UTF-8, each ended by CRLF.</returns>
    /// <exception cref="ClienteleException">Two events have one uid, or a uid is blank (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static string Write(string title, IEnumerable<FeedEvent> events, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(events);
        var lines = new ContentLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", "-//Clientele//Calendar feed//EN");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.Add("METHOD", "PUBLISH");
        // The name has a property of its own since RFC 7986; most calendars still read the older one.
        lines.AddText("NAME", title);
        lines.AddText("X-WR-CALNAME", title);
        var uids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in events)
        {
            if (string.IsNullOrWhiteSpace(one.Uid) || !uids.Add(one.Uid))
            {
                throw Supported.Invalid($"The uid '{one.Uid}' of a calendar event is blank or there twice.");
            }

            Write(lines, one, Date(asOf) + "T000000Z");
        }

        lines.Add("END", "VCALENDAR");
        return lines.ToString();
    }

    private static void Write(ContentLines lines, FeedEvent one, string stamp)
    {
        lines.Add("BEGIN", "VEVENT");
        lines.AddText("UID", one.Uid);
        lines.Add("DTSTAMP", stamp);
        // Without an end, an event that starts on a date lasts that one day (RFC 5545, 3.6.1).
        lines.Add("DTSTART;VALUE=DATE", Date(one.Day));
        lines.AddText("SUMMARY", one.Summary);
        if (one.Description.Length > 0)
        {
            lines.AddText("DESCRIPTION", one.Description);
        }

        lines.Add("TRANSP", "TRANSPARENT");
        if (one.AlarmMinutes is { } minutes)
        {
            lines.Add("BEGIN", "VALARM");
            lines.Add("ACTION", "DISPLAY");
            lines.AddText("DESCRIPTION", one.Summary);
            lines.Add("TRIGGER", string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? "-" : "")}PT{Math.Abs((long)minutes)}M"));
            lines.Add("END", "VALARM");
        }

        lines.Add("END", "VEVENT");
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
