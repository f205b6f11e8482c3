using Markdig.Syntax.Inlines;

namespace Clientele.Documents;

/// <summary>The text of what stands inside a line of Markdown, the same in every format that is not HTML.</summary>
internal static class InlineText
{
    /// <summary>The text of an inline that holds no other; a line feed for a line break that the letter asks for.</summary>
    public static string Of(Inline inline, DocumentLanguage language) => inline switch
    {
        // Chinese is written without spaces, so a line that merely ends in the template leaves none.
        LineBreakInline line => line.IsHard ? "\n" : language.Choose(" ", ""),
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        CodeInline code => code.Content,
        AutolinkInline address => address.Url,
        _ => "",
    };

    /// <summary>The address behind a link's words, for a reader on paper: in brackets, and nothing where the words are the address.</summary>
    public static string After(LinkInline link, DocumentLanguage language)
    {
        var address = AddressOf(link);
        return address.Length == 0 || address.EndsWith(PlainText.Of(link, language), StringComparison.Ordinal)
            ? ""
            : $"{language.Choose(" (", "\uFF08")}{address}{language.Choose(")", "\uFF09")}";
    }

    /// <summary>Where a link leads.</summary>
    public static string AddressOf(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
}
