using System.Runtime.InteropServices;
using System.Text;

namespace Clientele.Templating;

/// <summary>
/// Escapes a value so that a CommonMark processor with tables reads it as text and nothing else: no emphasis, link, heading, list,
/// table cell, code or raw HTML can come out of it. A character is escaped only where it could act, so that text stays readable.
/// </summary>
internal static class MarkdownEscape
{
    private static readonly string[] HarmlessSchemes = ["http:", "https:", "mailto:", "tel:"];

    public static string Text(string text, in LineState line)
    {
        if (line.IsInLinkDestination)
        {
            return LinkDestination(text, line.IsLinkStart);
        }

        var start = LineStart.Of(text, line.IsStart);
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            Add(result, text, i, start);
        }

        return result.ToString();
    }

    // Percent signs for whatever could end the destination. A value that brings the scheme may bring only one that fetches or writes,
    // because `javascript:` would be code.
    private static string LinkDestination(string text, bool isLinkStart)
    {
        var escaped = Uri.EscapeDataString(text.Replace("\0", "", StringComparison.Ordinal)).Replace("%2F", "/", StringComparison.Ordinal)
            .Replace("%3F", "?", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal).Replace("%23", "#", StringComparison.Ordinal)
            .Replace("_", "%5F", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal);
        var hasHarmlessScheme = Array.Exists(HarmlessSchemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        return isLinkStart && !hasHarmlessScheme ? escaped : escaped.Replace("%3A", ":", StringComparison.Ordinal);
    }

    private static void Add(StringBuilder result, string text, int index, in LineStart start)
    {
        var c = text[index];
        switch (c)
        {
            case '\r':
                break;
            case '\n' or '\u2028' or '\u2029' or '\v' or '\f' or '\u0085':
                // A line break inside a value could start a block or a table row: it becomes a space.
                result.Append(result.Length > 0 && result[^1] != ' ' ? " " : "");
                break;
            case ' ' or '\t' when (start.IsStart && result.Length == 0) || (result.Length > 0 && result[^1] == ' '):
                // Four spaces at the start of a line would be code, two at the end a line break.
                break;
            case '\t':
                result.Append(' ');
                break;
            case '<' or '>' or '&' or '"' or '\'':
                result.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => "&#39;" });
                break;
            case '\0':
                result.Append('\uFFFD');
                break;
            default:
                result.Append(Acts(text, index, start) ? "\\" : "").Append(c);
                break;
        }
    }

    private static bool Acts(string text, int index, in LineStart start) => text[index] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '|' or '~' or '{' => true,
        '_' => !(IsWordBefore(text, index) && IsWordAfter(text, index)),
        '!' => index + 1 == text.Length,
        '#' or '+' or '-' or '=' => start.IsStart && index <= start.Marks,
        ')' => EndsListNumber(text, index, start),
        '.' => EndsListNumber(text, index, start) || StartsAutolink(text, index),
        ':' => (start.IsStart && index <= start.Marks) || StartsAutolink(text, index),
        '@' => true,
        _ => false,
    };

    private static bool IsWordBefore(string text, int index) => index > 0 && char.IsAsciiLetterOrDigit(text[index - 1]);

    private static bool IsWordAfter(string text, int index) => index + 1 < text.Length && char.IsAsciiLetterOrDigit(text[index + 1]);

    // `1.` or `1)` at the start of a line would begin an ordered list.
    private static bool EndsListNumber(string text, int index, in LineStart start) =>
        start.IsStart && index <= start.Digits && (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1]));

    // Bare addresses become links with common extensions: `http://`, `www.` and `a@b`.
    private static bool StartsAutolink(string text, int index) => text[index] switch
    {
        ':' => index + 2 < text.Length && text[index + 1] == '/' && text[index + 2] == '/',
        _ => index >= 3 && text.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>How far the marks, and the digits, reach that a value begins with; found once, because a value can be nothing else.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct LineStart(bool IsStart, int Marks, int Digits)
    {
        public static LineStart Of(string text, bool isStart) => isStart
            ? new LineStart(true, Length(text, static c => c is '#' or '+' or '-' or '=' or ':'), Length(text, char.IsAsciiDigit))
            : default;

        private static int Length(string text, Func<char, bool> belongs)
        {
            var length = 0;
            while (length < text.Length && (char.IsWhiteSpace(text[length]) || belongs(text[length])))
            {
                length++;
            }

            return length;
        }
    }
}
