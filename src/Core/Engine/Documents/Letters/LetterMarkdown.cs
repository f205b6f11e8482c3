using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Clientele.Documents;

/// <summary>A letter's Markdown taken apart: the subject from its first heading of the first level, and the body as HTML and as plain text.</summary>
/// <param name="Subject">The subject, on one line.</param>
/// <param name="Html">The body as HTML elements.</param>
/// <param name="Text">The body as plain text, without a line break at the end.</param>
internal sealed record LetterMarkdown(string Subject, string Html, string Text)
{
    // CommonMark with pipe tables and nothing else: no extension that lets text set attributes, ids or scripts.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>Converts the Markdown that a letter's template gave.</summary>
    /// <param name="markdown">The Markdown.</param>
    /// <param name="language">The language, which decides how paragraphs are set in plain text.</param>
    /// <param name="template">The template's path, for the message.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="ClienteleException">There is no heading to take the subject from, or the blocks nest too deeply (<see cref="ErrorCodes.TemplateInvalid"/>).</exception>
    public static LetterMarkdown Parse(string markdown, DocumentLanguage language, string template)
    {
        var (subject, document) = Blocks(markdown, language, template);
        return new LetterMarkdown(subject, ToHtml(document), PlainText.Of(document, language));
    }

    /// <summary>Takes the Markdown apart without writing it.</summary>
    /// <param name="markdown">The Markdown.</param>
    /// <param name="language">The language.</param>
    /// <param name="template">The template's path, for the message.</param>
    /// <returns>The subject, and the blocks of the body with nothing unsafe among them.</returns>
    /// <exception cref="ClienteleException">As <see cref="Parse"/>.</exception>
    public static (string Subject, MarkdownDocument Body) Blocks(string markdown, DocumentLanguage language, string template)
    {
        var document = Read(markdown, template);
        MarkdownSafety.Apply(document);
        var heading = document.OfType<HeadingBlock>().FirstOrDefault(block => block.Level == 1);
        var subject = heading is null ? "" : SingleLine.Of(PlainText.Of(heading.Inline, language));
        if (heading is null || subject.Length == 0)
        {
            throw new ClienteleException(ErrorCodes.TemplateInvalid, $"The letter template {template} has no subject; begin it with a line such as '# Return visit'.");
        }

        document.Remove(heading);
        return (subject, document);
    }

    private static MarkdownDocument Read(string markdown, string template)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException error)
        {
            // Markdig's answer to lists or quotes nested more than a hundred deep.
            throw new ClienteleException(ErrorCodes.TemplateInvalid, $"The letter template {template} gives Markdown that nests too deeply.", error);
        }
    }

    private static string ToHtml(MarkdownDocument document)
    {
        var html = new StringBuilder();
        using var writer = new StringWriter(html) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        writer.Flush();
        return html.ToString().TrimEnd('\n');
    }
}
