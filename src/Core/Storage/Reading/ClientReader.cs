using System.Data.Common;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>Reads clients and what belongs to them.</summary>
/// <remarks>Thread-safe. Streams hold a connection until they are read to the end or disposed.</remarks>
public sealed class ClientReader
{
    internal const string Columns = "id, name, kind, source, external_id, since, culture, version";

    // The last value of an attribute has an index of its own, by text and by number.
    internal const string Holding = $"SELECT {Columns} FROM client WHERE id IN (SELECT client_id FROM client_attribute WHERE name = @0 AND value = @1 AND until_on IS NULL) ORDER BY id";
    internal const string HoldingBetween = $"SELECT {Columns} FROM client WHERE id IN (SELECT client_id FROM client_attribute WHERE name = @0 AND number BETWEEN @1 AND @2 AND until_on IS NULL) ORDER BY id";

    private const string OfContacts = "SELECT a.contact_id, a.name, a.value, a.from_on, a.until_on, a.source FROM contact_attribute a";
    private const string InForce = "a.from_on <= @1 AND (a.until_on IS NULL OR a.until_on > @1) ORDER BY a.contact_id, a.name";

    private readonly SqliteDatabase _database;

    internal ClientReader(SqliteDatabase database) => _database = database;

    /// <summary>Finds a client.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The client; <see langword="null"/> when it is not stored.</returns>
    public Task<Client?> FindAsync(ClientId id, CancellationToken cancellationToken = default) =>
        Query.FirstAsync(_database, $"SELECT {Columns} FROM client WHERE id = @0", [id.Value.Bytes()], Read, cancellationToken);

    /// <summary>Reads the names of some clients at once.</summary>
    /// <param name="ids">Which ones.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The names of those that are stored.</returns>
    public async Task<IReadOnlyDictionary<ClientId, string>> NamesAsync(IReadOnlyCollection<ClientId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var names = await NamesOfAsync("client", ids.Select(id => id.Value), cancellationToken).ConfigureAwait(false);
        return names.ToDictionary(pair => new ClientId(pair.Key), pair => pair.Value);
    }

    /// <summary>Reads the names of some people at once.</summary>
    /// <param name="ids">Which ones.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The names of those that are stored.</returns>
    public async Task<IReadOnlyDictionary<ContactId, string>> NamesAsync(IReadOnlyCollection<ContactId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var names = await NamesOfAsync("contact", ids.Select(id => id.Value), cancellationToken).ConfigureAwait(false);
        return names.ToDictionary(pair => new ContactId(pair.Key), pair => pair.Value);
    }

    /// <summary>Streams all clients in the order of their ids.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The clients.</returns>
    public IAsyncEnumerable<Client> AllAsync(CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, $"SELECT {Columns} FROM client ORDER BY id", [], Read, cancellationToken);

