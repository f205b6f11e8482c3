using System.Net;
using System.Text;

namespace Clientele.Tests.Documents;

/// <summary>Reads HTML as a browser's tokenizer does, far enough to tell what is markup and what is text.</summary>
internal sealed class HtmlSkeleton
{
    private HtmlSkeleton(IReadOnlyList<string> tags, string text)
    {
        Tags = tags;
        Text = text;
    }

    /// <summary>Every tag with its attributes and their values, as written, in order.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>Everything else, with its entities decoded.</summary>
    public string Text { get; }

    public static HtmlSkeleton Of(string html)
    {
        var tags = new List<string>();
        var text = new StringBuilder();
        var at = 0;
        while (at < html.Length)
        {
            // A "<" before a letter, "/", "!" or "?" begins markup; any other is text.
            var begins = html[at] == '<' && at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?');
            if (!begins)
            {
                text.Append(html[at++]);
                continue;
            }

            var end = End(html, at);
            tags.Add(html[at..end]);
            at = end;
            if (tags[^1].StartsWith("<style", StringComparison.Ordinal))
            {
                at = html.IndexOf("</style>", at, StringComparison.Ordinal);
            }
        }

        return new HtmlSkeleton(tags, WebUtility.HtmlDecode(text.ToString()));
    }

    /// <summary>The page without its style sheet and its script, which are looked at in a browser and not compared.</summary>
    public static string WithoutStyle(string html) => Without(Without(html, "style"), "script");

    private static string Without(string html, string element)
    {
        var begin = html.IndexOf($"<{element}>", StringComparison.Ordinal);
        var end = html.IndexOf($"</{element}>", StringComparison.Ordinal);
        return begin < 0 ? html : html.Remove(begin, end + element.Length + 3 - begin);
    }

    private static int End(string html, int start)
    {
        var quote = '\0';
        for (var at = start; at < html.Length; at++)
        {
            if (quote != '\0')
            {
                quote = html[at] == quote ? '\0' : quote;
            }
            else if (html[at] is '"' or '\'')
            {
                quote = html[at];
            }
            else if (html[at] == '>')
            {
                return at + 1;
            }
        }

        return html.Length;
    }
}
