using System.Text.RegularExpressions;

namespace Clientele.Calendars.Tests;

/// <summary>Reads a feed back by the rules of RFC 5545: unfold, split at the first colon, unescape. An event has its alarm's properties too, but for the repeated description.</summary>
internal static class IcsReader
{
    public static IReadOnlyList<Dictionary<string, string>> Read(string text)
    {
        var events = new List<Dictionary<string, string>>();
        var inAlarm = false;
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], Regex.Replace(line[(colon + 1)..], @"\\(.)", escaped => escaped.Groups[1].Value == "n" ? "\n" : escaped.Groups[1].Value, RegexOptions.None, TimeSpan.FromSeconds(1)));
            inAlarm = (name, value) switch { ("BEGIN", "VALARM") => true, ("END", "VALARM") => false, _ => inAlarm };
            if ((name, value) == ("BEGIN", "VEVENT"))
            {
                events.Add([]);
            }
            else if (events.Count > 0 && name is not ("BEGIN" or "END") && !(inAlarm && name == "DESCRIPTION"))
            {
                events[^1].Add(name, value);
            }
        }

        return events;
    }
}
