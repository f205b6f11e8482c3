using System.Globalization;
using System.Text;

namespace Clientele.Documents;

/// <summary>Writes words into the headers of a mail: RFC 5322 with encoded words (RFC 2047) and encoded parameters (RFC 2231).</summary>
/// <remarks>Whatever the words hold, no line end comes out but those of folding, so nothing can add a header. No line is longer than 76 characters.</remarks>
internal static class MailText
{
    // 39 bytes are 64 characters with "=?utf-8?B?" and "?=", which fit beside the name of a header.
    private const int EncodedBytes = 39;
    private const int LineLength = 76;

    /// <summary>A header whose value is text for people.</summary>
    public static string Header(string name, string words) => Folded(name, Words(words));

    /// <summary>A mailbox: the name a person reads, and the address.</summary>
    public static string Mailbox(string header, string words, string address) => Folded(header, SingleLine.Of(words).Length == 0 ? [$"<{address}>"] : [.. Phrase(words), $"<{address}>"]);

    /// <summary>A group without members (RFC 5322, 3.4): somebody without an address.</summary>
    public static string EmptyGroup(string header, string words) => Folded(header, [.. Phrase(words), ":;"]);

    /// <summary>The parameters that hold a file's name; a name beyond ASCII in as many as its length asks for (RFC 2231).</summary>
    public static IReadOnlyList<string> FileName(string name)
    {
        var line = SingleLine.Of(name);
        if (line.Length <= 60 && line.All(character => IsPlain((byte)character) && char.IsAscii(character)))
        {
            return [$"filename=\"{line}\""];
        }

        var pieces = Pieces(line, 18).Select(piece => string.Concat(piece.Select(value => IsPlain(value) ? ((char)value).ToString() : $"%{value:X2}"))).ToList();
        return pieces.Count == 1
            ? [$"filename*=utf-8''{pieces[0]}"]
            : [.. pieces.Select((piece, index) => string.Create(CultureInfo.InvariantCulture, $"filename*{index}*={(index == 0 ? "utf-8''" : "")}{piece}"))];
    }

    private static bool IsPlain(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'.' or (byte)'-' or (byte)'_';

    // Words of printable ASCII stand as they are, unless they could be taken for encoded ones or do not fit on a line.
    private static IReadOnlyList<string> Words(string text)
    {
        var line = SingleLine.Of(text);
        var words = line.Split(' ');
        return line.All(char.IsAscii) && !line.Contains("=?", StringComparison.Ordinal) && Array.TrueForAll(words, word => word.Length < LineLength - 12) ? words : Encoded(line);
    }

    private static IReadOnlyList<string> Phrase(string text)
    {
        var line = SingleLine.Of(text);
        return line.Length == 0 ? ["\"\""]
            : line.Length < LineLength - 12 && line.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '-') ? [line]
            : Encoded(line);
    }

    private static IReadOnlyList<string> Encoded(string text) => [.. Pieces(text, EncodedBytes).Select(piece => $"=?utf-8?B?{Convert.ToBase64String(piece)}?=")];

    // A character is never cut in two.
    private static IEnumerable<byte[]> Pieces(string text, int bytes)
    {
        var piece = new MemoryStream();
        var rune = new byte[4];
        foreach (var next in text.EnumerateRunes())
        {
            var length = next.EncodeToUtf8(rune);
            if (piece.Length + length > bytes)
            {
                yield return piece.ToArray();
                piece.SetLength(0);
            }

            piece.Write(rune, 0, length);
        }

        yield return piece.ToArray();
    }

    /// <summary>A header of words that may stand on lines of their own.</summary>
    public static string Folded(string name, IReadOnlyList<string> words)
    {
        var header = new StringBuilder(name).Append(':');
        var length = header.Length;
        foreach (var word in words)
        {
            if (length + word.Length + 1 > LineLength)
            {
                header.Append("\r\n");
                length = 0;
            }

            header.Append(' ').Append(word);
            length += word.Length + 1;
        }

        return header.Append("\r\n").ToString();
    }
}
