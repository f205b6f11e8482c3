using System.Data.Common;
using System.Globalization;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>A stored membership: the reasons are the values the rule read, from which the sentences are made again.</summary>
/// <param name="Client">Who.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Segment">The segment.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day it is no longer so; <see langword="null"/> while it is.</param>
/// <param name="Version">The version of the scheme's definition that decided.</param>
/// <param name="Reasons">The values it read, by name, in invariant form.</param>
public sealed record StoredMembership(ClientId Client, string Scheme, string Segment, DateOnly From, DateOnly? Until, string Version, IReadOnlyDictionary<string, string> Reasons);

/// <summary>Reads memberships in segments.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class MembershipReader
{
    private const string Columns = "client_id, scheme, segment, from_on, until_on, version, reasons";
    private const string InForce = "from_on <= @1 AND (until_on IS NULL OR until_on > @1)";

    private readonly SqliteDatabase _database;

    internal MembershipReader(SqliteDatabase database) => _database = database;

    /// <summary>Lists a client's memberships in force on a day, by scheme.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The memberships.</returns>
    public async Task<IReadOnlyList<StoredMembership>> OfClientAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(_database, $"SELECT {Columns} FROM membership WHERE client_id = @0 AND {InForce} ORDER BY scheme", [client.Value.Bytes(), asOf.Text()], Read, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists all of a client's memberships in a scheme, the oldest first.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The memberships.</returns>
    public async Task<IReadOnlyList<StoredMembership>> HistoryAsync(ClientId client, string scheme, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(_database, $"SELECT {Columns} FROM membership WHERE client_id = @0 AND scheme = @1 ORDER BY from_on", [client.Value.Bytes(), scheme], Read, cancellationToken).ConfigureAwait(false);

    /// <summary>Streams who is in which segment on a day, in the order of client ids, without the reasons.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Clients, schemes and segments.</returns>
    public IAsyncEnumerable<(ClientId Client, string Scheme, string Segment)> SegmentsAsync(DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var names = new NamePool();
        return Query.RowsAsync(_database, $"SELECT client_id, scheme, segment FROM membership WHERE {InForce} ORDER BY client_id /* @0 */", [null, asOf.Text()], reader => (new ClientId(reader.Id(0)), names[reader.Utf8(1)], names[reader.Utf8(2)]), cancellationToken);
    }

    /// <summary>Streams the members of a scheme on a day, in the order of client ids.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The memberships.</returns>
    public IAsyncEnumerable<StoredMembership> OfSchemeAsync(string scheme, DateOnly asOf, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, $"SELECT {Columns} FROM membership WHERE scheme = @0 AND {InForce} ORDER BY client_id", [scheme, asOf.Text()], Read, cancellationToken);

    /// <summary>Streams the members of a segment on a day, in the order of client ids.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The clients.</returns>
    public IAsyncEnumerable<ClientId> InSegmentAsync(string scheme, string segment, DateOnly asOf, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, $"SELECT client_id FROM membership WHERE scheme = @0 AND segment = @2 AND {InForce} ORDER BY client_id", [scheme, asOf.Text(), segment], reader => new ClientId(reader.Id(0)), cancellationToken);

    /// <summary>Streams the memberships of a scheme in force on any day of a period, in the order of clients, then of days.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The memberships.</returns>
    public IAsyncEnumerable<StoredMembership> DuringAsync(string scheme, DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, $"SELECT {Columns} FROM membership WHERE scheme = @0 AND from_on <= @2 AND (until_on IS NULL OR until_on > @1) ORDER BY client_id, from_on", [scheme, first.Text(), last.Text()], Read, cancellationToken);

    /// <summary>Counts the members of each segment of a scheme on a day.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>Counts by segment; segments without members are absent.</returns>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(string scheme, DateOnly asOf, CancellationToken cancellationToken = default) =>
        (await Query.ListAsync(_database, $"SELECT segment, count(*) FROM membership WHERE scheme = @0 AND {InForce} GROUP BY segment", [scheme, asOf.Text()], reader => KeyValuePair.Create(reader.GetString(0), reader.GetInt64(1)), cancellationToken).ConfigureAwait(false))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Counts the clients by the segments they were in on two days.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="from">The earlier day.</param>
    /// <param name="to">The later day.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>Pairs of segments with their counts; <see langword="null"/> for none. Clients in no segment on both days are not counted.</returns>
    public async Task<IReadOnlyList<(string? From, string? To, long Count)>> MovesAsync(string scheme, DateOnly from, DateOnly to, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(
            _database,
            $"""
            SELECT a.segment, b.segment, count(*)
            FROM (SELECT client_id, segment FROM membership WHERE scheme = @0 AND {InForce}) a
            FULL JOIN (SELECT client_id, segment FROM membership WHERE scheme = @0 AND from_on <= @2 AND (until_on IS NULL OR until_on > @2)) b ON b.client_id = a.client_id
            GROUP BY 1, 2 ORDER BY 1, 2
            """,
            [scheme, from.Text(), to.Text()], reader => (reader.TextOrNull(0), reader.TextOrNull(1), reader.GetInt64(2)), cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the overrides that hold on a day, by client and scheme.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="client">Whose; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The overrides.</returns>
    public async Task<IReadOnlyList<SegmentOverride>> OverridesAsync(DateOnly asOf, ClientId? client = null, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(
            _database,
            $"SELECT client_id, scheme, segment, from_on, until_on, author, reason FROM segment_override WHERE (@0 IS NULL OR client_id = @0) AND {InForce} ORDER BY client_id, scheme",
            [client?.Value.Bytes(), asOf.Text()],
            reader => new SegmentOverride(new(reader.Id(0)), reader.GetString(1), reader.GetString(2), reader.DayAt(3), reader.DayOrNull(4), reader.GetString(5), reader.GetString(6)),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Where the quantile cuts of a scheme lay in the last run up to a day.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The cuts by axis, ascending; empty when it never ran.</returns>
    public async Task<ILookup<string, decimal>> CutsAsync(string scheme, DateOnly asOf, CancellationToken cancellationToken = default) =>
        (await Query.ListAsync(
            _database,
            "SELECT axis, value FROM scheme_cut WHERE scheme = @0 AND as_of = (SELECT max(as_of) FROM scheme_cut WHERE scheme = @0 AND as_of <= @1) ORDER BY axis, ordinal",
            [scheme, asOf.Text()], reader => (Axis: reader.GetString(0), Value: decimal.Parse(reader.GetString(1), CultureInfo.InvariantCulture)), cancellationToken).ConfigureAwait(false))
        .ToLookup(cut => cut.Axis, cut => cut.Value, StringComparer.Ordinal);

    /// <summary>What is kept for a scheme over the whole population, as of its last run.</summary>
    /// <param name="name">The name it is kept under.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The contents of its blocks, in order.</returns>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> PopulationAsync(string name, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, "SELECT data FROM population WHERE name = @0 ORDER BY block", [name], reader => (ReadOnlyMemory<byte>)reader.Utf8(0).ToArray(), cancellationToken);

    private static StoredMembership Read(DbDataReader reader) => new(
        new(reader.Id(0)), reader.GetString(1), reader.GetString(2), reader.DayAt(3), reader.DayOrNull(4), reader.GetString(5),
        DetailsJson.Read(reader.Utf8(6)));
}
