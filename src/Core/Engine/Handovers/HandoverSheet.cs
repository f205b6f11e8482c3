using Clientele.Documents;
using Clientele.Templating;

namespace Clientele.Handovers;

/// <summary>Renders the file of a handover as a page for both to sign.</summary>
internal sealed class HandoverSheet(TemplateSource source, Firm firm, string currency)
{
    private const string Path = "sheets/handover.html";
    private const string Layout = "layouts/report.html";

    private static readonly LocalizedText Title = new("Handover sheet", "客户移交单");

    public string Render(HandoverFile file, LocalizedText stage, bool invented, DateOnly asOf, DocumentLanguage language, CancellationToken cancellationToken)
    {
        var templates = new TemplateSet(source, TemplateBudget.Default);
        var sheet = new DocumentTemplate(Origin.CorePrefix, Path, language, currency);
        var model = Model(file, stage, invented, asOf, language, firm);
        model["subject"] = language.Choose(Title);
        model["body"] = new SafeText(templates.Render(sheet, model, cancellationToken), Escaping.Html);
        return templates.Render(sheet with { Path = Layout }, model, cancellationToken).ReplaceLineEndings("\n").Trim('\n') + "\n";
    }

    public static Dictionary<string, object?> Model(HandoverFile file, LocalizedText stage, bool invented, DateOnly asOf, DocumentLanguage language, Firm firm) => new(StringComparer.Ordinal)
    {
        ["firm"] = ModelObject.Firm(firm, language),
        ["as_of"] = ModelObject.Day(asOf),
        ["culture"] = language.Culture,
        ["invented"] = invented,
        ["handover"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["client"] = SingleLine.Of(file.Client.Name),
            ["from"] = SingleLine.Of(file.From),
            ["to"] = SingleLine.Of(file.To),
            ["role"] = SingleLine.Of(file.Role),
            ["stage_title"] = language.Choose(stage),
            ["since"] = ModelObject.Day(file.Since),
            ["due"] = ModelObject.Day(file.Due),
            ["consulted_until"] = ModelObject.Day(file.ConsultedUntil),
            ["sections"] = file.Sections.Select(section => (object?)new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["title"] = language.Choose(section.Title),
                ["stated"] = SingleLine.Of(section.Stated),
                ["missing"] = section.Missing,
                ["lines"] = section.Lines.Select(line => (object?)SingleLine.Of(language.Choose(line))).ToList(),
            }).ToList(),
        },
    };
}
