using System.Data.Common;
using System.Runtime.CompilerServices;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>Streams the rows of one statement as records.</summary>
internal static class Query
{
    public static async IAsyncEnumerable<T> RowsAsync<T>(SqliteDatabase database, string sql, object?[] parameters, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lease = await database.RentReaderAsync(cancellationToken).ConfigureAwait(false);
        var statement = new Statement(lease.Connection, sql).With(parameters);
        await using (statement.ConfigureAwait(false))
        {
            var reader = await statement.ReadAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return read(reader);
                }
            }
        }
    }

    public static async Task<T?> FirstAsync<T>(SqliteDatabase database, string sql, object?[] parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var row in RowsAsync(database, sql, parameters, read, cancellationToken).ConfigureAwait(false))
        {
            return row;
        }

        return null;
    }

    public static async Task<List<T>> ListAsync<T>(SqliteDatabase database, string sql, object?[] parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await foreach (var row in RowsAsync(database, sql, parameters, read, cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row);
        }

        return rows;
    }
}
