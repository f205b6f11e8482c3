using Clientele.Storage;
using Clientele.Templating;

namespace Clientele.Documents;

/// <summary>Writes the forms that are filled in by hand: the record of a visit.</summary>
/// <remarks>Thread-safe. A form is for the firm's own people, so it passes no guards and is not archived.</remarks>
public sealed class FormDesk
{
    private const string Record = "forms/visit-record.html";

    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly TemplateSet _templates;
    private readonly Firm _firm;

    internal FormDesk(Store store, Catalogue catalogue, TemplateSource templates, ClienteleOptions options)
    {
        _store = store;
        _catalogue = catalogue;
        _templates = new TemplateSet(templates, TemplateBudget.Default);
        _firm = options.Firm;
    }

    /// <summary>Writes the record form of a follow-up: who, why, by when, and what to write down, as the touchpoint that fulfils it asks for.</summary>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="asOf">The day of the form.</param>
    /// <param name="language">The language.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The form as one HTML file to print.</returns>
    /// <exception cref="ClienteleException">The client is not stored (<see cref="ErrorCodes.NotFound"/>), or the template is missing or invalid (<see cref="ErrorCodes.TemplateMissing"/>, <see cref="ErrorCodes.TemplateInvalid"/>).</exception>
    public async Task<string> VisitRecordAsync(FollowUp followUp, DateOnly asOf, DocumentLanguage language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        ArgumentNullException.ThrowIfNull(language);
        var client = await _store.Clients.FindAsync(followUp.Client, cancellationToken).ConfigureAwait(false) ?? throw new ClienteleException(ErrorCodes.NotFound, $"There is no client {followUp.Client}.");
        var contacts = await _store.Clients.ContactsAsync(client.Id, cancellationToken).ConfigureAwait(false);
        var contact = contacts.FirstOrDefault(person => person.Id == followUp.Contact) ?? contacts.FirstOrDefault();
        var matter = followUp.Matter is { } id ? await _store.Matters.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
        var policy = _catalogue.Policies.GetValueOrDefault(followUp.Policy);
        var model = VisitRecord.Model(followUp, policy is null ? LocalizedText.Same(followUp.Policy) : policy.Title, client, contact, matter, Fields(policy), asOf, language, _firm);
        var template = new DocumentTemplate(DocumentTemplate.PrefixOf(followUp.Policy), Record, language, _store.Currency);
        return _templates.Render(template, model, cancellationToken).Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n') + "\n";
    }

    // The first kind that fulfils the policy says what is to be written down.
    private IReadOnlyList<DetailField> Fields(Policy? policy) =>
        policy is { FulfilledBy: [var kind, ..] } && _catalogue.Kinds.TryGetValue(kind, out var known) ? known.Details : _catalogue.Kinds["core.visit"].Details;
}
