using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Clientele.Storage.Sqlite;

/// <summary>Opens connections to one SQLite file: one writer, and readers that are kept for the next query.</summary>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly bool _durable;
    private readonly ConcurrentBag<SqliteConnection> _idle = [];

    public SqliteDatabase(StoreOptions options)
    {
        _durable = options.Durable;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = options.Database,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = 30,
        }.ConnectionString;
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            // Sizes from docs/performance.md: checkpoints and page cache decide the speed of bulk appends, the memory map that of timelines.
            await connection.ExecuteAsync($"""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = {(_durable ? "FULL" : "NORMAL")};
                PRAGMA wal_autocheckpoint = 20000;
                PRAGMA cache_size = -65536;
                PRAGMA mmap_size = 2147483648;
                """, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (SqliteException error)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw new ClienteleException(ErrorCodes.DatabaseUnusable, $"The database '{connection.DataSource}' cannot be opened ({error.Message}); check the path, its permissions, and that it is a Clientele database.", error);
        }
    }

    public async Task<ReaderLease> RentReaderAsync(CancellationToken cancellationToken)
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = (SqliteConnection)await OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        return new ReaderLease(connection, _idle);
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var connection))
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}

/// <summary>A reading connection that goes back to its database when disposed.</summary>
internal readonly struct ReaderLease(SqliteConnection connection, ConcurrentBag<SqliteConnection> idle) : IDisposable
{
    public DbConnection Connection => connection;

    public void Dispose() => idle.Add(connection);
}
