using System.Data.Common;
using System.Runtime.CompilerServices;
using Clientele.Storage.Projection;
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
    internal const string Columns = "m.id, m.client_id, m.type, m.title, m.opened_on, m.external_id, m.source, m.origin_id";
    internal const int ColumnCount = 8;

    private const string WithStage = $"{Columns}, s.stage, s.from_on, s.until_on, s.touchpoint_id FROM matter m CROSS JOIN matter_stage s ON s.matter_id = m.id";

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
            InStage,
            cancellationToken);

    /// <summary>The stages that a matter went through, in order.</summary>
    /// <param name="id">Which matter.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The stages; none when the matter is not stored or its type is not registered.</returns>
    public async Task<IReadOnlyList<MatterStage>> StagesAsync(MatterId id, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(_database, $"SELECT {WithStage} WHERE m.id = @0 ORDER BY s.ordinal", [id.Value.Bytes()], reader => InStage(reader).Stage, cancellationToken).ConfigureAwait(false);

    /// <summary>The matters that came of another, with the stages they went through, by id.</summary>
    /// <param name="origin">The matter they came of.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The matters.</returns>
    public async Task<IReadOnlyList<LinkedMatter>> LinkedAsync(MatterId origin, CancellationToken cancellationToken = default) =>
        Linked(await Query.ListAsync(_database, $"SELECT {WithStage} WHERE m.origin_id = @0 ORDER BY m.id, s.ordinal", [origin.Value.Bytes()], InStage, cancellationToken).ConfigureAwait(false));

    /// <summary>Streams all matters opened on or before a day with the stages they went through, whatever the day of those, in the order of ids.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="types">Only matters of these types; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The matters.</returns>
    public async IAsyncEnumerable<LinkedMatter> WithStagesAsync(DateOnly asOf, IReadOnlyCollection<string>? types = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var one = new List<MatterInStage>();
        await foreach (var row in Query.RowsAsync(
            _database,
            $"SELECT {WithStage} WHERE m.opened_on <= @0 AND (@1 IS NULL OR m.type IN (SELECT value FROM json_each(@1))) ORDER BY m.id, s.ordinal",
            [asOf.Text(), types is null ? null : System.Text.Json.JsonSerializer.Serialize(types.ToArray())],
            InStage,
            cancellationToken).ConfigureAwait(false))
        {
            if (one.Count > 0 && one[0].Matter.Id != row.Matter.Id)
            {
                yield return Linked(one)[0];
                one.Clear();
            }

            one.Add(row);
        }

        if (one.Count > 0)
        {
            yield return Linked(one)[0];
        }
    }

    internal static IReadOnlyList<LinkedMatter> Linked(IReadOnlyList<MatterInStage> rows) =>
        [.. rows.GroupBy(row => row.Matter.Id).Select(group => new LinkedMatter(group.First().Matter, [.. group.Select(row => row.Stage)]))];

    internal static MatterInStage InStage(DbDataReader reader) => new(
        Read(reader),
        new MatterStage(new(reader.Id(0)), reader.GetString(ColumnCount), reader.DayAt(ColumnCount + 1), reader.DayOrNull(ColumnCount + 2), reader.IdOrNull(ColumnCount + 3) is { } by ? new TouchpointId(by) : null));

    internal static Matter Read(DbDataReader reader) => new()
    {
        Id = new(reader.Id(0)),
        Client = new(reader.Id(1)),
        Type = reader.GetString(2),
        Title = reader.GetString(3),
        OpenedOn = reader.DayAt(4),
        ExternalId = reader.GetString(5),
        Source = reader.GetString(6),
        Origin = reader.IdOrNull(7) is { } origin ? new MatterId(origin) : null,
    };
}
