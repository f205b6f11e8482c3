using System.Text.RegularExpressions;

namespace Clientele.Mailings;

/// <summary>The id of a message, from which a bounce report finds its entry again. The same entry has the same id, so that a mailbox that got it twice could tell.</summary>
internal static partial class LetterMessageId
{
    public static string Of(Guid entry, string from) => $"<letter.{entry:N}@{from[(from.LastIndexOf('@') + 1)..]}>";

    public static Guid? EntryOf(string messageId) => Pattern().Match(messageId) is { Success: true } match ? Guid.ParseExact(match.Groups["entry"].Value, "N") : null;

    [GeneratedRegex("<letter\\.(?<entry>[0-9a-f]{32})@", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
