using System.Runtime.CompilerServices;
using Clientele.Storage.Projection;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>Streams the facts of clients for measures: sums of whole months from the fold of the log, single touchpoints only where a window cuts through a month.</summary>
/// <remarks>Thread-safe. Memory does not depend on the number of clients or touchpoints. Shows touchpoints as of the last projection of the log, all of them or none of a batch.</remarks>
public sealed class FactReader
{
    private readonly SqliteDatabase _database;

    internal FactReader(SqliteDatabase database) => _database = database;

    /// <summary>Whether everything in the log is folded, so that measures see it.</summary>
    /// <param name="cancellationToken">Stops the looking.</param>
    /// <returns>Whether nothing was appended and no matter was opened since.</returns>
    public async Task<bool> AreCurrentAsync(CancellationToken cancellationToken = default) =>
        (await Query.ListAsync(_database, $"SELECT coalesce((SELECT max(seq) FROM touchpoint), 0) = coalesce(({LogProjection.Projected}), 0) AND NOT EXISTS (SELECT 1 FROM matter_unfolded)", [], row => row.GetInt64(0) != 0, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Streams the facts, client by client in the order of ids.</summary>
    /// <param name="query">Which facts.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>One object, filled anew for each client.</returns>
    public async IAsyncEnumerable<ClientFacts> StreamAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var lease = await _database.RentReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            // One snapshot for all cursors; a reader that is returned inside it would be thrown away.
            await lease.Connection.ExecuteAsync("BEGIN", cancellationToken).ConfigureAwait(false);
            try
            {
                var projected = await lease.Statements[LogProjection.Projected].ScalarAsync<long>(cancellationToken).ConfigureAwait(false);
                var cursors = await FactCursors.OpenAsync(lease.Connection, query, projected, cancellationToken).ConfigureAwait(false);
                await using (cursors.ConfigureAwait(false))
                {
                    var current = new ClientFacts();
                    while (cursors.Next(current))
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        yield return current;
                    }
                }
            }
            finally
            {
                await SqliteDatabase.RollBackAsync(lease.Connection).ConfigureAwait(false);
            }
        }
    }
}
