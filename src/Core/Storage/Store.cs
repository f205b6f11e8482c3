using Clientele.Storage.Guarding;
using Clientele.Storage.Migrations;
using Clientele.Storage.Outbox;
using Clientele.Storage.PluginData;
using Clientele.Storage.Privacy;
using Clientele.Storage.Reading;
using Clientele.Storage.Sqlite;
using Clientele.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Clientele.Storage;

/// <summary>The relational store of a workspace: reads stream, writes go through one <see cref="StoreBatch"/> at a time and land whole or not at all.</summary>
/// <remarks>Thread-safe: readers run beside each other and beside the one writer; a second writer waits. Dispose it to close its connections.</remarks>
public sealed class Store : IAsyncDisposable
{
    private readonly SqliteDatabase _database;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly StatementCache _statements;
    private readonly TouchpointStatements _touchpoints;
    private bool _closed;

    private Store(SqliteDatabase database, SqliteConnection writer, string currency, TimeProvider time)
    {
        _database = database;
        _writer = writer;
        _statements = new StatementCache(writer);
        _touchpoints = new TouchpointStatements(writer);
        Currency = currency;
        Time = time;
        Clients = new ClientReader(database);
        Matters = new MatterReader(database);
        Touchpoints = new TouchpointReader(database, currency);
        Facts = new FactReader(database);
        Memberships = new MembershipReader(database);
        FollowUps = new FollowUpReader(database);
        Documents = new DocumentReader(database);
        KeptInsights = new KeptInsightReader(database);
        Mailings = new MailingReader(database);
        PluginData = new PluginDataReader(database);
        Registers = new RegisterReader(database);
        GuardDecisions = new GuardDecisionReader(database);
        Fingerprints = new FingerprintReader(database);
        FullReads = new FullReadReader(database);
    }

    /// <summary>The currency of every amount in the store.</summary>
    public string Currency { get; }

    /// <summary>Reads clients, contacts, consents, attributes and owners.</summary>
    public ClientReader Clients { get; }

    /// <summary>Reads matters and their stages.</summary>
    public MatterReader Matters { get; }

    /// <summary>Reads touchpoints.</summary>
    public TouchpointReader Touchpoints { get; }

    /// <summary>Streams what measures read, client by client.</summary>
    public FactReader Facts { get; }

    /// <summary>Reads memberships in segments.</summary>
    public MembershipReader Memberships { get; }

    /// <summary>Reads follow-ups.</summary>
    public FollowUpReader FollowUps { get; }

    /// <summary>Reads the archive of documents.</summary>
    public DocumentReader Documents { get; }

    /// <summary>Reads what insights found and somebody kept.</summary>
    public KeptInsightReader KeptInsights { get; }

    /// <summary>Reads mailings, what became of their letters, and the addresses that letters came back from.</summary>
    public MailingReader Mailings { get; }

    /// <summary>Reads what was done to the data of plugins.</summary>
    public PluginDataReader PluginData { get; }

    /// <summary>The clock that says when facts are recorded.</summary>
    public TimeProvider Time { get; }

    /// <summary>Reads the entries of registers.</summary>
    public RegisterReader Registers { get; }

    /// <summary>Reads the log of decisions about guards.</summary>
    public GuardDecisionReader GuardDecisions { get; }

    /// <summary>Reads what letters said, names aside.</summary>
    public FingerprintReader Fingerprints { get; }

    /// <summary>Reads who saw personal data in full.</summary>
    public FullReadReader FullReads { get; }

    /// <summary>Opens the store, creating the database or bringing it to the newest schema.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="time">Gives the instant at which facts are recorded.</param>
    /// <param name="cancellationToken">Stops the opening; the database is then unchanged.</param>
    /// <returns>The store.</returns>
    /// <exception cref="ClienteleException">The file cannot be opened or is no database of ours (<see cref="ErrorCodes.DatabaseUnusable"/>), is newer than this program (<see cref="ErrorCodes.DatabaseTooNew"/>), or keeps another currency (<see cref="ErrorCodes.CurrencyMixed"/>).</exception>
    public static async Task<Store> OpenAsync(StoreOptions options, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _ = new Money(0, options.Currency);
        var database = new SqliteDatabase(options);
        var writer = await database.OpenWriterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await Migrator.MigrateAsync(database, writer, options.Currency, cancellationToken).ConfigureAwait(false);
            return new Store(database, writer, options.Currency, time);
        }
        catch
        {
            await writer.DisposeAsync().ConfigureAwait(false);
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Begins a batch of writes. Waits for the batch before it. Dispose without <see cref="StoreBatch.CommitAsync"/> to undo everything.</summary>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="ClienteleException">Another process kept writing for longer than <see cref="StoreOptions.LongestWait"/> (<see cref="ErrorCodes.DatabaseBusy"/>), or the file cannot be written (<see cref="ErrorCodes.DatabaseUnusable"/>).</exception>
    public async Task<StoreBatch> BeginAsync(CancellationToken cancellationToken = default)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await BegunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins a batch of writes, unless one is open in this process already.</summary>
    /// <param name="cancellationToken">Stops the waiting for another process.</param>
    /// <returns>The batch; <see langword="null"/> when another one is open.</returns>
    /// <exception cref="ClienteleException">As <see cref="BeginAsync"/>.</exception>
    public async Task<StoreBatch?> TryBeginAsync(CancellationToken cancellationToken = default) =>
        await _writing.WaitAsync(0, cancellationToken).ConfigureAwait(false) ? await BegunAsync(cancellationToken).ConfigureAwait(false) : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_closed)
        {
            return;
        }

        // A batch still open is undone when its connection closes. The semaphore holds no handle, and a batch disposed later may still release it.
        _closed = true;
        await _statements.DisposeAsync().ConfigureAwait(false);
        _touchpoints.Dispose();
        await _writer.DisposeAsync().ConfigureAwait(false);
        await _database.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<StoreBatch> BegunAsync(CancellationToken cancellationToken)
    {
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            await _database.BeginWritingAsync(_writer, cancellationToken).ConfigureAwait(false);
            return new StoreBatch(this, _writer, _statements, _touchpoints, _writing);
        }
        catch
        {
            _writing.Release();
            throw;
        }
    }
}
