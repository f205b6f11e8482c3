using Clientele.Storage;

namespace Clientele.Import;

/// <summary>Finds out whether what a row refers to without making it is stored already. Asks once for each id.</summary>
internal sealed class StoredReferences(Store store, SeenIds seen)
{
    private readonly Dictionary<Guid, bool> _known = [];

    /// <exception cref="RowRejectedException">Something is neither stored nor made by an earlier row.</exception>
    public async ValueTask CheckAsync(RowFacts facts, CancellationToken cancellationToken)
    {
        if (facts.Client is null)
        {
            await CheckAsync(facts.ClientReference, Terms.Client, ClientAsync, cancellationToken).ConfigureAwait(false);
        }

        if (facts is { MatterReference: { } matter, Matter: null })
        {
            await CheckAsync(matter, Terms.Matter, MatterAsync, cancellationToken).ConfigureAwait(false);
        }

        if (facts is { ContactReference: { } contact, Contact: null })
        {
            await CheckAsync(contact, Terms.Contact, (id, token) => ContactAsync(facts.ClientReference.Id, id, token), cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask CheckAsync(Reference reference, LocalizedText what, Func<Guid, CancellationToken, Task<bool>> ask, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(reference.Id, out var isStored))
        {
            isStored = seen.TryGet(reference.Id, out _) || await ask(reference.Id, cancellationToken).ConfigureAwait(false);
            _known.Add(reference.Id, isStored);
        }

        if (!isStored)
        {
            throw new RowRejectedException(Because.NotStored(what, reference.ExternalId, reference.Source, reference.Place));
        }
    }

    private async Task<bool> ClientAsync(Guid id, CancellationToken cancellationToken) =>
        await store.Clients.FindAsync(new ClientId(id), cancellationToken).ConfigureAwait(false) is not null;

    private async Task<bool> MatterAsync(Guid id, CancellationToken cancellationToken) =>
        await store.Matters.FindAsync(new MatterId(id), cancellationToken).ConfigureAwait(false) is not null;

    private async Task<bool> ContactAsync(Guid client, Guid id, CancellationToken cancellationToken) =>
        (await store.Clients.ContactsAsync(new ClientId(client), cancellationToken).ConfigureAwait(false)).Any(contact => contact.Id.Value == id);
}
