using Clientele.Storage.Writing;

namespace Clientele.Import;

/// <summary>The records of the rows that land in one transaction, written in the order in which they need each other.</summary>
internal sealed class ImportBatch(string source, ImportTallies tallies)
{
    private readonly Dictionary<Guid, Client> _clients = [];
    private readonly HashSet<Guid> _earlierClients = [];
    private readonly List<ClientAttribute> _attributes = [];
    private readonly List<ClientOwner> _owners = [];
    private readonly List<Contact> _contacts = [];
    private readonly List<PersonAttribute> _contactAttributes = [];
    private readonly List<Consent> _consents = [];
    private readonly List<Matter> _matters = [];
    private readonly List<Touchpoint> _touchpoints = [];

    public int Rows { get; set; }

    public void Add(object record)
    {
        switch (record)
        {
            case Client client:
                _clients.Add(client.Id.Value, client);
                break;
            case ClientAttribute attribute:
                _attributes.Add(attribute);
                break;
            case ClientOwner owner:
                _owners.Add(owner);
                break;
            case Contact contact:
                _contacts.Add(contact);
                break;
            case PersonAttribute attribute:
                _contactAttributes.Add(attribute);
                break;
            case Consent consent:
                _consents.Add(consent);
                break;
            case Matter matter:
                _matters.Add(matter);
                break;
            case Touchpoint touchpoint:
                _touchpoints.Add(touchpoint);
                break;
        }
    }

    /// <summary>A later row of a client that the file has described already: the client is known since the earlier of the two days.</summary>
    public void Again(Client client)
    {
        var id = client.Id.Value;
        if (!_clients.TryGetValue(id, out var known))
        {
            _clients.Add(id, client);
            _earlierClients.Add(id);
        }
        else if (client.Since < known.Since)
        {
            _clients[id] = known with { Since = client.Since };
        }
    }

    public async Task WriteAsync(StoreBatch store, CancellationToken cancellationToken)
    {
        foreach (var (id, client) in _clients)
        {
            var result = await store.PutAsync(client, cancellationToken).ConfigureAwait(false);
            if (!_earlierClients.Contains(id))
            {
                // A client of an earlier batch has been counted there.
                tallies.Clients.Count(result);
            }
        }

        await WriteDatedAsync(store, cancellationToken).ConfigureAwait(false);
        await WriteAsync(_contacts, store.PutAsync, tallies.Contacts, cancellationToken).ConfigureAwait(false);
        var ofContacts = _contactAttributes.Select(entry => new ContactAttributeValue(new ContactId(entry.Contact), entry.Value.Name, entry.Value.Value, From(entry.Client, entry.Value), Source: source)).OrderBy(value => value.From);
        await WriteAsync(ofContacts, store.PutAsync, tallies.Attributes, cancellationToken).ConfigureAwait(false);
        await WriteAsync(_consents, store.PutAsync, tallies.Consents, cancellationToken).ConfigureAwait(false);
        await WriteAsync(_matters, store.PutAsync, tallies.Matters, cancellationToken).ConfigureAwait(false);
        await WriteAsync(_touchpoints, store.PutAsync, tallies.Touchpoints, cancellationToken).ConfigureAwait(false);
        Clear();
    }

    // By day, because a value that is in force already is not stored again: out of order, A, A, B would lose the second A.
    private async Task WriteDatedAsync(StoreBatch store, CancellationToken cancellationToken)
    {
        var attributes = _attributes.Select(entry => new AttributeValue(new ClientId(entry.Client), entry.Value.Name, entry.Value.Value, From(entry.Client, entry.Value), Source: source)).OrderBy(value => value.From);
        await WriteAsync(attributes, store.PutAsync, tallies.Attributes, cancellationToken).ConfigureAwait(false);
        var owners = _owners.Select(entry => new Ownership(new ClientId(entry.Client), entry.Value.Name, entry.Value.Value, From(entry.Client, entry.Value), Source: source)).OrderBy(value => value.From);
        await WriteAsync(owners, store.PutAsync, tallies.Owners, cancellationToken).ConfigureAwait(false);
    }

    private DateOnly From(Guid client, DatedValue value) => value.From ?? _clients[client].Since;

    private static async Task WriteAsync<T>(IEnumerable<T> records, Func<T, CancellationToken, Task<PutResult>> put, Tally tally, CancellationToken cancellationToken)
    {
        foreach (var record in records)
        {
            tally.Count(await put(record, cancellationToken).ConfigureAwait(false));
        }
    }

    private void Clear()
    {
        _clients.Clear();
        _earlierClients.Clear();
        _attributes.Clear();
        _owners.Clear();
        _contacts.Clear();
        _contactAttributes.Clear();
        _consents.Clear();
        _matters.Clear();
        _touchpoints.Clear();
        Rows = 0;
    }
}

/// <summary>What an import did, sort by sort.</summary>
internal sealed class ImportTallies
{
    public Tally Clients { get; } = new();

    public Tally Attributes { get; } = new();

    public Tally Owners { get; } = new();

    public Tally Contacts { get; } = new();

    public Tally Consents { get; } = new();

    public Tally Matters { get; } = new();

    public Tally Touchpoints { get; } = new();
}
