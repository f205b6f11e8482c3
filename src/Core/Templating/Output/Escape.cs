using System.Buffers;
using System.Globalization;
using System.Text;

namespace Clientele.Templating;

/// <summary>Escapes one value for the format it is written into.</summary>
internal static class Escape
{
    private static readonly SearchValues<char> HtmlCharacters = SearchValues.Create("&<>\"'\0");
    private static readonly SearchValues<char> CsvCharacters = SearchValues.Create(",;\"\r\n\t");

    /// <summary>Whether the digits, sign and separators of a number mean nothing in the format.</summary>
    public static bool IsNumberSafe(Escaping escaping) => escaping is Escaping.None or Escaping.Html or Escaping.PlainText;

    public static string Text(string text, Escaping escaping, RenderState state) => escaping switch
    {
        Escaping.Html => Html(text),
        Escaping.HtmlAttribute => HtmlAttribute(text),
        Escaping.Markdown => MarkdownEscape.Text(text, state.Output.Line),
        Escaping.Csv => Csv(text),
        Escaping.Json => Json(text),
        Escaping.PlainText => PlainText(text),
        _ => text,
    };

    public static string Html(string text)
    {
        var first = NextInHtml(text);
        if (first < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16).Append(text, 0, first);
        foreach (var c in text.AsSpan(first))
        {
            _ = HtmlCharacters.Contains(c) ? result.Append(Entity(c)) : result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>Where the next character is that means something in HTML, or -1.</summary>
    public static int NextInHtml(ReadOnlySpan<char> text) => text.IndexOfAny(HtmlCharacters);

    /// <summary>What stands for such a character.</summary>
    public static string Entity(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => "\uFFFD",
    };

    // Safe even in an attribute without quotes: whatever could end it becomes a number.
    private static string HtmlAttribute(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c > 0x9F)
            {
                result.Append(c);
            }
            else if (c == '\0')
            {
                result.Append('\uFFFD');
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            }
        }

        return result.ToString();
    }

    private static string Csv(string text)
    {
        // A spreadsheet takes a leading one of these for a formula; an apostrophe before it makes it text.
        var isFormula = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !IsNumber(text);
        if (!isFormula && text.AsSpan().IndexOfAny(CsvCharacters) < 0 && text == text.Trim())
        {
            return text;
        }

        return $"\"{(isFormula ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string Json(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            _ = c switch
            {
                _ when char.IsSurrogate(c) => AppendSurrogate(result, text, ref i),
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                < ' ' or '<' or '>' or '&' or '\'' or '\u2028' or '\u2029' or '\u007F' =>
                    result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    // Half a character is not text.
    private static StringBuilder AppendSurrogate(StringBuilder result, string text, ref int index)
    {
        if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
        {
            return result.Append(text, index++, 2);
        }

        return result.Append('\uFFFD');
    }

    private static string PlainText(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u0008') && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsControl(c) || c is '\n' or '\r' or '\t')
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}
