namespace Clientele.Storage.Writing;

/// <summary>Writes clients and what belongs to them.</summary>
internal sealed class ClientWriter(BatchStatements statements)
{
    /// <summary>Tells the readers of the log that something other than a touchpoint changed what rules read of a client.</summary>
    public const string Changed = "INSERT INTO client_change (client_id) VALUES (@0)";

    // A measure may be computed from a client's people, so what changes with them changes with the client.
    private const string ChangedContact = "INSERT INTO client_change (client_id) SELECT client_id FROM contact WHERE id = @0";

    private readonly DatedIntervals _attributes = new(statements, "client_attribute", "client_id", "name", "value", Changed);
    private readonly DatedIntervals _contactAttributes = new(statements, "contact_attribute", "contact_id", "name", "value", ChangedContact);
    private readonly DatedIntervals _owners = new(statements, "client_owner", "client_id", "role", "person", Changed);

    public async Task<Client> SaveAsync(Client client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (client.Version == 0)
        {
            var added = await InsertAsync(client, cancellationToken).ConfigureAwait(false);
            return added ? client with { Version = 1 } : throw ChangedMeanwhile(client);
        }

        var rows = await statements["UPDATE client SET name = @1, kind = @2, source = @3, external_id = @4, since = @5, culture = @6, version = version + 1 WHERE id = @0 AND version = @7"]
            .With(client.Id.Value.Bytes(), client.Name, Kind(client), client.Source, client.ExternalId, client.Since.Text(), client.Culture, client.Version)
            .RunAsync(cancellationToken).ConfigureAwait(false);
        if (rows != 1)
        {
            throw ChangedMeanwhile(client);
        }

        await NoteAsync(client, cancellationToken).ConfigureAwait(false);
        return client with { Version = client.Version + 1 };
    }

    public async Task<PutResult> PutAsync(Client client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (await InsertAsync(client, cancellationToken).ConfigureAwait(false))
        {
            return PutResult.Added;
        }

        var rows = await statements["""
            UPDATE client SET name = @1, kind = @2, culture = @3, since = min(since, @4), version = version + 1
            WHERE id = @0 AND NOT (name = @1 AND kind = @2 AND culture IS @3 AND since <= @4)
            """].With(client.Id.Value.Bytes(), client.Name, Kind(client), client.Culture, client.Since.Text()).RunAsync(cancellationToken).ConfigureAwait(false);
        if (rows != 1)
        {
            return PutResult.Unchanged;
        }

        await NoteAsync(client, cancellationToken).ConfigureAwait(false);
        return PutResult.Changed;
    }

    public async Task<PutResult> PutAsync(Contact contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        object?[] values =
        [
            contact.Id.Value.Bytes(), contact.Client.Value.Bytes(), contact.Name, contact.FamilyName, contact.Salutation.ToString(), contact.Position, contact.Role,
            contact.Email, contact.Phone, contact.Culture, contact.Primary ? 1 : 0, contact.Source, contact.ExternalId,
        ];
        var added = await statements["""
            INSERT INTO contact (id, client_id, name, family_name, salutation, position, role, email, phone, culture, is_primary, source, external_id)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12) ON CONFLICT (id) DO NOTHING
            """].With(values).RunAsync(cancellationToken).ConfigureAwait(false);
        if (added == 1)
        {
            await statements[Changed].With(values[1]).RunAsync(cancellationToken).ConfigureAwait(false);
            return PutResult.Added;
        }

        await statements["INSERT INTO client_change (client_id) SELECT client_id FROM contact WHERE id = @0 AND client_id <> @1"].With(values.AsSpan(0, 2)).RunAsync(cancellationToken).ConfigureAwait(false);
        var changed = await statements["""
            UPDATE contact SET client_id = @1, name = @2, family_name = @3, salutation = @4, position = @5, role = @6, email = @7, phone = @8, culture = @9, is_primary = @10
            WHERE id = @0 AND erased_on IS NULL AND NOT (client_id = @1 AND name = @2 AND family_name = @3 AND salutation = @4 AND position = @5 AND role = @6 AND email = @7 AND phone = @8 AND culture IS @9 AND is_primary = @10)
            """].With(values.AsSpan(0, 11)).RunAsync(cancellationToken).ConfigureAwait(false);
        if (changed == 1)
        {
            await statements[Changed].With(values[1]).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        return changed == 1 ? PutResult.Changed : PutResult.Unchanged;
    }

    public async Task<PutResult> PutAsync(Consent consent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(consent);
        object?[] values = [consent.Contact.Value.Bytes(), consent.Purpose, consent.On.Text(), consent.Granted ? 1 : 0, consent.Source];
        var added = await statements["INSERT INTO consent (contact_id, purpose, answered_on, granted, source) VALUES (@0, @1, @2, @3, @4) ON CONFLICT DO NOTHING"].With(values).RunAsync(cancellationToken).ConfigureAwait(false);
        if (added == 1)
        {
            return PutResult.Added;
        }

        var changed = await statements["UPDATE consent SET granted = @3, source = @4 WHERE contact_id = @0 AND purpose = @1 AND answered_on = @2 AND NOT (granted = @3 AND source = @4)"].With(values).RunAsync(cancellationToken).ConfigureAwait(false);
        return changed == 1 ? PutResult.Changed : PutResult.Unchanged;
    }

    public Task<PutResult> PutAsync(AttributeValue value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(value);
        return _attributes.PutAsync(value.Client.Value, value.Name, value.Value, value.From, value.Source, cancellationToken);
    }

    public async Task<PutResult> PutAsync(ContactAttributeValue value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(value);
        // Of somebody who was erased nothing comes back, whatever a file says.
        if (await statements["SELECT count(*) FROM contact WHERE id = @0 AND erased_on IS NOT NULL"].With(value.Contact.Value.Bytes()).ScalarAsync<long>(cancellationToken).ConfigureAwait(false) > 0)
        {
            return PutResult.Unchanged;
        }

        return await _contactAttributes.PutAsync(value.Contact.Value, value.Name, value.Value, value.From, value.Source, cancellationToken).ConfigureAwait(false);
    }

    public Task<PutResult> PutAsync(Ownership ownership, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ownership);
        return _owners.PutAsync(ownership.Client.Value, ownership.Role, ownership.Person, ownership.From, ownership.Source, cancellationToken);
    }

    private async Task<bool> InsertAsync(Client client, CancellationToken cancellationToken)
    {
        if (client.Id == default)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"The client '{client.Name}' has no id; give it ClientId.From(source, external id) or ClientId.New(time).");
        }

        var rows = await statements["INSERT INTO client (id, name, kind, source, external_id, since, culture, version) VALUES (@0, @1, @2, @3, @4, @5, @6, 1) ON CONFLICT (id) DO NOTHING"]
            .With(client.Id.Value.Bytes(), client.Name, Kind(client), client.Source, client.ExternalId, client.Since.Text(), client.Culture).RunAsync(cancellationToken).ConfigureAwait(false);
        if (rows == 1)
        {
            await NoteAsync(client, cancellationToken).ConfigureAwait(false);
        }

        return rows == 1;
    }

    private async Task NoteAsync(Client client, CancellationToken cancellationToken) =>
        await statements[Changed].With(client.Id.Value.Bytes()).RunAsync(cancellationToken).ConfigureAwait(false);

    private static string Kind(Client client) => client.Kind == ClientKind.Person ? "person" : "organisation";

    private static ClienteleException ChangedMeanwhile(Client client) =>
        new(ErrorCodes.ClientChanged, $"The client '{client.Name}' was changed since it was read as version {client.Version}; read it again and repeat the change.");
}
