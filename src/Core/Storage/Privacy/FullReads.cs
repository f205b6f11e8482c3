using Clientele.Storage.Archive;
using Clientele.Storage.Reading;
using Clientele.Storage.Sqlite;
using Clientele.Storage.Writing;

namespace Clientele.Storage.Privacy;

/// <summary>Somebody saw, exported or erased personal data.</summary>
/// <param name="Person">Who.</param>
/// <param name="Role">The role in which; empty for none.</param>
/// <param name="Action"><c>read</c>, <c>export</c> or <c>erase</c>.</param>
/// <param name="Client">At which client.</param>
/// <param name="Contact">Whose; <see langword="null"/> for the client's own.</param>
/// <param name="Fields">Which fields, such as <c>phone, email</c>; never their values.</param>
/// <param name="Because">What for.</param>
/// <param name="On">The day.</param>
public sealed record FullRead(string Person, string Role, string Action, ClientId Client, ContactId? Contact, string Fields, string Because, DateOnly On)
{
    /// <summary>When it was recorded; set by the store.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>Reads who saw personal data in full.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FullReadReader
{
    private readonly SqliteDatabase _database;

    internal FullReadReader(SqliteDatabase database) => _database = database;

    /// <summary>Streams the record in the order in which it was written.</summary>
    /// <param name="client">Only what is about this client; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The rows.</returns>
    public IAsyncEnumerable<FullRead> AllAsync(ClientId? client = null, CancellationToken cancellationToken = default) => Query.RowsAsync(
        _database,
        "SELECT person, role, action, client_id, contact_id, fields, because, on_day, recorded_at FROM full_read WHERE @0 IS NULL OR client_id = @0 ORDER BY seq",
        [client?.Value.Bytes()],
        row => new FullRead(row.GetString(0), row.GetString(1), row.GetString(2), new(row.Id(3)), row.IdOrNull(4) is { } contact ? new ContactId(contact) : null, row.GetString(5), row.GetString(6), row.DayAt(7)) { RecordedAt = row.InstantAt(8) },
        cancellationToken);
}

/// <summary>Writes who saw personal data in full, and erases people.</summary>
public static class PrivacyWriting
{
    /// <summary>Adds to the record.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="read">What happened; its instant is set here.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task RecordAsync(this StoreBatch batch, FullRead read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(read);
        await batch.Statements["INSERT INTO full_read (person, role, action, client_id, contact_id, fields, because, on_day, recorded_at) VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8)"]
            .With(read.Person, read.Role, read.Action, read.Client.Value.Bytes(), read.Contact?.Value.Bytes(), read.Fields, read.Because, read.On.Text(), batch.Time.GetUtcNow().Text())
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Erases a person: name, addresses, position, attributes, where the answers about being contacted came from, and the fingerprints of letters. What happened with the person still counts.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="contact">Whom.</param>
    /// <param name="on">The day.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>Whether there was somebody to erase.</returns>
    /// <remarks>The row keeps its id, so that a later import of the same person brings nothing back.</remarks>
    public static async Task<bool> EraseAsync(this StoreBatch batch, ContactId contact, DateOnly on, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var id = contact.Value.Bytes();
        var rows = await batch.Statements["""
            UPDATE contact SET name = '', family_name = '', salutation = 'Unknown', position = '', role = '', email = '', phone = '', culture = NULL, is_primary = 0, external_id = '', erased_on = @1
            WHERE id = @0 AND erased_on IS NULL
            """].With(id, on.Text()).RunAsync(cancellationToken).ConfigureAwait(false);
        await batch.Statements["DELETE FROM contact_attribute WHERE contact_id = @0"].With(id).RunAsync(cancellationToken).ConfigureAwait(false);
        await batch.Statements["INSERT INTO client_change (client_id) SELECT client_id FROM contact WHERE id = @0"].With(id).RunAsync(cancellationToken).ConfigureAwait(false);
        await batch.Statements["UPDATE consent SET source = '' WHERE contact_id = @0"].With(id).RunAsync(cancellationToken).ConfigureAwait(false);
        await batch.Statements["DELETE FROM contact_attribute WHERE contact_id = @0"].With(id).RunAsync(cancellationToken).ConfigureAwait(false);
        await batch.Statements["DELETE FROM document_fingerprint WHERE contact_id = @0"].With(id).RunAsync(cancellationToken).ConfigureAwait(false);
        await batch.EraseFromArchiveAsync(contact, cancellationToken).ConfigureAwait(false);
        return rows == 1;
    }
}
