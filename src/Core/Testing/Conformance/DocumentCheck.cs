using Clientele.Documents;
using Clientele.Templating;

namespace Clientele.Testing;

/// <summary>Renders every letter and report in both languages, twice, with much known and with little; and tries to send letters to somebody who refused them.</summary>
internal sealed class DocumentCheck
{
    private static readonly DocumentLanguage[] Languages = [DocumentLanguage.Chinese, DocumentLanguage.English];

    private readonly Crm _crm;
    private readonly DateOnly _asOf;
    private readonly Firm _firm = new() { Name = new("Sample Firm", "样例公司") };
    private readonly LetterGate _open = new([], new TemplateEngine(new TemplateOptions()));
    private readonly LetterRenderer _letters;
    private readonly ReportRenderer _reports;

    private DocumentCheck(Crm crm, DateOnly asOf)
    {
        _crm = crm;
        _asOf = asOf;
        var folders = crm.Catalogue.Origins.Where(origin => origin.TemplateFolder is not null).DistinctBy(origin => origin.Prefix, StringComparer.Ordinal).ToDictionary(origin => origin.Prefix, origin => origin.TemplateFolder!, StringComparer.Ordinal);
        var templates = new TemplateSource(workspace: null, folders);
        _letters = new LetterRenderer(templates);
        _reports = new ReportRenderer(templates);
    }

    public static async Task RunAsync(Crm crm, Registration registration, DateOnly asOf, Findings findings, CancellationToken cancellationToken)
    {
        var check = new DocumentCheck(crm, asOf);
        var wrong = new List<string>();
        var unguarded = new List<string>();
        foreach (var letter in registration.Letters)
        {
            if (CouldGoToAnybody(letter, registration))
            {
                unguarded.Add($"letter {letter.Name} could go to anybody: state the Purpose that the client must have agreed to, the MatterType whose contract it performs or the Policy that calls for it, or register a guard that names it");
            }

            await check.LetterAsync(letter, wrong, unguarded, cancellationToken).ConfigureAwait(false);
        }

        findings.Each(ConformanceChecks.Letters, wrong, $"{registration.Letters.Count} letters render in both languages, with much and with little known, the same twice", sentence => sentence);
        findings.Each(ConformanceChecks.Guards, unguarded, "every letter is called for by a consent, a matter, a policy or a guard, and none goes to a person who refused its purpose", sentence => sentence);
        var reports = new List<string>();
        foreach (var report in registration.Reports)
        {
            await check.ReportAsync(report, reports, cancellationToken).ConfigureAwait(false);
        }

        findings.Each(ConformanceChecks.Reports, reports, $"{registration.Reports.Count} reports render in both languages, the same twice", sentence => sentence);
    }

    private static bool CouldGoToAnybody(LetterDefinition letter, Registration registration) =>
        letter.Purpose.Length == 0 && letter.MatterType.Length == 0 && letter.Policy.Length == 0
        && !registration.Guards.Any(guard => guard.AllowedWhen.Contains($"'{letter.Name}'", StringComparison.Ordinal));

    private async Task LetterAsync(LetterDefinition letter, List<string> wrong, List<string> unguarded, CancellationToken cancellationToken)
    {
        if (await FactsAsync(letter, cancellationToken).ConfigureAwait(false) is not { } much)
        {
            wrong.Add($"letter {letter.Name}: no matter of type {letter.MatterType} can reach a stage it is written in");
            return;
        }

        var little = much with
        {
            Client = new Client { Id = much.Client.Id, Name = "Sample", Since = much.Client.Since },
            Attributes = [], Contact = null, Consents = [], Measures = new Dictionary<string, decimal?>(StringComparer.Ordinal), Segments = [], LastTouch = null, Owner = "", FollowUp = null,
            Matter = much.Matter is { } matter ? matter with { Details = [], Amount = 0 } : null,
        };
        foreach (var language in Languages)
        {
            foreach (var facts in new[] { much with { Language = language }, little with { Language = language } })
            {
                Try(wrong, $"letter {letter.Name} in {language}", () => _letters.Render(_open.Check(facts).Require(), cancellationToken).OutputHash);
            }
        }

        var gate = new LetterGate(_crm.Catalogue.Guards.Values, new TemplateEngine(new TemplateOptions()));
        var refused = much with { Consents = [.. much.Consents.Select(consent => consent with { Granted = false })] };
        if (letter.Purpose.Length > 0 && gate.Check(refused).Allowed)
        {
            unguarded.Add($"letter {letter.Name} goes to a person who refused '{letter.Purpose}'");
        }
    }

    private async Task<LetterFacts?> FactsAsync(LetterDefinition letter, CancellationToken cancellationToken)
    {
        var reader = new LetterFactsReader(_crm.Store, _crm.Catalogue);
        await foreach (var client in _crm.Store.Clients.AllAsync(cancellationToken).ConfigureAwait(false))
        {
            var measures = await _crm.Measures.OfClientAsync(client.Id, _asOf, cancellationToken).ConfigureAwait(false);
            try
            {
                return await reader.ReadAsync(
                    new LetterRequest { Letter = letter, Client = client.Id, AsOf = _asOf, Firm = _firm },
                    measures.ToDictionary(value => value.Measure.Name, value => value.Value, StringComparer.Ordinal),
                    cancellationToken).ConfigureAwait(false);
            }
            catch (ClienteleException error) when (error.Code == ErrorCodes.LetterUnsuitable)
            {
                // This client has no matter that the letter could be about; the next one may.
            }
        }

        return null;
    }

    private async Task ReportAsync(ReportDefinition report, List<string> wrong, CancellationToken cancellationToken)
    {
        var values = report.Measure.Length > 0 ? _crm.Measures.OfAllAsync(report.Measure, _asOf, cancellationToken) : AsyncEnumerable.Empty<KeyValuePair<ClientId, decimal>>();
        var facts = await new ReportFactsReader(_crm.Store, _crm.Catalogue).ReadAsync(report, _asOf, _firm, values, cancellationToken).ConfigureAwait(false);
        var little = new ReportFacts { Report = report, AsOf = _asOf, Currency = facts.Currency, Firm = _firm };
        foreach (var language in Languages)
        {
            Try(wrong, $"report {report.Name} in {language}", () => _reports.Render(facts, language, cancellationToken).OutputHash);
            Try(wrong, $"report {report.Name} in {language} over no clients", () => _reports.Render(little, language, cancellationToken).OutputHash);
        }
    }

    private static void Try(List<string> wrong, string what, Func<string> render)
    {
        try
        {
            if (render() != render())
            {
                wrong.Add($"{what}: the same facts give two different documents");
            }
        }
        catch (ClienteleException error)
        {
            wrong.Add($"{what}: {error.Message}");
        }
    }
}
