using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>Streams the facts of clients for measures: sums of whole months from the fold of the log, single touchpoints only where a window cuts through a month.</summary>
/// <remarks>Thread-safe. Memory does not depend on the number of clients or touchpoints. Reads what the last projection folded.</remarks>
public sealed class FactReader
{
    private readonly SqliteDatabase _database;

    internal FactReader(SqliteDatabase database) => _database = database;

    /// <summary>Streams the facts, client by client in the order of ids.</summary>
    /// <param name="query">Which facts.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>One object, filled anew for each client.</returns>
    public async IAsyncEnumerable<ClientFacts> StreamAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var lease = await _database.RentReaderAsync(cancellationToken).ConfigureAwait(false);
        var connection = lease.Connection;
        var broken = string.Join(", ", query.BrokenMonths.Select(month => month.ToString(CultureInfo.InvariantCulture)));
        // One snapshot for all four cursors.
        await connection.ExecuteAsync("BEGIN", cancellationToken).ConfigureAwait(false);
        try
        {
            var clients = await CursorAsync(connection, query, $"SELECT c.id, c.kind, c.since FROM client c WHERE {Only(query, "c.id")} ORDER BY c.id", cancellationToken).ConfigureAwait(false);
            var months = await CursorAsync(connection, query, $"SELECT m.client_id, m.kind, m.first_on, m.last_on, m.count, m.amount_e4, m.amounts FROM touchpoint_month m WHERE {Only(query, "m.client_id")} AND m.month <= {FactQuery.Month(query.AsOf)} AND m.month NOT IN ({broken}) ORDER BY m.client_id", cancellationToken).ConfigureAwait(false);
            var facts = await CursorAsync(connection, query, $"""
                SELECT m.client_id, t.kind, t.occurred_on, t.amount_e4
                FROM touchpoint_month m CROSS JOIN touchpoint t ON t.client_id = m.client_id AND t.occurred_on BETWEEN m.first_on AND m.last_on AND t.kind = m.kind
                WHERE {Only(query, "m.client_id")} AND m.month IN ({broken}) AND t.occurred_on <= @0 AND {TouchpointReader.InForce} ORDER BY m.client_id
                """, cancellationToken).ConfigureAwait(false);
            var attributes = await CursorAsync(connection, query, $"SELECT a.client_id, a.name, a.value FROM client_attribute a WHERE {Only(query, "a.client_id")} AND a.from_on <= @0 AND (a.until_on IS NULL OR a.until_on > @0) ORDER BY a.client_id, a.name", cancellationToken).ConfigureAwait(false);
            await using (clients.ConfigureAwait(false))
            await using (months.ConfigureAwait(false))
            await using (facts.ConfigureAwait(false))
            await using (attributes.ConfigureAwait(false))
            {
                var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
                var current = new ClientFacts();
                while (await clients.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    var id = clients.Id;
                    current.Begin(new ClientId(id), clients.Row.GetString(1) == "person" ? ClientKind.Person : ClientKind.Organisation, clients.Row.DayAt(2));
                    while (await months.OfAsync(id, cancellationToken).ConfigureAwait(false))
                    {
                        current.Add(Month(months.Row, kinds));
                    }

                    while (await facts.OfAsync(id, cancellationToken).ConfigureAwait(false))
                    {
                        current.Add(Fact(facts.Row, kinds));
                    }

                    while (await attributes.OfAsync(id, cancellationToken).ConfigureAwait(false))
                    {
                        current.Add(Shared(kinds, attributes.Row.GetString(1)), attributes.Row.GetString(2));
                    }

                    yield return current;
                }
            }
        }
        finally
        {
            await connection.ExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static string Only(FactQuery query, string column) => query switch
    {
        { Client: not null } => $"{column} = @1",
        { ChangedAfter: { } after } => string.Create(CultureInfo.InvariantCulture, $"{column} IN (SELECT client_id FROM touchpoint WHERE seq > {after.Touchpoint} UNION SELECT client_id FROM client_change WHERE seq > {after.Change})"),
        _ => "1 = 1",
    };

    private static async Task<Cursor> CursorAsync(DbConnection connection, FactQuery query, string sql, CancellationToken cancellationToken)
    {
        // Every cursor takes the same two parameters; a comment names those it does not use.
        var statement = new Statement(connection, $"{sql} /* @0 @1 */").With(query.AsOf.Text(), query.Client?.Value.Bytes());
        return new Cursor(statement, await statement.ReadAsync(cancellationToken).ConfigureAwait(false));
    }

    private static FactBucket Month(DbDataReader row, Dictionary<string, string> kinds) =>
        new(Shared(kinds, row.GetString(1)), row.DayAt(2), row.DayAt(3), row.GetInt64(4), DbExtensions.FromE4(row.GetInt64(5)), row.GetInt64(6));

    private static FactBucket Fact(DbDataReader row, Dictionary<string, string> kinds)
    {
        var day = row.DayAt(2);
        var amount = row.IsDBNull(3) ? 0 : row.GetInt64(3);
        return new(Shared(kinds, row.GetString(1)), day, day, 1, DbExtensions.FromE4(amount), row.IsDBNull(3) ? 0 : 1);
    }

    private static string Shared(Dictionary<string, string> kinds, string kind)
    {
        if (!kinds.TryGetValue(kind, out var shared))
        {
            shared = kind;
            kinds.Add(kind, kind);
        }

        return shared;
    }
}
