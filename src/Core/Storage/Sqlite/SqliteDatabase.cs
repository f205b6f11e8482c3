using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clientele.Storage.Sqlite;

/// <summary>Opens connections to one SQLite file: one that writes, and readers that are kept for the next query.</summary>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    /// <summary>"CLNT" in the header of the file says whose it is.</summary>
    public const int ApplicationId = 0x434C4E54;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    private readonly StoreOptions _options;
    private readonly ConcurrentBag<PooledReader> _idle = [];
    private volatile bool _closed;

    public SqliteDatabase(StoreOptions options) => _options = options;

    public async Task<SqliteConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(SqliteOpenMode.ReadWriteCreate, cancellationToken).ConfigureAwait(false);
        try
        {
            await RefuseStrangersAsync(connection, cancellationToken).ConfigureAwait(false);
            // The file keeps WAL once it is set, so only the one who writes sets it.
            // Sizes from docs/performance.md: checkpoints and page cache decide the speed of bulk appends, the memory map that of timelines.
            await connection.ExecuteAsync($"""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = {(_options.Durable ? "FULL" : "NORMAL")};
                PRAGMA wal_autocheckpoint = 20000;
                PRAGMA cache_size = -65536;
                PRAGMA mmap_size = 2147483648;
                """, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (SqliteException error)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw SqliteFailure.ExplainOpening(_options.Database, error);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task<ReaderLease> RentReaderAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(Store));
        cancellationToken.ThrowIfCancellationRequested();
        if (!_idle.TryTake(out var reader))
        {
            reader = new PooledReader(await OpenReaderAsync(cancellationToken).ConfigureAwait(false));
        }

        return new ReaderLease(this, reader);
    }

    /// <summary>Takes the write lock of the file, waiting for another process to finish its batch without blocking a thread.</summary>
    public async Task BeginWritingAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(1);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var code = raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE");
            if (code == raw.SQLITE_OK)
            {
                return;
            }

            if ((code & 0xFF) != raw.SQLITE_BUSY || Stopwatch.GetElapsedTime(began) > _options.LongestWait)
            {
                throw SqliteFailure.Explain(new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), code & 0xFF, code));
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            pause = pause < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Whether a transaction is open. SQLite ends one by itself after some errors, such as a full disk.</summary>
    public static bool InTransaction(SqliteConnection connection) =>
        connection.Handle is { IsClosed: false, IsInvalid: false } handle && raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>Undoes the transaction if there is still one.</summary>
    public static Task RollBackAsync(SqliteConnection connection) =>
        InTransaction(connection) ? connection.ExecuteAsync("ROLLBACK", CancellationToken.None) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        while (_idle.TryTake(out var reader))
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal async ValueTask ReturnAsync(PooledReader reader)
    {
        // A reader left inside a transaction would show its next user the past.
        if (_closed || InTransaction(reader.Connection))
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            return;
        }

        _idle.Add(reader);
    }

    private async Task<SqliteConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(SqliteOpenMode.ReadWrite, cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.ExecuteAsync("PRAGMA query_only = 1; PRAGMA cache_size = -16384; PRAGMA mmap_size = 2147483648;", cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (SqliteException error)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw SqliteFailure.ExplainOpening(_options.Database, error);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<SqliteConnection> OpenAsync(SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(_options.Database),
            Mode = mode,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)_options.LongestWait.TotalSeconds),
        }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (SqliteException error)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw SqliteFailure.ExplainOpening(_options.Database, error);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Refuses a database of somebody else before anything is written to it.</summary>
    private async Task RefuseStrangersAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var owner = new Statement(connection, "SELECT application_id FROM pragma_application_id");
        var tables = new Statement(connection, "SELECT count(*) FROM sqlite_schema");
        await using (owner.ConfigureAwait(false))
        await using (tables.ConfigureAwait(false))
        {
            var id = await owner.ScalarAsync<long>(cancellationToken).ConfigureAwait(false);
            if (id != ApplicationId && (id != 0 || await tables.ScalarAsync<long>(cancellationToken).ConfigureAwait(false) > 0))
            {
                throw new ClienteleException(ErrorCodes.DatabaseUnusable, $"The database '{_options.Database}' belongs to another program; name another file.");
            }
        }
    }
}

/// <summary>A reading connection and the statements prepared on it.</summary>
internal sealed class PooledReader(SqliteConnection connection) : IAsyncDisposable
{
    public SqliteConnection Connection => connection;

    public StatementCache Statements { get; } = new(connection, most: 100);

    public async ValueTask DisposeAsync()
    {
        await Statements.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }
}

/// <summary>A reading connection that goes back to its database when disposed.</summary>
internal readonly struct ReaderLease(SqliteDatabase database, PooledReader reader) : IAsyncDisposable
{
    public SqliteConnection Connection => reader.Connection;

    public StatementCache Statements => reader.Statements;

    public ValueTask DisposeAsync() => database.ReturnAsync(reader);
}
