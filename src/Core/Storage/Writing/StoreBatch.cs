using Clientele.Storage.Reading;
using Clientele.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Clientele.Storage.Writing;

/// <summary>What putting a record changed.</summary>
public enum PutResult
{
    /// <summary>It was not stored yet and is now.</summary>
    Added,

    /// <summary>It is stored with equal content; nothing was written.</summary>
    Unchanged,

    /// <summary>It was stored with other content, which it replaces; for a touchpoint, by a correction.</summary>
    Changed,
}

/// <summary>A batch of writes in one transaction: all of it lands at <see cref="CommitAsync"/>, or none of it.</summary>
/// <remarks>For one thread at a time. Dispose it always; without a commit everything is undone.</remarks>
public sealed class StoreBatch : IAsyncDisposable
{
    private readonly Store _store;
    private readonly SqliteConnection _connection;
    private readonly BatchStatements _statements;
    private readonly SemaphoreSlim _writing;
    private readonly ClientWriter _clients;
    private readonly MatterWriter _matters;
    private readonly TouchpointWriter _touchpoints;
    private bool _ended;

    internal StoreBatch(Store store, SqliteConnection connection, StatementCache cache, TouchpointStatements touchpoints, SemaphoreSlim writing)
    {
        _store = store;
        _connection = connection;
        _statements = new BatchStatements(connection, cache);
        _writing = writing;
        _clients = new ClientWriter(_statements);
        _matters = new MatterWriter(_statements);
        _touchpoints = new TouchpointWriter(_statements, touchpoints, store.Currency, store.Time);
    }

    internal BatchStatements Statements => _statements;

    internal TimeProvider Time => _store.Time;

    /// <summary>Saves a client read before, or adds a new one. Refuses to overwrite somebody else's change.</summary>
    /// <param name="client">The client; its version says what the caller read (0: it is new).</param>
    /// <param name="cancellationToken">Stops the saving.</param>
    /// <returns>The client as stored, with its new version.</returns>
    /// <exception cref="ClienteleException">The stored version is another (<see cref="ErrorCodes.ClientChanged"/>).</exception>
    public Task<Client> SaveAsync(Client client, CancellationToken cancellationToken = default) => _clients.SaveAsync(client, cancellationToken);

    /// <summary>Adds a client or brings the stored one to this content, whoever changed it last: for imports, where the file is the authority.</summary>
    /// <param name="client">The client; its version is ignored.</param>
    /// <param name="cancellationToken">Stops the putting.</param>
    /// <returns>What changed.</returns>
    public Task<PutResult> PutAsync(Client client, CancellationToken cancellationToken = default) => _clients.PutAsync(client, cancellationToken);

    /// <summary>Adds a contact or brings the stored one to this content.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="cancellationToken">Stops the putting.</param>
    /// <returns>What changed.</returns>
    public Task<PutResult> PutAsync(Contact contact, CancellationToken cancellationToken = default) => _clients.PutAsync(contact, cancellationToken);

    /// <summary>Records a contact's answer to being contacted.</summary>
    /// <param name="consent">The answer.</param>
    /// <param name="cancellationToken">Stops the putting.</param>
    /// <returns>What changed.</returns>
    public Task<PutResult> PutAsync(Consent consent, CancellationToken cancellationToken = default) => _clients.PutAsync(consent, cancellationToken);

    /// <summary>Gives an attribute a value from a day on, ending the value before it. A value equal to the one in force changes nothing.</summary>
    /// <param name="value">The value; <see cref="AttributeValue.Until"/> is ignored.</param>
    /// <param name="cancellationToken">Stops the putting.</param>
    /// <returns>What changed.</returns>
    public Task<PutResult> PutAsync(AttributeValue value, CancellationToken cancellationToken = default) => _clients.PutAsync(value, cancellationToken);

    /// <summary>Gives a person's attribute a value from a day on, ending the value before it. A value equal to the one in force changes nothing.</summary>
    /// <param name="value">The value; <see cref="ContactAttributeValue.Until"/> is ignored.</param>
    /// <param name="cancellationToken">Stops the putting.</param>
    /// <returns>What changed.</returns>
    public Task<PutResult> PutAsync(ContactAttributeValue value, CancellationToken cancellationToken = default) => _clients.PutAsync(value, cancellationToken);

    /// <summary>Makes somebody the owner of a client in a role from a day on, ending the ownership before it.</summary>
    /// <param name="ownership">The ownership; <see cref="Ownership.Until"/> is ignored.</param>
    /// <param name="cancellationToken">Stops the putting.</param>
    /// <returns>What changed.</returns>
    public Task<PutResult> PutAsync(Ownership ownership, CancellationToken cancellationToken = default) => _clients.PutAsync(ownership, cancellationToken);

