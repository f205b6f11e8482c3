using System.Net;
using System.Text;

namespace Clientele.Templating;

/// <summary>The module <c>html</c>. In an HTML template, what it has made safe is not escaped a second time.</summary>
internal static class HtmlFunctions
{
    private const int CharactersPerStep = 64;
    private const string UriCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~;/?:@&=+$,#[]!'()*";

    public static BuiltinModule Module() => new ModuleBuilder("html")
        .Add("escape", "text:s", static (in Call call, ReadOnlySpan<Value> a) => Safe(call, a[0], WebUtility.HtmlEncode))
        .Add("newline_to_br", "text:s", NewLineToBr)
        .Add("strip", "text:s", static (in Call call, ReadOnlySpan<Value> a) => a[0].IsNull ? Value.Null : call.Text(Strip(call, a[0].Text)))
        .Add("url_encode", "text:s", static (in Call call, ReadOnlySpan<Value> a) => a[0].IsNull ? Value.Null : call.Text(Uri.EscapeDataString(a[0].Text)))
        .Add("url_escape", "text:s", static (in Call call, ReadOnlySpan<Value> a) => a[0].IsNull ? Value.Null : call.Text(UrlEscape(a[0].Text)))
        .Build();

    private static Value Safe(in Call call, in Value text, Func<string, string> change)
    {
        if (text.IsNull)
        {
            return Value.Null;
        }

        var changed = change(text.Text);
        return call.State.Escaping == Escaping.Html ? Value.Of(new SafeText(changed, Escaping.Html)) : call.Text(changed);
    }

    private static Value NewLineToBr(in Call call, ReadOnlySpan<Value> a)
    {
        var escapes = call.State.Escaping == Escaping.Html;
        return Safe(call, a[0], text => AddBreaks(escapes ? Clientele.Templating.Escape.Html(text) : text));
    }

    private static string AddBreaks(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'))
            {
                result.Append("<br />");
            }
            else if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                result.Append("<br />");
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }

    private static string Strip(in Call call, string text)
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        while (position < text.Length)
        {
            var end = text[position] == '<' ? TagEnd(call, text, position) : -1;
            if (end < 0)
            {
                result.Append(text[position++]);
            }
            else
            {
                position = end;
            }
        }

        return result.ToString();
    }

    // Where the tag, comment or script that starts here ends; -1 when it does not. What is looked through is charged, because text full of
    // beginnings without an end is looked through from each of them.
    private static int TagEnd(in Call call, string text, int start)
    {
        foreach (var (open, close) in new[] { ("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>") })
        {
            if (string.Compare(text, start, open, 0, open.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                var end = text.IndexOf(close, start, StringComparison.OrdinalIgnoreCase);
                call.State.ChargeSteps(call.Span, 1 + (((end < 0 ? text.Length : end) - start) / CharactersPerStep));
                if (end >= 0)
                {
                    return end + close.Length;
                }
            }
        }

        var quote = '\0';
        for (var i = start + 1; i < text.Length; i++)
        {
            if ((i - start) % CharactersPerStep == 0)
            {
                call.State.Step(call.Span);
            }

            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && text[i - 1] == '=')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static string UrlEscape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && UriCharacters.Contains((char)rune.Value, StringComparison.Ordinal))
            {
                result.Append((char)rune.Value);
            }
            else
            {
                result.Append(Uri.EscapeDataString(rune.ToString()));
            }
        }

        return result.ToString();
    }
}
