using Clientele.Insights;
using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Archive;
using Clientele.Storage.Writing;
using Clientele.Templating;
using Clientele.Timing;

namespace Clientele.Documents;

/// <summary>A letter that was written, or why it was not.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Gate">What the guards said.</param>
/// <param name="Letter">The letter; <see langword="null"/> when a guard refused it.</param>
/// <param name="Facts">The facts it rests on.</param>
public sealed record WrittenLetter(LetterRequest Request, GateResult Gate, RenderedLetter? Letter, LetterFacts Facts);

/// <summary>Writes letters: gathers the facts, asks the guards, renders, archives.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class LetterDesk
{
    private readonly Store _store;
    private readonly MeasureReader _measures;
    private readonly InsightDesk _insights;
    private readonly LetterFactsReader _facts;
    private readonly LetterGate _gate;
    private readonly TimingDesk _timing;
    private readonly VoidQuotations _void;
    private readonly LetterRenderer _renderer;
    private readonly Catalogue _catalogue;
    private readonly Firm _firm;
    private readonly DocumentLanguage _language;
    private readonly bool _demonstration;
    private readonly LetterFiles _files;

    internal LetterDesk(Store store, Catalogue catalogue, MeasureReader measures, InsightDesk insights, TimingDesk timing, TemplateEngine rules, TemplateSource templates, ClienteleOptions options, LetterFiles files)
    {
        _store = store;
        _catalogue = catalogue;
        _measures = measures;
        _insights = insights;
        _facts = new LetterFactsReader(store, catalogue);
        _gate = new LetterGate(catalogue.Guards.Values, rules) { TextGuards = [.. catalogue.TextGuards.Values] };
        _timing = timing;
        _void = new VoidQuotations(store);
        _renderer = new LetterRenderer(templates);
        _firm = options.Firm;
        _language = options.Language;
        _demonstration = options.Demonstration;
        _files = files;
    }

    /// <summary>A request for a registered letter, from the firm of the options, in the client's language.</summary>
    /// <param name="letter">The letter's name.</param>
    /// <param name="client">The client.</param>
    /// <param name="asOf">The day of the letter.</param>
    /// <returns>The request; refine it with <c>with { … }</c>.</returns>
    /// <exception cref="ClienteleException">Nobody registered the letter (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public LetterRequest Request(string letter, ClientId client, DateOnly asOf) => new()
    {
        Letter = _catalogue.Letters.GetValueOrDefault(letter) ?? throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registered the letter '{letter}'; there are: {string.Join(", ", _catalogue.Letters.Keys)}."),
        Client = client,
        AsOf = asOf,
        Firm = _firm,
        DefaultLanguage = _language,
    };

    internal bool Knows(string letter) => _catalogue.Letters.ContainsKey(letter);

    /// <summary>Writes a letter, unless a guard refuses it.</summary>
    /// <param name="request">What to write.</param>
    /// <param name="overrides">Decisions of those who may override a guard.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The letter, or the refusals: of guards that looked at the facts, or of those that looked at what the letter says.</returns>
    /// <exception cref="ClienteleException">The client is not stored (<see cref="ErrorCodes.NotFound"/>), has no matter that the letter could be about (<see cref="ErrorCodes.LetterUnsuitable"/>), or the template is missing or cannot be rendered (<see cref="ErrorCodes.TemplateMissing"/>, <see cref="ErrorCodes.TemplateInvalid"/>).</exception>
    public async Task<WrittenLetter> WriteAsync(LetterRequest request, IReadOnlyList<GuardOverride>? overrides = null, CancellationToken cancellationToken = default)
    {
        var facts = await FactsAsync(request, cancellationToken).ConfigureAwait(false);
        var gate = Check(facts, overrides ?? []);
        return gate.Passed is null ? new WrittenLetter(request, gate, null, facts) : await RenderAsync(request, gate.Passed, overrides ?? [], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gathers the facts of a letter, for those who ask the guards and render later.</summary>
    internal async Task<LetterFacts> FactsAsync(LetterRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var measures = (await _measures.OfClientAsync(request.Client, request.AsOf, cancellationToken).ConfigureAwait(false)).ToDictionary(measure => measure.Measure.Name, measure => measure.Value, StringComparer.Ordinal);
        var facts = await _facts.ReadAsync(request, measures, cancellationToken).ConfigureAwait(false);
        facts = facts with { Insights = await InsightsAsync(facts, cancellationToken).ConfigureAwait(false) };
        facts = facts with { Invented = facts.Invented || _demonstration };
        return facts with { Timing = await _timing.AskAsync(facts, cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>A letter as the mail that carries it, under the id of its row in the archive.</summary>
    internal async Task<ReadOnlyMemory<byte>> MailAsync(LetterFacts facts, RenderedLetter letter, Guid id, CancellationToken cancellationToken) =>
        (await _files.WriteAsync(facts, letter, id, LetterFormat.Eml, [], cancellationToken).ConfigureAwait(false)).Content;

    internal GateResult Check(LetterFacts facts, IReadOnlyList<GuardOverride> overrides) => _gate.Check(facts, overrides);

    /// <summary>Renders a letter that passed, and asks about what it says: most of what a letter must not say can be seen only in what came out.</summary>
    internal async Task<WrittenLetter> RenderAsync(LetterRequest request, PassedLetter passed, IReadOnlyList<GuardOverride> overrides, CancellationToken cancellationToken)
    {
        var letter = _renderer.Render(passed, cancellationToken);
        var said = _gate.Check(passed, letter, overrides, await _void.InAsync(letter, passed.Facts, cancellationToken).ConfigureAwait(false));
        return new WrittenLetter(request, said, said.Allowed ? letter : null, passed.Facts);
    }

    /// <summary>Writes a letter as a file.</summary>
    /// <param name="written">The letter.</param>
    /// <param name="format">As what.</param>
    /// <param name="attachments">What goes with a mail, usually the same letter as DOCX or PDF; other formats have no attachments.</param>
    /// <param name="cancellationToken">Stops the printing of a PDF, the only format that takes longer than a moment.</param>
    /// <returns>The file. All formats but PDF have the same bytes for the same letter on every machine.</returns>
    /// <exception cref="ClienteleException">A guard refused the letter (<see cref="ErrorCodes.LetterRefused"/>); or, of a PDF, no program is installed (<see cref="ErrorCodes.PdfProgramMissing"/>), or it failed or took too long (<see cref="ErrorCodes.PdfFailed"/>).</exception>
    public async Task<LetterDocument> RenderAsync(WrittenLetter written, LetterFormat format, IReadOnlyList<LetterDocument>? attachments = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(format);
        var facts = written.Gate.Require().Facts;
        return await _files.WriteAsync(facts, written.Letter!, DocumentArchive.IdOf(facts), format, attachments ?? [], cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<InsightFact>> InsightsAsync(LetterFacts facts, CancellationToken cancellationToken)
    {
        var focus = new InsightFocus(facts.Client.Id, facts.Matter?.Matter.Id);
        var shown = new List<InsightFact>();
        foreach (var insight in facts.Letter.Insights)
        {
            var run = await _insights.RunAsync(insight, facts.AsOf, null, focus, cancellationToken).ConfigureAwait(false);
            shown.Add(InsightFact.Of(await _insights.NameAsync(run, cancellationToken: cancellationToken).ConfigureAwait(false), people: false));
        }

        return shown;
    }

    /// <summary>Keeps the archive's row of a written letter.</summary>
    /// <param name="written">The letter.</param>
    /// <param name="path">Where it was written; empty when it was only handed over.</param>
    /// <param name="produced">Files that are kept as produced, because they cannot be made again byte for byte: a PDF.</param>
    /// <param name="cancellationToken">Stops the archiving.</param>
    /// <returns>A task that ends when the row is safe.</returns>
    public async Task ArchiveAsync(WrittenLetter written, string path = "", IReadOnlyList<LetterDocument>? produced = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(written);
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var passed = written.Gate.Require();
            await ArchiveAsync(batch, DocumentArchive.Of(passed, written.Letter!, path), passed, written.Letter!, produced ?? [], cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps the row of a letter with everything that it takes to render it again.</summary>
    internal async Task ArchiveAsync(StoreBatch batch, ArchivedDocument row, PassedLetter passed, RenderedLetter letter, IReadOnlyList<LetterDocument> produced, CancellationToken cancellationToken)
    {
        await batch.ArchiveAsync(row, cancellationToken).ConfigureAwait(false);
        await batch.KeepTemplatesAsync(letter.TemplateHash, _renderer.Templates(passed), cancellationToken).ConfigureAwait(false);
        await batch.KeepAsync(LetterSnapshot.Of(row.Id, passed), [.. await LetterForms.OfAsync(_files, passed.Facts, letter, row.Id, cancellationToken).ConfigureAwait(false), .. produced.Select(LetterForms.AsProduced)], cancellationToken).ConfigureAwait(false);
        await GuardTraces.KeepAsync(batch, row.Id, passed, letter, cancellationToken).ConfigureAwait(false);
    }
}
