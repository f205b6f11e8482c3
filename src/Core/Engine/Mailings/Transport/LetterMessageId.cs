using System.Text.RegularExpressions;

namespace Clientele.Mailings;

/// <summary>The id of a message, from which a bounce report finds its letter again: that of the archived .eml, the same for every attempt.</summary>
internal static partial class LetterMessageId
{
    public static string Of(Guid document, string from) => $"<{document:N}@{from[(from.LastIndexOf('@') + 1)..]}>";

    /// <summary>Every document that a text may name so.</summary>
    public static IReadOnlyList<Guid> DocumentsIn(string text) => [.. Pattern().Matches(text).Select(match => Guid.ParseExact(match.Groups["document"].Value, "N")).Distinct()];

    [GeneratedRegex("<(?<document>[0-9a-f]{32})@", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
