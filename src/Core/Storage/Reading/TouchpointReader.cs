using System.Data.Common;
using System.Globalization;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>Reads touchpoints as they stand after corrections.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class TouchpointReader
{
    internal const string Columns = "t.id, t.client_id, t.kind, t.occurred_on, t.recorded_at, t.channel, t.done_by, t.contact_id, t.matter_id, t.amount_e4, t.note, t.details, t.corrects, t.withdrawn, t.source";

    /// <summary>A touchpoint counts unless it is withdrawn or a later one corrects the same original.</summary>
    internal const string InForce = "t.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM touchpoint later WHERE later.corrects = coalesce(t.corrects, t.id) AND later.seq > t.seq)";

    private readonly SqliteDatabase _database;
    private readonly string _currency;

    internal TouchpointReader(SqliteDatabase database, string currency)
    {
        _database = database;
        _currency = currency;
    }

    /// <summary>Streams a client's touchpoints up to a day, the newest first.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="asOf">The last day.</param>
    /// <param name="limit">How many at most; the default is all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The touchpoints in force.</returns>
    public IAsyncEnumerable<Touchpoint> TimelineAsync(ClientId client, DateOnly asOf, int limit = int.MaxValue, CancellationToken cancellationToken = default) =>
        // The limit is part of the text: SQLite plans better for a number it knows, and takes 54 instead of 85 microseconds for 20.
        Query.RowsAsync(_database, $"SELECT {Columns} FROM touchpoint t WHERE t.client_id = @0 AND t.occurred_on <= @1 AND {InForce} ORDER BY t.occurred_on DESC, t.id DESC{Limit(limit)}", [client.Value.Bytes(), asOf.Text()], row => Read(row, _currency), cancellationToken);

    /// <summary>Streams the touchpoints of a matter up to a day, the oldest first.</summary>
    /// <param name="matter">Which matter.</param>
    /// <param name="asOf">The last day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The touchpoints in force.</returns>
    public IAsyncEnumerable<Touchpoint> OfMatterAsync(MatterId matter, DateOnly asOf, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, $"SELECT {Columns} FROM touchpoint t WHERE t.matter_id = @0 AND t.occurred_on <= @1 AND {InForce} ORDER BY t.occurred_on, t.seq", [matter.Value.Bytes(), asOf.Text()], row => Read(row, _currency), cancellationToken);

    /// <summary>Streams the touchpoints of some kinds up to a day, in the order of clients, then of days, then of ids.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <param name="asOf">The last day.</param>
    /// <param name="client">Whose; <see langword="null"/> for everybody's.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The touchpoints in force, as of the last projection of the log.</returns>
    public IAsyncEnumerable<Touchpoint> OfKindsAsync(IEnumerable<string> kinds, DateOnly asOf, ClientId? client = null, CancellationToken cancellationToken = default) =>
        OfKindsAsync(kinds, DateOnly.MinValue, asOf, client, cancellationToken);

    /// <summary>Streams the touchpoints of some kinds in a period, in the order of clients, then of days, then of ids.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="client">Whose; <see langword="null"/> for everybody's.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The touchpoints in force, as of the last projection of the log.</returns>
    public IAsyncEnumerable<Touchpoint> OfKindsAsync(IEnumerable<string> kinds, DateOnly first, DateOnly last, ClientId? client = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        // The fold knows which client has which kind in which month, so that the rest of the log is not read.
        var whose = client is null ? "@3 IS NULL" : "m.client_id = @3";
        var ofMonth = $"""
            SELECT {Columns} FROM touchpoint_month m CROSS JOIN touchpoint t ON t.client_id = m.client_id AND t.occurred_on BETWEEN m.first_on AND m.last_on AND t.kind = m.kind
            WHERE {whose} AND m.kind IN (SELECT value FROM json_each(@0)) AND m.last_on >= @2 AND t.occurred_on BETWEEN @2 AND @1 AND {InForce} ORDER BY t.client_id, t.occurred_on, t.id
            """;
        return Query.RowsAsync(_database, ofMonth, [System.Text.Json.JsonSerializer.Serialize(kinds.ToArray()), last.Text(), first.Text(), client?.Value.Bytes()], row => Read(row, _currency), cancellationToken);
    }

    /// <summary>Finds the first touchpoint of some kinds after a day: what fulfilled a follow-up.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="kinds">The kinds that count.</param>
    /// <param name="after">The day it must come after; for a touchpoint of the matter itself, that day counts too.</param>
    /// <param name="asOf">The last day that counts.</param>
    /// <param name="matter">The matter it must belong to, unless it belongs to none; <see langword="null"/> for any.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The touchpoint's id; <see langword="null"/> when there is none.</returns>
    public async Task<TouchpointId?> FirstAsync(ClientId client, IReadOnlySet<string> kinds, DateOnly after, DateOnly asOf, MatterId? matter = null, CancellationToken cancellationToken = default) =>
        (await FindFirstAsync(client, kinds, after, asOf, matter, cancellationToken).ConfigureAwait(false))?.Id;

    /// <summary>Finds the first touchpoint of some kinds after a day, as <see cref="FirstAsync"/> does.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="kinds">The kinds that count.</param>
    /// <param name="after">The day it must come after; for a touchpoint of the matter itself, that day counts too.</param>
    /// <param name="asOf">The last day that counts.</param>
    /// <param name="matter">The matter it must belong to, unless it belongs to none; <see langword="null"/> for any.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The touchpoint; <see langword="null"/> when there is none.</returns>
    public async Task<Touchpoint?> FindFirstAsync(ClientId client, IReadOnlySet<string> kinds, DateOnly after, DateOnly asOf, MatterId? matter = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        await foreach (var touchpoint in Query.RowsAsync(_database, $"SELECT {Columns} FROM touchpoint t WHERE t.client_id = @0 AND t.occurred_on BETWEEN @1 AND @2 AND {InForce} ORDER BY t.occurred_on, t.id", [client.Value.Bytes(), after.Text(), asOf.Text()], row => Read(row, _currency), cancellationToken).ConfigureAwait(false))
        {
            var late = touchpoint.OccurredOn > after || (matter is not null && touchpoint.Matter == matter);
            var about = matter is null || touchpoint.Matter is null || touchpoint.Matter == matter;
            if (late && about && kinds.Contains(touchpoint.Kind))
            {
                return touchpoint;
            }
        }

        return null;
    }

    /// <summary>Whether any touchpoint up to a day was read from a source whose name begins so.</summary>
    /// <param name="sourcePrefix">The beginning of the source's name; upper and lower case count.</param>
    /// <param name="asOf">The last day.</param>
    /// <param name="client">Only touchpoints of this client; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    /// <returns>Whether there is one.</returns>
    public async Task<bool> AnyFromAsync(string sourcePrefix, DateOnly asOf, ClientId? client = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sourcePrefix);
        var of = client is null ? "AND @2 IS NULL" : "AND t.client_id = @2";
        return (await Query.ListAsync(_database, $"SELECT EXISTS (SELECT 1 FROM touchpoint t WHERE substr(t.source, 1, length(@0)) = @0 AND t.occurred_on <= @1 {of} AND {InForce})", [sourcePrefix, asOf.Text(), client?.Value.Bytes()], reader => reader.GetInt64(0) != 0, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Counts the touchpoints in force up to a day.</summary>
    /// <param name="asOf">The last day.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>How many there are.</returns>
    public async Task<long> CountAsync(DateOnly asOf, CancellationToken cancellationToken = default) =>
        (await Query.ListAsync(_database, $"SELECT count(*) FROM touchpoint t WHERE t.occurred_on <= @0 AND {InForce}", [asOf.Text()], reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Sums touchpoints by month and kind over all clients, by month.</summary>
    /// <param name="first">The first day that counts.</param>
    /// <param name="last">The last day that counts.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Month as <c>2026-03</c>, kind, count and sum.</returns>
    public IAsyncEnumerable<MonthTotal> MonthsAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(
            _database,
            $"SELECT substr(t.occurred_on, 1, 7), t.kind, count(*), coalesce(sum(t.amount_e4), 0) FROM touchpoint t WHERE t.occurred_on BETWEEN @0 AND @1 AND {InForce} GROUP BY 1, 2 ORDER BY 1, 2",
            [first.Text(), last.Text()],
            reader => new MonthTotal(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), DbExtensions.FromE4(reader.GetInt64(3))),
            cancellationToken);

    private static string Limit(int rows) => rows == int.MaxValue ? "" : string.Create(CultureInfo.InvariantCulture, $" LIMIT {Math.Max(0, rows)}");

    internal static Touchpoint Read(DbDataReader reader, string currency) => new()
    {
        Id = new(reader.Id(0)),
        Client = new(reader.Id(1)),
        Kind = reader.GetString(2),
        OccurredOn = reader.DayAt(3),
        RecordedAt = reader.InstantAt(4),
        Channel = reader.GetString(5),
        By = reader.GetString(6),
        Contact = reader.IdOrNull(7) is { } contact ? new ContactId(contact) : null,
        Matter = reader.IdOrNull(8) is { } matter ? new MatterId(matter) : null,
        Amount = reader.IsDBNull(9) ? null : new Money(DbExtensions.FromE4(reader.GetInt64(9)), currency),
        Note = reader.GetString(10),
        Details = reader.IsDBNull(11) ? DetailsJson.None : DetailsJson.Read(reader.Utf8(11)),
        Corrects = reader.IdOrNull(12) is { } corrects ? new TouchpointId(corrects) : null,
        Withdrawn = reader.GetInt64(13) != 0,
        Source = reader.GetString(14),
    };
}

/// <summary>The touchpoints of one kind in one month, over all clients.</summary>
/// <param name="Month">The month as <c>2026-03</c>.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Amount">The sum of their amounts, in the currency of the store.</param>
public sealed record MonthTotal(string Month, string Kind, long Count, decimal Amount);
