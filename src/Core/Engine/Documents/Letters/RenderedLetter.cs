namespace Clientele.Documents;

/// <summary>A letter as it is sent.</summary>
/// <param name="Subject">The subject, on one line.</param>
/// <param name="Html">A complete HTML page.</param>
/// <param name="Text">The same as plain text.</param>
/// <param name="Culture">The culture it is written in.</param>
/// <param name="TemplatePath">The path of its template inside the template folders.</param>
/// <param name="TemplateHash">The SHA-256 over its template, the layouts and what they include.</param>
/// <param name="OutputHash">The SHA-256 of the HTML.</param>
/// <remarks>Lines end in a line feed. The same facts and templates give the same bytes on every machine.</remarks>
public sealed record RenderedLetter(string Subject, string Html, string Text, string Culture, string TemplatePath, string TemplateHash, string OutputHash)
{
    /// <summary>The body alone as plain text, without letterhead, salutation and signature.</summary>
    public string Body { get; init; } = "";

    /// <summary>What the letter's own template gave: its subject and body in Markdown, the values in it escaped.</summary>
    public required string Markdown { get; init; }

    /// <summary>Everything around the body: letterhead, recipient, salutation, closing, signature.</summary>
    public required LetterForm Form { get; init; }
}
