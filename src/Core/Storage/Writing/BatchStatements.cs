using System.Data.Common;
using Clientele.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clientele.Storage.Writing;

/// <summary>The writer's prepared statements, lent to one batch: nothing is written outside its transaction.</summary>
internal sealed class BatchStatements(SqliteConnection connection, StatementCache cache)
{
    private bool _ended;
    private bool _halfDone;

    public Statement this[string sql]
    {
        get
        {
            Check();
            return cache[sql];
        }
    }

    /// <summary>Reads all rows, so that the table they come from may then be written.</summary>
    public async Task<List<T>> ListAsync<T>(string sql, object?[] parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var reader = await this[sql].With(parameters).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }
        }

        return rows;
    }

    /// <summary>A statement for what runs once per row; its user disposes it.</summary>
    public BoundStatement Bound(string sql)
    {
        Check();
        return new BoundStatement(connection, sql);
    }

    /// <summary>After some errors, such as a full disk, SQLite undoes the whole transaction; what came next would be committed row by row.</summary>
    public void Check()
    {
        ObjectDisposedException.ThrowIf(_ended, typeof(StoreBatch));
        if (_halfDone || !SqliteDatabase.InTransaction(connection))
        {
            throw new ClienteleException(ErrorCodes.DatabaseUnusable, "This batch is undone because of an error before; dispose it, remove the cause and begin again.");
        }
    }

    /// <summary>Something of many parts failed between two of them: the batch can only be undone.</summary>
    public void GiveUp() => _halfDone = true;

    /// <summary>Lets a token stop the statement that runs. SQLite then undoes the whole batch.</summary>
    public CancellationTokenRegistration StoppedBy(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static handle => raw.sqlite3_interrupt((sqlite3)handle!), connection.Handle);

    public void End() => _ended = true;
}
