using System.Data.Common;
using System.Runtime.CompilerServices;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>Streams the rows of one statement as records. The statement stays prepared on its connection, so its text is one of few.</summary>
internal static class Query
{
    public static async IAsyncEnumerable<T> RowsAsync<T>(SqliteDatabase database, string sql, object?[] parameters, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lease = await database.RentReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            var reader = await lease.Statements[sql].With(parameters).ReadAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return read(reader);
                }
            }
        }
    }

    public static async Task<T?> FirstAsync<T>(SqliteDatabase database, string sql, object?[] parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        var lease = await database.RentReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            var reader = await lease.Statements[sql].With(parameters).ReadAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                return await reader.NextAsync(cancellationToken).ConfigureAwait(false) ? read(reader) : null;
            }
        }
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
