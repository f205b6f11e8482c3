using Clientele.Insights;
using Clientele.Measures;
using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>A report and the facts it rests on.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Report">The report.</param>
public sealed record WrittenReport(ReportFacts Facts, RenderedReport Report);

/// <summary>Writes reports: gathers the facts, renders, archives.</summary>
/// <remarks>Thread-safe. Run the segments of the day and plan its care first: a report shows what is stored.</remarks>
public sealed class ReportDesk
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly MeasureReader _measures;
    private readonly InsightDesk _insights;
    private readonly ReportFactsReader _facts;
    private readonly ReportRenderer _renderer;
    private readonly Firm _firm;
    private readonly bool _demonstration;

    internal ReportDesk(Store store, Catalogue catalogue, MeasureReader measures, InsightDesk insights, TemplateSource templates, ClienteleOptions options)
    {
        _store = store;
        _catalogue = catalogue;
        _measures = measures;
        _insights = insights;
        _facts = new ReportFactsReader(store, catalogue);
        _renderer = new ReportRenderer(templates);
        _firm = options.Firm;
        _demonstration = options.Demonstration;
    }

    /// <summary>Writes a report in one or more languages from one gathering of the facts.</summary>
    /// <param name="report">The report's name.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="languages">The languages.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The report in each language, in their order.</returns>
    /// <exception cref="ClienteleException">Nobody registered the report (<see cref="ErrorCodes.RegistrationUnknown"/>), or its template is missing or cannot be rendered (<see cref="ErrorCodes.TemplateMissing"/>, <see cref="ErrorCodes.TemplateInvalid"/>).</exception>
    public async Task<IReadOnlyList<WrittenReport>> WriteAsync(string report, DateOnly asOf, IReadOnlyList<DocumentLanguage> languages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(languages);
        var definition = _catalogue.Reports.GetValueOrDefault(report) ?? throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registered the report '{report}'; there are: {string.Join(", ", _catalogue.Reports.Keys)}.");
        return await WriteAsync(definition, asOf, languages, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes one insight as a report of its own: the same page that a report which names it would show.</summary>
    /// <param name="insight">The insight's name.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="language">The language.</param>
    /// <param name="settings">The settings that differ from those of <see cref="ClienteleOptions.InsightSettings"/>; none by default.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ClienteleException">Nobody registered the insight (<see cref="ErrorCodes.RegistrationUnknown"/>), or what is set for it is not allowed (<see cref="ErrorCodes.SettingInvalid"/>).</exception>
    public async Task<WrittenReport> WriteInsightAsync(string insight, DateOnly asOf, DocumentLanguage language, IReadOnlyDictionary<string, string?>? settings = null, CancellationToken cancellationToken = default)
    {
        var title = _catalogue.Insights.GetValueOrDefault(insight)?.Title ?? LocalizedText.Same(insight);
        var definition = new ReportDefinition { Name = $"{Origin.CorePrefix}.insights", Title = title, Template = "insights", Insights = [insight], Top = 100 };
        var facts = await _facts.OfInsightsAsync(definition, asOf, _firm, cancellationToken).ConfigureAwait(false);
        facts = facts with { Invented = facts.Invented || _demonstration, Insights = await InsightsAsync(definition, asOf, settings, cancellationToken).ConfigureAwait(false) };
        return new WrittenReport(facts, _renderer.Render(facts, language, cancellationToken));
    }

    private async Task<IReadOnlyList<WrittenReport>> WriteAsync(ReportDefinition definition, DateOnly asOf, IReadOnlyList<DocumentLanguage> languages, CancellationToken cancellationToken)
    {
        var values = definition.Measure.Length == 0 ? AsyncEnumerable.Empty<KeyValuePair<ClientId, decimal>>() : _measures.OfAllAsync(definition.Measure, asOf, cancellationToken);
        var facts = await _facts.ReadAsync(definition, asOf, _firm, values, cancellationToken).ConfigureAwait(false);
        facts = facts with { Invented = facts.Invented || _demonstration, Insights = await InsightsAsync(definition, asOf, null, cancellationToken).ConfigureAwait(false) };
        return [.. languages.Select(language => new WrittenReport(facts, _renderer.Render(facts, language, cancellationToken)))];
    }

    /// <summary>Keeps the archive's row of a written report.</summary>
    /// <param name="written">The report.</param>
    /// <param name="path">Where it was written; empty when it was only handed over.</param>
    /// <param name="cancellationToken">Stops the archiving.</param>
    /// <returns>A task that ends when the row is safe.</returns>
    public async Task ArchiveAsync(WrittenReport written, string path = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(written);
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.ArchiveAsync(DocumentArchive.Of(written.Facts, written.Report, path), cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<ShownInsight>> InsightsAsync(ReportDefinition definition, DateOnly asOf, IReadOnlyDictionary<string, string?>? settings, CancellationToken cancellationToken)
    {
        var shown = new List<ShownInsight>();
        foreach (var insight in definition.Insights)
        {
            var run = await _insights.RunAsync(insight, asOf, settings, cancellationToken).ConfigureAwait(false);
            shown.Add(await _insights.NameAsync(run, definition.Top, cancellationToken).ConfigureAwait(false));
        }

        return shown;
    }
}
