using System.Globalization;
using System.Text;

namespace Clientele.Documents;

/// <summary>Content as seven-bit lines of at most 76 characters (RFC 2045).</summary>
internal static class TransferEncoding
{
    private const int LineLength = 76;

    /// <summary>Text in the shorter of quoted-printable and base64; its lines end in CRLF, as those of all text in a mail do.</summary>
    public static (string Name, string Content) Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
        // Quoted-printable takes three characters for a byte beyond ASCII, base64 four for three of any.
        return bytes.Count(value => value >= 0x80) * 6 > bytes.Length ? ("base64", Base64(bytes)) : ("quoted-printable", QuotedPrintable(bytes));
    }

    /// <summary>Bytes in base64.</summary>
    public static string Base64(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 4 / 3);
        // 57 bytes fill a line of 76.
        for (var at = 0; at < bytes.Length; at += 57)
        {
            text.Append(Convert.ToBase64String(bytes.Slice(at, Math.Min(57, bytes.Length - at)))).Append("\r\n");
        }

        return text.ToString();
    }

    private static string QuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n')
            {
                text.Append("\r\n");
                length = 0;
                at++;
                continue;
            }

            // Room for the longest piece and for the sign that the line goes on.
            if (length > LineLength - 4)
            {
                text.Append("=\r\n");
                length = 0;
            }

            var endsLine = at + 1 == bytes.Length || bytes[at + 1] == '\r';
            // A dot or From at the beginning of a line means something to some mail servers, white space at its end is lost.
            var plain = bytes[at] is >= 0x21 and <= 0x7E and not (byte)'=' && !(length == 0 && bytes[at] is (byte)'.' or (byte)'F') || (bytes[at] is (byte)' ' or (byte)'\t' && !endsLine);
            var piece = plain ? ((char)bytes[at]).ToString() : string.Create(CultureInfo.InvariantCulture, $"={bytes[at]:X2}");
            text.Append(piece);
            length += piece.Length;
        }

        return text.ToString();
    }
}
