using System.Data.Common;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>A matter with the stage it is in on a day.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Stage">Its stage on that day.</param>
public sealed record MatterInStage(Matter Matter, MatterStage Stage);

/// <summary>Reads matters and their stages.</summary>
/// <remarks>Thread-safe. Stages are as of the last projection of the log.</remarks>
public sealed class MatterReader
{
    internal const string Columns = "m.id, m.client_id, m.type, m.title, m.opened_on, m.external_id, m.source";

    private readonly SqliteDatabase _database;

    internal MatterReader(SqliteDatabase database) => _database = database;

    /// <summary>Finds a matter.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The matter; <see langword="null"/> when it is not stored.</returns>
    public Task<Matter?> FindAsync(MatterId id, CancellationToken cancellationToken = default) =>
        Query.FirstAsync(_database, $"SELECT {Columns} FROM matter m WHERE m.id = @0", [id.Value.Bytes()], Read, cancellationToken);

    /// <summary>Streams the matters opened on or before a day with the stage each is in that day, in the order of opening.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="type">Only matters of this type; empty for all.</param>
    /// <param name="client">Only matters of this client; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The matters.</returns>
    public IAsyncEnumerable<MatterInStage> InStageAsync(DateOnly asOf, string type = "", ClientId? client = null, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(
            _database,
            $"""
            SELECT {Columns}, s.stage, s.from_on, s.until_on, s.touchpoint_id
            FROM matter m JOIN matter_stage s ON s.matter_id = m.id
            WHERE s.from_on <= @0 AND (s.until_on IS NULL OR s.until_on > @0) {(type.Length > 0 ? "AND m.type = @1" : "AND @1 IS NOT NULL")} {(client is null ? "AND @2 IS NULL" : "AND m.client_id = @2")}
            ORDER BY m.opened_on, m.id
            """,
            [asOf.Text(), type, client?.Value.Bytes()],
            reader => new MatterInStage(Read(reader), new MatterStage(new(reader.Id(0)), reader.GetString(7), reader.DayAt(8), reader.DayOrNull(9), reader.IdOrNull(10) is { } by ? new TouchpointId(by) : null)),
            cancellationToken);

    internal static Matter Read(DbDataReader reader) => new()
    {
        Id = new(reader.Id(0)),
        Client = new(reader.Id(1)),
        Type = reader.GetString(2),
        Title = reader.GetString(3),
        OpenedOn = reader.DayAt(4),
        ExternalId = reader.GetString(5),
        Source = reader.GetString(6),
    };
}
