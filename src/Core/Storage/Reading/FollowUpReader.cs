using System.Data.Common;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>Reads follow-ups.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FollowUpReader
{
    internal const string Columns = "id, client_id, matter_id, policy, due_on, counts_from, owner, reasons, status, fulfilled_by, contact_id, occurrence, planned_on, merged_into, escalated_to, held";

    private readonly SqliteDatabase _database;

    internal FollowUpReader(SqliteDatabase database) => _database = database;

    /// <summary>Finds a follow-up.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The follow-up; <see langword="null"/> when it is not stored.</returns>
    public Task<FollowUp?> FindAsync(FollowUpId id, CancellationToken cancellationToken = default) =>
        Query.FirstAsync(_database, $"SELECT {Columns} FROM follow_up WHERE id = @0", [id.Value.Bytes()], Read, cancellationToken);

    /// <summary>Streams the open follow-ups due up to a day, the longest overdue first.</summary>
    /// <param name="until">The last due day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The follow-ups.</returns>
    public IAsyncEnumerable<FollowUp> OpenAsync(DateOnly until, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, $"SELECT {Columns} FROM follow_up WHERE status = 'open' AND due_on <= @0 ORDER BY due_on, id", [until.Text()], Read, cancellationToken);

    /// <summary>Streams the open follow-ups planned up to a day, the longest overdue first, without those that are held back.</summary>
    /// <param name="until">The last day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The follow-ups, those that are done together with another among them.</returns>
    public IAsyncEnumerable<FollowUp> PlannedAsync(DateOnly until, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(_database, $"SELECT {Columns} FROM follow_up WHERE status = 'open' AND held = 0 AND coalesce(planned_on, due_on) <= @0 ORDER BY due_on, id", [until.Text()], Read, cancellationToken);

    /// <summary>Lists the open follow-ups due up to a day that are held back.</summary>
    /// <param name="until">The last due day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The follow-ups, by due day.</returns>
    public async Task<IReadOnlyList<FollowUp>> HeldAsync(DateOnly until, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(_database, $"SELECT {Columns} FROM follow_up WHERE status = 'open' AND held = 1 AND due_on <= @0 ORDER BY due_on, id", [until.Text()], Read, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the open follow-ups that are done together with another.</summary>
    /// <param name="lead">The other.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Those merged into it, by due day; without itself.</returns>
    public async Task<IReadOnlyList<FollowUp>> MergedIntoAsync(FollowUpId lead, CancellationToken cancellationToken = default) =>
        await Query.ListAsync(_database, $"SELECT {Columns} FROM follow_up WHERE status = 'open' AND merged_into = @0 ORDER BY due_on, id", [lead.Value.Bytes()], Read, cancellationToken).ConfigureAwait(false);

    /// <summary>Streams the follow-ups due in a period that are open or done, with the day on which each was done, in the order of clients.</summary>
    /// <param name="first">The first due day.</param>
    /// <param name="last">The last due day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The follow-ups; the day is missing for those that are open.</returns>
    public IAsyncEnumerable<(FollowUp FollowUp, DateOnly? DoneOn)> DueDuringAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        Query.RowsAsync(
            _database,
            $"SELECT {Columns}, (SELECT t.occurred_on FROM touchpoint t WHERE t.id = follow_up.fulfilled_by) FROM follow_up WHERE status <> 'lapsed' AND due_on BETWEEN @0 AND @1 ORDER BY client_id, due_on, id",
            [first.Text(), last.Text()], reader => (Read(reader), reader.DayOrNull(16)), cancellationToken);

    /// <summary>The follow-ups of a policy that are done.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Their ids.</returns>
    public async Task<IReadOnlySet<FollowUpId>> DoneAsync(string policy, CancellationToken cancellationToken = default) =>
        (await Query.ListAsync(_database, "SELECT id FROM follow_up WHERE policy = @0 AND status = 'done'", [policy], reader => new FollowUpId(reader.Id(0)), cancellationToken).ConfigureAwait(false)).ToHashSet();

    internal static FollowUp Read(DbDataReader reader) => new()
    {
        Id = new(reader.Id(0)),
        Client = new(reader.Id(1)),
        Matter = reader.IdOrNull(2) is { } matter ? new MatterId(matter) : null,
        Policy = reader.GetString(3),
        DueOn = reader.DayAt(4),
        CountsFrom = reader.DayAt(5),
        Owner = reader.GetString(6),
        Reasons = ReasonsJson.Read(reader.GetString(7)),
        Status = reader.GetString(8) switch { "done" => FollowUpStatus.Done, "lapsed" => FollowUpStatus.Lapsed, _ => FollowUpStatus.Open },
        FulfilledBy = reader.IdOrNull(9) is { } by ? new TouchpointId(by) : null,
        Contact = reader.IdOrNull(10) is { } contact ? new ContactId(contact) : null,
        Occurrence = reader.GetString(11),
        PlannedOn = reader.DayOrNull(12) ?? default,
        MergedInto = reader.IdOrNull(13) is { } lead ? new FollowUpId(lead) : null,
        EscalatedTo = reader.GetString(14),
        IsHeld = reader.GetInt64(15) != 0,
    };
}
