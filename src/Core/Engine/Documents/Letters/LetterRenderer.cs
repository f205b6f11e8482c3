using Clientele.Templating;

namespace Clientele.Documents;

/// <summary>Renders letters that passed the gate: Markdown from the letter's template, as HTML and as plain text inside the layouts.</summary>
/// <remarks>Thread-safe. Templates are read and compiled once; a renderer made later sees what changed since.</remarks>
public sealed class LetterRenderer
{
    private const string HtmlLayout = "layouts/letter.html";
    private const string TextLayout = "layouts/letter.txt";

    // A letter of half a million characters is a mistake in its template; better said than sent.
    private static readonly TemplateBudget Budget = new() { OutputChars = 500_000 };

    private readonly TemplateSet _templates;

    /// <summary>Creates a renderer.</summary>
    /// <param name="templates">Where the templates are.</param>
    public LetterRenderer(TemplateSource templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        _templates = new TemplateSet(templates, Budget);
    }

    /// <summary>Renders a letter.</summary>
    /// <param name="passed">The letter, from <see cref="GateResult.Require"/>.</param>
    /// <param name="cancellationToken">Stops the rendering.</param>
    /// <returns>The letter as it is sent.</returns>
    /// <exception cref="ClienteleException">A template is missing (<see cref="ErrorCodes.TemplateMissing"/>) or invalid (<see cref="ErrorCodes.TemplateInvalid"/>); the message says where.</exception>
    public RenderedLetter Render(PassedLetter passed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(passed);
        var facts = passed.Facts;
        var body = new DocumentTemplate(DocumentTemplate.PrefixOf(facts.Letter.Name), BodyPath(facts), facts.Language, facts.Currency);
        var model = LetterModel.Of(facts);
        var markdown = Lines(_templates.Render(body, model, cancellationToken));
        var letter = LetterMarkdown.Parse(markdown, facts.Language, body.Path);
        var form = LetterForm.Of(facts, letter.Subject);
        model["form"] = LetterModel.Form(form);
        model["subject"] = letter.Subject;
        model["body"] = new SafeText(letter.Html, Escaping.Html);
        var html = Lines(_templates.Render(body with { Path = HtmlLayout }, model, cancellationToken));
        model["body"] = letter.Text;
        var text = Lines(_templates.Render(body with { Path = TextLayout }, model, cancellationToken));
        return new RenderedLetter(letter.Subject, html, text, facts.Language.Culture, body.Path, _templates.Hash(body.Prefix, body.Path, HtmlLayout, TextLayout), OutputHash.Of(html)) { Body = letter.Text, Markdown = markdown, Form = form };
    }

    /// <summary>The templates that a letter is rendered from: its own, the layouts, and what these include by a literal path.</summary>
    internal IReadOnlyDictionary<string, string> Templates(PassedLetter passed) => _templates.Texts(DocumentTemplate.PrefixOf(passed.Facts.Letter.Name), BodyPath(passed.Facts), HtmlLayout, TextLayout);

    private static string BodyPath(LetterFacts facts) => $"letters/{facts.Letter.Template}.{facts.Language.Culture}.md";

    // Values may bring line ends of their own.
    private static string Lines(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n').Trim('\n') + "\n";
}