    /// <summary>Finds clients whose name contains a text or whose external id equals it, by name.</summary>
    /// <param name="text">The text; case matters only outside ASCII.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The clients.</returns>
    public IAsyncEnumerable<Client> SearchAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pattern = $"%{text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
        return Query.RowsAsync(_database, $"SELECT {Columns} FROM client WHERE name LIKE @0 ESCAPE '\\' OR external_id = @1 ORDER BY name, id", [pattern, text], Read, cancellationToken);
    }

    /// <summary>Finds the clients whose attribute has a value at present, in the order of their ids.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="value">The value in invariant form.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The clients.</returns>
    public IAsyncEnumerable<Client> HoldingAsync(string attribute, string value, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, Holding, [attribute, value], Read, cancellationToken);

    /// <summary>Finds the clients whose attribute is a number in a range at present, in the order of their ids. Numbers are compared to some 15 digits.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="least">The least number that counts; <see langword="null"/> for any.</param>
    /// <param name="most">The greatest number that counts; <see langword="null"/> for any.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The clients.</returns>
    public IAsyncEnumerable<Client> HoldingAsync(string attribute, decimal? least, decimal? most, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, HoldingBetween, [attribute, (double?)least ?? double.MinValue, (double?)most ?? double.MaxValue], Read, cancellationToken);

    /// <summary>Counts the clients.</summary>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>How many are stored.</returns>
    public async Task<long> CountAsync(CancellationToken cancellationToken = default) =>
        (await Query.ListAsync(_database, "SELECT count(*) FROM client", [], reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Lists a client's contacts, the primary ones first, then by name.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The contacts.</returns>
    public async Task<IReadOnlyList<Contact>> ContactsAsync(ClientId client, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(_database, "SELECT id, client_id, name, family_name, salutation, position, role, email, phone, culture, is_primary, source, external_id FROM contact WHERE client_id = @0 AND erased_on IS NULL ORDER BY is_primary DESC, name, id", [client.Value.Bytes()], ReadContact, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the answers in force on a day to being contacted, by purpose.</summary>
    /// <param name="contact">Whose.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The latest answer for each purpose.</returns>
    public async Task<IReadOnlyList<Consent>> ConsentsAsync(ContactId contact, DateOnly asOf, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(
            _database,
            """
            SELECT purpose, granted, answered_on, source FROM consent c
            WHERE contact_id = @0 AND answered_on <= @1
              AND NOT EXISTS (SELECT 1 FROM consent later WHERE later.contact_id = c.contact_id AND later.purpose = c.purpose AND later.answered_on > c.answered_on AND later.answered_on <= @1)
            ORDER BY purpose
            """,
            [contact.Value.Bytes(), asOf.Text()],
            reader => new Consent(contact, reader.GetString(0), reader.GetInt64(1) != 0, reader.DayAt(2), reader.GetString(3)),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the attribute values of a client in force on a day, by name.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The values.</returns>
    public async Task<IReadOnlyList<AttributeValue>> AttributesAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(
            _database,
            "SELECT name, value, from_on, until_on, source FROM client_attribute WHERE client_id = @0 AND from_on <= @1 AND (until_on IS NULL OR until_on > @1) ORDER BY name",
            [client.Value.Bytes(), asOf.Text()],
            reader => new AttributeValue(client, reader.GetString(0), reader.GetString(1), reader.DayAt(2), reader.DayOrNull(3), reader.GetString(4)),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the attribute values of a person in force on a day, by name.</summary>
    /// <param name="contact">Whose.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The values.</returns>
    public async Task<IReadOnlyList<ContactAttributeValue>> ContactAttributesAsync(ContactId contact, DateOnly asOf, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(_database, $"{OfContacts} WHERE a.contact_id = @0 AND {InForce}", [contact.Value.Bytes(), asOf.Text()], ReadContactAttribute, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the attribute values of all people at a client in force on a day, by person and name.</summary>
    /// <param name="client">Whose people.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The values.</returns>
    public async Task<IReadOnlyList<ContactAttributeValue>> ContactAttributesAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(_database, $"{OfContacts} JOIN contact c ON c.id = a.contact_id WHERE c.client_id = @0 AND {InForce}", [client.Value.Bytes(), asOf.Text()], ReadContactAttribute, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists who looks after a client on a day, by role.</summary>
    /// <param name="client">Whose owners.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The owners.</returns>
    public async Task<IReadOnlyList<Ownership>> OwnersAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(
            _database,
            "SELECT role, person, from_on, until_on, source FROM client_owner WHERE client_id = @0 AND from_on <= @1 AND (until_on IS NULL OR until_on > @1) ORDER BY role",
            [client.Value.Bytes(), asOf.Text()],
            reader => new Ownership(client, reader.GetString(0), reader.GetString(1), reader.DayAt(2), reader.DayOrNull(3), reader.GetString(4)),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Streams who looks after whom on a day, in the order of clients.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The owners.</returns>
    public IAsyncEnumerable<Ownership> AllOwnersAsync(DateOnly asOf, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(
            _database,
            "SELECT client_id, role, person, from_on, until_on, source FROM client_owner WHERE from_on <= @0 AND (until_on IS NULL OR until_on > @0) ORDER BY client_id, role",
            [asOf.Text()],
            reader => new Ownership(new(reader.Id(0)), reader.GetString(1), reader.GetString(2), reader.DayAt(3), reader.DayOrNull(4), reader.GetString(5)),
            cancellationToken);

    /// <summary>Streams the values that an attribute has on a day, in the order of clients.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Clients and values.</returns>
    public IAsyncEnumerable<KeyValuePair<ClientId, string>> ValuesAsync(string attribute, DateOnly asOf, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(
            _database,
            "SELECT client_id, value FROM client_attribute WHERE name = @0 AND from_on <= @1 AND (until_on IS NULL OR until_on > @1) ORDER BY client_id",
            [attribute, asOf.Text()],
            reader => KeyValuePair.Create(new ClientId(reader.Id(0)), reader.GetString(1)),
            cancellationToken);

    /// <summary>Streams the values that some attributes of people have on a day, in the order of clients, then of people, then of names.</summary>
    /// <param name="attributes">The attributes.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Clients, people, their names, attributes and values.</returns>
    public IAsyncEnumerable<(ClientId Client, ContactId Contact, string Person, string Attribute, string Value)> ContactValuesAsync(IReadOnlyList<string> attributes, DateOnly asOf, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(
            _database,
            "SELECT c.client_id, c.id, c.name, a.name, a.value FROM contact_attribute a JOIN contact c ON c.id = a.contact_id WHERE a.name IN (SELECT value FROM json_each(@0)) AND a.from_on <= @1 AND (a.until_on IS NULL OR a.until_on > @1) ORDER BY c.client_id, c.id, a.name",
            [System.Text.Json.JsonSerializer.Serialize(attributes), asOf.Text()],
            reader => (new ClientId(reader.Id(0)), new ContactId(reader.Id(1)), reader.GetString(2), reader.GetString(3), reader.GetString(4)),
            cancellationToken);

    /// <summary>Whether any client, contact, consent, attribute of either, ownership or matter was read from a source whose name begins so.</summary>
    /// <param name="sourcePrefix">The beginning of the source's name; upper and lower case count.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    /// <returns>Whether there is one.</returns>
    public async Task<bool> AnyFromAsync(string sourcePrefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sourcePrefix);
        var tables = new[] { "client", "contact", "consent", "client_attribute", "contact_attribute", "client_owner", "matter" };
        var any = string.Join(" OR ", tables.Select(table => $"EXISTS (SELECT 1 FROM {table} WHERE substr(source, 1, length(@0)) = @0)"));
        return (await Query.ListAsync(_database, $"SELECT {any}", [sourcePrefix], reader => reader.GetInt64(0) != 0, cancellationToken).ConfigureAwait(false))[0];
    }

    internal static Client Read(DbDataReader reader) => new()
    {
        Id = new(reader.Id(0)),
        Name = reader.GetString(1),
        Kind = reader.GetString(2) == "person" ? ClientKind.Person : ClientKind.Organisation,
        Source = reader.GetString(3),
        ExternalId = reader.GetString(4),
        Since = reader.DayAt(5),
        Culture = reader.TextOrNull(6),
        Version = reader.GetInt64(7),
    };

    private Task<Dictionary<Guid, string>> NamesOfAsync(string table, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var list = $"[{string.Join(',', ids.Select(id => $"\"{Convert.ToHexString(id.Bytes())}\""))}]";
        return Query.RowsAsync(_database, $"SELECT id, name FROM {table} WHERE id IN (SELECT unhex(value) FROM json_each(@0))", [list], reader => (Id: reader.Id(0), Name: reader.GetString(1)), cancellationToken)
            .ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken: cancellationToken).AsTask();
    }

    private static ContactAttributeValue ReadContactAttribute(DbDataReader reader) =>
        new(new ContactId(reader.Id(0)), reader.GetString(1), reader.GetString(2), reader.DayAt(3), reader.DayOrNull(4), reader.GetString(5));

    internal static Contact ReadContact(DbDataReader reader) => new()
    {
        Id = new(reader.Id(0)),
        Client = new(reader.Id(1)),
        Name = reader.GetString(2),
        FamilyName = reader.GetString(3),
        Salutation = Enum.Parse<Salutation>(reader.GetString(4)),
        Position = reader.GetString(5),
        Role = reader.GetString(6),
        Email = reader.GetString(7),
        Phone = reader.GetString(8),
        Culture = reader.TextOrNull(9),
        Primary = reader.GetInt64(10) != 0,
        Source = reader.GetString(11),
        ExternalId = reader.GetString(12),
    };
}
