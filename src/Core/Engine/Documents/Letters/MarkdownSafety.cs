using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Clientele.Documents;

/// <summary>Takes out of parsed Markdown what a letter must not carry: links that could run something, and pictures, which a mail program would fetch from elsewhere.</summary>
internal static class MarkdownSafety
{
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    public static void Apply(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !IsSafe(InlineText.AddressOf(link)))
            {
                Unwrap(link);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    // Only what begins with one of four schemes passes; anything else, however it is spelt, is text.
    private static bool IsSafe(string url) => Array.Exists(Schemes, scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }
}
