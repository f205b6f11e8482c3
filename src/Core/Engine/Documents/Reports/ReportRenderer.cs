using Clientele.Templating;

namespace Clientele.Documents;

/// <summary>Renders reports: the report's template, an HTML fragment with tables and charts, inside the layout.</summary>
/// <remarks>Thread-safe. Templates are read and compiled once; a renderer made later sees what changed since.</remarks>
public sealed class ReportRenderer
{
    private const string Layout = "layouts/report.html";

    private readonly TemplateSet _templates;

    /// <summary>Creates a renderer.</summary>
    /// <param name="templates">Where the templates are.</param>
    public ReportRenderer(TemplateSource templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        _templates = new TemplateSet(templates, TemplateBudget.Default);
    }

    /// <summary>Renders a report.</summary>
    /// <param name="facts">What it reports.</param>
    /// <param name="language">The language to write it in.</param>
    /// <param name="cancellationToken">Stops the rendering.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ClienteleException">A template is missing (<see cref="ErrorCodes.TemplateMissing"/>) or invalid (<see cref="ErrorCodes.TemplateInvalid"/>); the message says where.</exception>
    public RenderedReport Render(ReportFacts facts, DocumentLanguage language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(language);
        var fragment = new DocumentTemplate(DocumentTemplate.PrefixOf(facts.Report.Name), $"reports/{facts.Report.Template}.html", language, facts.Currency);
        var model = ReportModel.Of(facts, language);
        var title = language.Choose(facts.Report.Title);
        model["subject"] = title;
        model["body"] = new SafeText(_templates.Render(fragment, model, cancellationToken), Escaping.Html);
        var html = _templates.Render(fragment with { Path = Layout }, model, cancellationToken).Replace("\r\n", "\n").Replace('\r', '\n').Trim('\n') + "\n";
        return new RenderedReport(title, html, language.Culture, fragment.Path, _templates.Hash(fragment.Prefix, fragment.Path, Layout), OutputHash.Of(html));
    }
}
