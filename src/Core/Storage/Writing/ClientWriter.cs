using Clientele.Storage.Reading;

namespace Clientele.Storage.Writing;

/// <summary>Writes clients and what belongs to them.</summary>
internal sealed class ClientWriter(StatementCache statements)
{
    public async Task<Client> SaveAsync(Client client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (client.Version == 0)
        {
            var added = await InsertAsync(client, cancellationToken).ConfigureAwait(false);
            return added ? client with { Version = 1 } : throw Changed(client);
        }

        var rows = await statements["UPDATE client SET name = @1, kind = @2, source = @3, external_id = @4, since = @5, culture = @6, version = version + 1 WHERE id = @0 AND version = @7"]
            .With(client.Id.Value.Bytes(), client.Name, Kind(client), client.Source, client.ExternalId, client.Since.Text(), client.Culture, client.Version)
            .RunAsync(cancellationToken).ConfigureAwait(false);
        return rows == 1 ? client with { Version = client.Version + 1 } : throw Changed(client);
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
        return rows == 1 ? PutResult.Changed : PutResult.Unchanged;
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
            return PutResult.Added;
        }

        var changed = await statements["""
            UPDATE contact SET client_id = @1, name = @2, family_name = @3, salutation = @4, position = @5, role = @6, email = @7, phone = @8, culture = @9, is_primary = @10
            WHERE id = @0 AND NOT (client_id = @1 AND name = @2 AND family_name = @3 AND salutation = @4 AND position = @5 AND role = @6 AND email = @7 AND phone = @8 AND culture IS @9 AND is_primary = @10)
            """].With(values.AsSpan(0, 11)).RunAsync(cancellationToken).ConfigureAwait(false);
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

    public async Task<PutResult> PutAsync(AttributeValue value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(value);
        var result = await IntervalAsync("client_attribute", "name", "value", value.Client, value.Name, value.Value, value.From, ", source", [value.Source], cancellationToken).ConfigureAwait(false);
        return result;
    }

    public async Task<PutResult> PutAsync(Ownership ownership, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ownership);
        return await IntervalAsync("client_owner", "role", "person", ownership.Client, ownership.Role, ownership.Person, ownership.From, "", [], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins a dated interval, ending the one it falls into; a back-dated value keeps until the next one begins.</summary>
    private async Task<PutResult> IntervalAsync(string table, string key, string content, ClientId client, string name, string value, DateOnly from, string extraColumn, object?[] extra, CancellationToken cancellationToken)
    {
        var id = client.Value.Bytes();
        var current = await statements[$"SELECT {content} FROM {table} WHERE client_id = @0 AND {key} = @1 AND from_on <= @2 AND (until_on IS NULL OR until_on > @2)"]
            .With(id, name, from.Text()).ScalarAsync<string>(cancellationToken).ConfigureAwait(false);
        if (current == value)
        {
            return PutResult.Unchanged;
        }

        var next = await statements[$"SELECT min(from_on) FROM {table} WHERE client_id = @0 AND {key} = @1 AND from_on > @2"].With(id, name, from.Text()).ScalarAsync<string>(cancellationToken).ConfigureAwait(false);
        await statements[$"UPDATE {table} SET until_on = @2 WHERE client_id = @0 AND {key} = @1 AND from_on < @2 AND (until_on IS NULL OR until_on > @2)"].With(id, name, from.Text()).RunAsync(cancellationToken).ConfigureAwait(false);
        var placeholder = extra.Length == 0 ? "" : ", @5";
        await statements[$"""
            INSERT INTO {table} (client_id, {key}, from_on, until_on, {content}{extraColumn}) VALUES (@0, @1, @2, @3, @4{placeholder})
            ON CONFLICT (client_id, {key}, from_on) DO UPDATE SET {content} = excluded.{content}
            """].With([id, name, from.Text(), next, value, .. extra]).RunAsync(cancellationToken).ConfigureAwait(false);
        await statements["INSERT INTO client_change (client_id) VALUES (@0)"].With(id).RunAsync(cancellationToken).ConfigureAwait(false);
        return current is null ? PutResult.Added : PutResult.Changed;
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
            await statements["INSERT INTO client_change (client_id) VALUES (@0)"].With(client.Id.Value.Bytes()).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        return rows == 1;
    }

    private static string Kind(Client client) => client.Kind == ClientKind.Person ? "person" : "organisation";

    private static ClienteleException Changed(Client client) =>
        new(ErrorCodes.ClientChanged, $"The client '{client.Name}' was changed since it was read as version {client.Version}; read it again and repeat the change.");
}
