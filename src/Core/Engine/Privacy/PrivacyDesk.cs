using Clientele.Storage;
using Clientele.Storage.Privacy;
using Clientele.Storage.Writing;

namespace Clientele.Privacy;

/// <summary>Who wants to see personal data, and what for.</summary>
/// <param name="Person">Who; not blank.</param>
/// <param name="Role">The role in which; empty for none.</param>
/// <param name="Because">What for; needed to see in full.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record DataReader(string Person, string Role = "", string Because = "");

/// <summary>What somebody sees of the people at a client and of its attributes.</summary>
/// <param name="Contacts">The people; their telephone numbers and addresses masked unless <paramref name="Full"/>.</param>
/// <param name="ContactAttributes">The people's attributes in force; confidential ones masked unless <paramref name="Full"/>.</param>
/// <param name="Attributes">The client's attributes in force; confidential ones masked unless <paramref name="Full"/>.</param>
/// <param name="Full">Whether everything is shown; then the read is recorded.</param>
public sealed record SeenData(IReadOnlyList<Contact> Contacts, IReadOnlyList<ContactAttributeValue> ContactAttributes, IReadOnlyList<AttributeValue> Attributes, bool Full);

/// <summary>Shows personal data masked or, to those who may, in full; exports and erases them; keeps the record of who saw what.</summary>
/// <remarks>Thread-safe. In full sees who looks after the client that day, in whatever role, and the roles of <see cref="ClienteleOptions.FullReaders"/>.</remarks>
public sealed class PrivacyDesk
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly IReadOnlyList<string> _fullReaders;

    internal PrivacyDesk(Store store, Catalogue catalogue, ClienteleOptions options)
    {
        _store = store;
        _catalogue = catalogue;
        _fullReaders = [.. options.FullReaders];
    }

    /// <summary>What a reader sees without asking for more: confidential fields masked, nothing recorded.</summary>
    /// <param name="client">At which client.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The people and the attributes, masked.</returns>
    public async Task<SeenData> MaskedAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var all = await AllAsync(client, asOf, full: false, cancellationToken).ConfigureAwait(false);
        return all with
        {
            Contacts = [.. all.Contacts.Select(contact => contact with { Phone = Masking.Phone(contact.Phone), Email = Masking.Email(contact.Email) })],
            ContactAttributes = [.. all.ContactAttributes.Select(value => IsConfidential(value.Name) ? value with { Value = Masking.Value(value.Value) } : value)],
            Attributes = [.. all.Attributes.Select(value => IsConfidential(value.Name) ? value with { Value = Masking.Value(value.Value) } : value)],
        };
    }

    /// <summary>What a reader sees who asks for everything: in full for those who may, with one row in the record; masked for others, without.</summary>
    /// <param name="client">At which client.</param>
    /// <param name="reader">Who asks, and what for.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The people and the attributes.</returns>
    /// <exception cref="ClienteleException">The reader is nobody, or one who may see it says not what for (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public async Task<SeenData> ReadAsync(ClientId client, DataReader reader, DateOnly asOf, CancellationToken cancellationToken = default) =>
        await MayAsync(client, reader, asOf, cancellationToken).ConfigureAwait(false)
            ? await FullAsync(client, reader, "read", asOf, cancellationToken).ConfigureAwait(false)
            : await MaskedAsync(client, asOf, cancellationToken).ConfigureAwait(false);

    /// <summary>Everything kept of the people at a client, for a file that leaves the firm.</summary>
    /// <param name="client">At which client.</param>
    /// <param name="reader">Who exports, and what for.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The people and the attributes in full.</returns>
    /// <exception cref="ClienteleException">The reader may not (<see cref="ErrorCodes.AccessDenied"/>): an export is not masked, it is refused.</exception>
    public async Task<SeenData> ExportAsync(ClientId client, DataReader reader, DateOnly asOf, CancellationToken cancellationToken = default) =>
        await MayAsync(client, reader, asOf, cancellationToken).ConfigureAwait(false)
            ? await FullAsync(client, reader, "export", asOf, cancellationToken).ConfigureAwait(false)
            : throw Denied(reader, "export the people at this client");

    /// <summary>Erases a person and records it. What happened with the person still counts; archived letters to the person name the erased fields in place of the values.</summary>
    /// <param name="contact">Whom.</param>
    /// <param name="client">At which client.</param>
    /// <param name="reader">Who erases, and what for, such as "asked by the person".</param>
    /// <param name="on">The day.</param>
    /// <param name="cancellationToken">Stops the erasing; nothing is then changed.</param>
    /// <returns>A task that ends when it is done.</returns>
    /// <exception cref="ClienteleException">There is no such person (<see cref="ErrorCodes.NotFound"/>), the reader may not (<see cref="ErrorCodes.AccessDenied"/>), or says not what for (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public async Task EraseAsync(ContactId contact, ClientId client, DataReader reader, DateOnly on, CancellationToken cancellationToken = default)
    {
        if (!await MayAsync(client, reader, on, cancellationToken).ConfigureAwait(false))
        {
            throw Denied(reader, "erase the people at this client");
        }

        RequireReason(reader);
        if ((await _store.Clients.ContactsAsync(client, cancellationToken).ConfigureAwait(false)).All(known => known.Id != contact))
        {
            throw new ClienteleException(ErrorCodes.NotFound, $"The client {client} has no contact {contact}, or not any more.");
        }

        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.EraseAsync(contact, on, cancellationToken).ConfigureAwait(false);
            await batch.RecordAsync(new FullRead(reader.Person, reader.Role, "erase", client, contact, "name, phone, email, position", reader.Because, on), cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Streams who saw, exported or erased personal data, in the order in which it happened.</summary>
    /// <param name="client">Only what is about this client; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The record.</returns>
    public IAsyncEnumerable<FullRead> RecordAsync(ClientId? client = null, CancellationToken cancellationToken = default) => _store.FullReads.AllAsync(client, cancellationToken);

    private async Task<SeenData> FullAsync(ClientId client, DataReader reader, string action, DateOnly asOf, CancellationToken cancellationToken)
    {
        RequireReason(reader);
        var all = await AllAsync(client, asOf, full: true, cancellationToken).ConfigureAwait(false);
        string[] fields =
        [
            .. all.Contacts.Count > 0 ? ["phone", "email"] : Array.Empty<string>(),
            .. all.ContactAttributes.Select(value => value.Name).Concat(all.Attributes.Select(value => value.Name)).Where(IsConfidential).Distinct(StringComparer.Ordinal),
        ];
        // Stored before anything is given out: what is seen and not recorded cannot be caught up with.
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.RecordAsync(new FullRead(reader.Person, reader.Role, action, client, null, string.Join(", ", fields), reader.Because, asOf), cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return all;
    }

    private async Task<SeenData> AllAsync(ClientId client, DateOnly asOf, bool full, CancellationToken cancellationToken) => new(
        await _store.Clients.ContactsAsync(client, cancellationToken).ConfigureAwait(false),
        await _store.Clients.ContactAttributesAsync(client, asOf, cancellationToken).ConfigureAwait(false),
        await _store.Clients.AttributesAsync(client, asOf, cancellationToken).ConfigureAwait(false),
        full);

    private async Task<bool> MayAsync(ClientId client, DataReader reader, DateOnly asOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (string.IsNullOrWhiteSpace(reader.Person))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, "Personal data are shown to somebody; say who.");
        }

        return _fullReaders.Contains(reader.Role, StringComparer.Ordinal)
            || (await _store.Clients.OwnersAsync(client, asOf, cancellationToken).ConfigureAwait(false)).Any(owner => owner.Person == reader.Person);
    }

    private bool IsConfidential(string attribute) => _catalogue.Attribute(attribute)?.Class >= FieldClass.Confidential;

    private static void RequireReason(DataReader reader)
    {
        if (string.IsNullOrWhiteSpace(reader.Because))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, "Personal data are shown, exported and erased for a purpose; say what for.");
        }
    }

    private static ClienteleException Denied(DataReader reader, string what) =>
        new(ErrorCodes.AccessDenied, $"{reader.Person}{(reader.Role.Length > 0 ? $" ({reader.Role})" : "")} may not {what}; ask who looks after it.");
}
