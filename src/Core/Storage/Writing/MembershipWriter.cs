using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Writing;

/// <summary>Writes the memberships that a run decides, one prepared statement each. The run's day is the last there is: nothing is back-dated, which <see cref="DerivedWriting.AssignAsync"/> is for.</summary>
/// <remarks>For one thread at a time, within one batch. Dispose it before the batch ends.</remarks>
public sealed class MembershipWriter : IDisposable
{
    private readonly StoreBatch _batch;
    private readonly BoundStatement _begin;
    private readonly BoundStatement _end;
    private readonly BoundStatement _undo;
    private readonly DetailsJson.Writer _json = new();

    /// <summary>Prepares the statements.</summary>
    /// <param name="batch">The batch to write in.</param>
    public MembershipWriter(StoreBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _batch = batch;
        _begin = batch.Statements.Bound("""
            INSERT INTO membership (client_id, scheme, from_on, segment, version, reasons) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (client_id, scheme, from_on) DO UPDATE SET segment = excluded.segment, version = excluded.version, reasons = excluded.reasons
            """);
        _end = batch.Statements.Bound("UPDATE membership SET until_on = ?3 WHERE client_id = ?1 AND scheme = ?2 AND from_on < ?3 AND until_on IS NULL");
        _undo = batch.Statements.Bound("DELETE FROM membership WHERE client_id = ?1 AND scheme = ?2 AND from_on = ?3");
    }

    /// <summary>Puts a client who is in no segment of a scheme into one.</summary>
    /// <param name="client">Who.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="from">The day of the run.</param>
    /// <param name="version">The version of the scheme's definition.</param>
    /// <param name="reasons">The values that decided.</param>
    public void Begin(ClientId client, string scheme, string segment, DateOnly from, string version, IReadOnlyDictionary<string, string> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        _batch.Statements.Check();
        _begin.Id(1, client.Value);
        _begin.Text(2, scheme);
        _begin.Day(3, from);
        _begin.Text(4, segment);
        _begin.Text(5, version);
        _begin.Utf8(6, _json.Write(reasons));
        _begin.Run();
    }

    /// <summary>Puts a client who is in a segment of a scheme into another, or anew into the same one.</summary>
    /// <param name="client">Who.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="from">The day of the run.</param>
    /// <param name="version">The version of the scheme's definition.</param>
    /// <param name="reasons">The values that decided.</param>
    public void Move(ClientId client, string scheme, string segment, DateOnly from, string version, IReadOnlyDictionary<string, string> reasons)
    {
        Run(_end, client, scheme, from);
        Begin(client, scheme, segment, from, version, reasons);
    }

    /// <summary>Takes a client out of its segment of a scheme; what began the same day never was.</summary>
    /// <param name="client">Who.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="from">The day of the run.</param>
    public void End(ClientId client, string scheme, DateOnly from)
    {
        Run(_undo, client, scheme, from);
        Run(_end, client, scheme, from);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _begin.Dispose();
        _end.Dispose();
        _undo.Dispose();
        _json.Dispose();
    }

    private void Run(BoundStatement statement, ClientId client, string scheme, DateOnly from)
    {
        _batch.Statements.Check();
        statement.Id(1, client.Value);
        statement.Text(2, scheme);
        statement.Day(3, from);
        statement.Run();
    }
}