    /// <summary>Opens a matter or brings the stored one's title and opening day to this content.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="cancellationToken">Stops the putting.</param>
    /// <returns>What changed.</returns>
    public Task<PutResult> PutAsync(Matter matter, CancellationToken cancellationToken = default) => _matters.PutAsync(matter, cancellationToken);

    /// <summary>Appends a touchpoint. The fast way: one prepared statement a row.</summary>
    /// <param name="touchpoint">The fact.</param>
    /// <param name="cancellationToken">Stops the appending.</param>
    /// <returns>A task that ends when the row is written.</returns>
    /// <exception cref="ClienteleException">The id is stored already (<see cref="ErrorCodes.TouchpointExists"/>), the amount is in another currency (<see cref="ErrorCodes.CurrencyMixed"/>), or the client, contact or matter is not stored (<see cref="ErrorCodes.ReferenceUnknown"/>).</exception>
    public Task AppendAsync(Touchpoint touchpoint, CancellationToken cancellationToken = default) => _touchpoints.AppendAsync(touchpoint, cancellationToken);

    /// <summary>Appends a touchpoint, or, when its id is stored with other content, a correction of it: for imports.</summary>
    /// <param name="touchpoint">The fact.</param>
    /// <param name="cancellationToken">Stops the putting.</param>
    /// <returns>Added, unchanged, or changed by a correction.</returns>
    public Task<PutResult> PutAsync(Touchpoint touchpoint, CancellationToken cancellationToken = default) => _touchpoints.PutAsync(touchpoint, cancellationToken);

    /// <summary>The stage that a touchpoint moved its matter to, as of the last projection, in this batch or before it.</summary>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The stage; <see langword="null"/> when it moved nothing.</returns>
    public async Task<MatterStage?> MovedByAsync(TouchpointId touchpoint, CancellationToken cancellationToken = default)
    {
        const string moved = $"SELECT {MatterReader.Columns}, s.stage, s.from_on, s.until_on, s.touchpoint_id FROM touchpoint t CROSS JOIN matter m ON m.id = t.matter_id CROSS JOIN matter_stage s ON s.matter_id = m.id WHERE t.id = @0 AND s.touchpoint_id = @0";
        return (await _statements.ListAsync(moved, [touchpoint.Value.Bytes()], MatterReader.InStage, cancellationToken).ConfigureAwait(false)).FirstOrDefault()?.Stage;
    }

    /// <summary>Keeps an archive row for a document; one already kept with the same id is replaced.</summary>
    /// <param name="document">What was rendered.</param>
    /// <param name="cancellationToken">Stops the archiving.</param>
    /// <returns>A task that ends when the row is written.</returns>
    public Task ArchiveAsync(ArchivedDocument document, CancellationToken cancellationToken = default) => DocumentWriter.ArchiveAsync(_statements, _store.Time, document, cancellationToken);

    /// <summary>Keeps what an insight found; the same insight kept before for the same day and settings is replaced.</summary>
    /// <param name="insight">What it found.</param>
    /// <param name="cancellationToken">Stops the keeping.</param>
    /// <returns>A task that ends when the row is written.</returns>
    public async Task KeepAsync(KeptInsight insight, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(insight);
        await _statements["INSERT INTO kept_insight (insight, as_of, settings, result, recorded_at) VALUES (@0, @1, @2, @3, @4) ON CONFLICT (insight, as_of, settings) DO UPDATE SET result = excluded.result, recorded_at = excluded.recorded_at"]
            .With(insight.Insight, insight.AsOf.Text(), insight.Settings, insight.Result, _store.Time.GetUtcNow().Text())
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes everything in the batch permanent. What it returns from survives a kill of the process, and, in a durable store, a loss of power.</summary>
    /// <param name="cancellationToken">Stops before the commit begins.</param>
    /// <returns>A task that ends when the data are safe.</returns>
    /// <exception cref="ObjectDisposedException">The batch is committed or disposed already.</exception>
    /// <exception cref="ClienteleException">The data could not be made permanent (<see cref="ErrorCodes.DatabaseUnusable"/>); nothing of the batch is kept.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        _statements.Check();
        try
        {
            await _connection.ExecuteAsync("COMMIT", cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.Explain(error);
        }

        End();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_ended)
        {
            return;
        }

        try
        {
            await SqliteDatabase.RollBackAsync(_connection).ConfigureAwait(false);
        }
        finally
        {
            End();
        }
    }

    private void End()
    {
        _ended = true;
        _statements.End();
        _writing.Release();
    }
}
