using System.Text.RegularExpressions;

namespace Clientele.Quotations;

/// <summary>How a quotation is named in letters.</summary>
internal static partial class QuotationReference
{
    public static string Of(RegisterEntryId id) => $"QT-{Convert.ToHexString(id.Value.ToByteArray(bigEndian: true).AsSpan(0, 6))}";

    /// <summary>The references in a text with their places.</summary>
    public static IEnumerable<(string Reference, int Index)> In(string text) => Pattern().Matches(text).Select(match => (match.Value, match.Index));

    /// <summary>The first bytes of the id that a reference names.</summary>
    public static byte[] Bytes(string reference) => Convert.FromHexString(reference.AsSpan(3));

    [GeneratedRegex("QT-[0-9A-F]{12}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
