using System.Text;
using System.Text.RegularExpressions;

namespace Clientele.Mailings;

/// <summary>What a delivery status notification (RFC 3464) says about one recipient.</summary>
/// <param name="Address">The recipient's address.</param>
/// <param name="Failed">Whether the letter came back for good; <see langword="false"/> for a delay, a relay or a delivery.</param>
/// <param name="Status">The status of RFC 3463, such as <c>5.1.1</c>; empty when none is given.</param>
/// <param name="Documents">The archived letters that the report may be about, by the message ids in it; empty when it names none.</param>
public sealed record BouncedRecipient(string Address, bool Failed, string Status, IReadOnlyList<Guid> Documents);

/// <summary>Reads delivery status notifications as mail servers really write them.</summary>
/// <remarks>
/// Tolerant on purpose: the fields of <c>message/delivery-status</c> are looked for wherever they stand in the file, because servers nest,
/// forward and mislabel the part. Without an <c>Action</c> the class of the status decides. Stateless and thread-safe.
/// </remarks>
public static partial class BounceReport
{
    /// <summary>Reads a report.</summary>
    /// <param name="text">The whole message, headers included.</param>
    /// <returns>Each recipient it names, once; empty when it is no such report.</returns>
    public static IReadOnlyList<BouncedRecipient> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var documents = LetterMessageId.DocumentsIn(text);
        var found = new Dictionary<string, BouncedRecipient>(StringComparer.OrdinalIgnoreCase);
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Unfolded(text).Append(""))
        {
            if (Field().Match(line) is { Success: true } match)
            {
                fields[match.Groups["name"].Value] = match.Groups["value"].Value.Trim();
            }
            else if (line.Trim().Length == 0)
            {
                Add(fields, documents, found);
                fields.Clear();
            }
        }

        return [.. found.Values];
    }

    private static void Add(Dictionary<string, string> fields, IReadOnlyList<Guid> documents, Dictionary<string, BouncedRecipient> found)
    {
        var recipient = fields.GetValueOrDefault("Original-Recipient") ?? fields.GetValueOrDefault("Final-Recipient");
        if (recipient is null)
        {
            return;
        }

        // "rfc822; name@example.com", with or without the type and the angle brackets.
        var address = recipient[(recipient.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>');
        var status = Status().Match(fields.GetValueOrDefault("Status") ?? "").Value;
        var action = fields.GetValueOrDefault("Action")?.ToLowerInvariant() ?? (status.StartsWith('5') ? "failed" : "");
        if (MissingData.IsAddress(address))
        {
            found[address] = new BouncedRecipient(address, action.StartsWith("failed", StringComparison.Ordinal), status, documents);
        }
    }

    // A line that begins with white space goes on with the field before it.
    private static IEnumerable<string> Unfolded(string text)
    {
        var line = new StringBuilder();
        foreach (var next in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (next.Length > 0 && next[0] is ' ' or '\t' && next.Trim().Length > 0 && line.Length > 0)
            {
                line.Append(' ').Append(next.Trim());
                continue;
            }

            yield return line.ToString();
            line.Clear().Append(next);
        }

        yield return line.ToString();
    }

    [GeneratedRegex("^(?<name>Original-Recipient|Final-Recipient|Action|Status)\\s*:(?<value>.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();

    [GeneratedRegex("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status();
}
