using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax.Inlines;

namespace Clientele.Documents;

/// <summary>Turns what stands inside a paragraph of Markdown into runs and links.</summary>
/// <remarks>Not thread-safe: it numbers the links of one document in their order.</remarks>
/// <param name="language">The language of the letter.</param>
internal sealed class WordInlines(DocumentLanguage language)
{
    private readonly List<string> _links = [];

    /// <summary>The addresses of the document's links; the one at index n has the relationship <c>link{n + 1}</c>.</summary>
    public IReadOnlyList<string> Links => _links;

    /// <summary>The runs of a paragraph or a cell.</summary>
    public IEnumerable<OpenXmlElement> Of(ContainerInline? inlines) => Of(inlines, new Face(Bold: false, Italic: false, Style: ""));

    private IEnumerable<OpenXmlElement> Of(ContainerInline? inlines, Face face) => inlines is null ? [] : inlines.SelectMany(inline => Of(inline, face));

    private IEnumerable<OpenXmlElement> Of(Inline inline, Face face) => inline switch
    {
        LinkInline link => [.. Linked(InlineText.AddressOf(link), Of(link, face with { Style = "Hyperlink" })), .. Text(InlineText.After(link, language), face)],
        AutolinkInline address => Linked((address.IsEmail ? "mailto:" : "") + address.Url, Text(address.Url, face with { Style = "Hyperlink" })),
        EmphasisInline emphasis => Of(emphasis, emphasis.DelimiterCount >= 2 ? face with { Bold = true } : face with { Italic = true }),
        ContainerInline container => Of(container, face),
        CodeInline code => Text(code.Content, face with { Style = "CodeText" }),
        _ => Text(InlineText.Of(inline, language), face),
    };

    private static IEnumerable<OpenXmlElement> Text(string text, Face face) => text.Length == 0 ? [] : [WordText.Run(text, face.Properties())];

    // Word takes a file for damaged when one address in it is not an address.
    private IEnumerable<OpenXmlElement> Linked(string address, IEnumerable<OpenXmlElement> words)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return words;
        }

        _links.Add(uri.AbsoluteUri);
        return [new Hyperlink(words) { Id = $"link{_links.Count}", History = true }];
    }

    private sealed record Face(bool Bold, bool Italic, string Style)
    {
        public RunProperties? Properties()
        {
            var properties = new RunProperties();
            if (Style.Length > 0)
            {
                properties.AddChild(new RunStyle { Val = Style });
            }

            if (Bold)
            {
                properties.AddChild(new Bold());
            }

            if (Italic)
            {
                properties.AddChild(new Italic());
            }

            return properties.HasChildren ? properties : null;
        }
    }
}
