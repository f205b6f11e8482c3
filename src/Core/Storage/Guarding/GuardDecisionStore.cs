using Clientele.Storage.Reading;
using Clientele.Storage.Sqlite;
using Clientele.Storage.Writing;

namespace Clientele.Storage.Guarding;

/// <summary>Reads the log of decisions about guards.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class GuardDecisionReader
{
    private readonly SqliteDatabase _database;

    internal GuardDecisionReader(SqliteDatabase database) => _database = database;

    /// <summary>Streams the decisions in the order in which they were made.</summary>
    /// <param name="client">Only those about this client; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The decisions.</returns>
    public IAsyncEnumerable<GuardDecision> AllAsync(ClientId? client = null, CancellationToken cancellationToken = default) => Query.RowsAsync(
        _database,
        "SELECT subject, subject_id, name, guard, outcome, client_id, contact_id, on_day, person, role, because, recorded_at FROM guard_decision WHERE @0 IS NULL OR client_id = @0 ORDER BY seq",
        [client?.Value.Bytes()],
        row => new GuardDecision(
            row.GetString(0), row.Id(1), row.GetString(2), row.GetString(3),
            row.GetString(4) switch { "overridden" => GuardOutcome.Overridden, "refused" => GuardOutcome.Refused, _ => GuardOutcome.ApprovalNeeded },
            new(row.Id(5)), row.IdOrNull(6) is { } contact ? new ContactId(contact) : null, row.DayAt(7), row.GetString(8), row.GetString(9), row.GetString(10)) { RecordedAt = row.InstantAt(11) },
        cancellationToken);
}

/// <summary>Writes the log of decisions about guards.</summary>
public static class GuardDecisionWriting
{
    /// <summary>Logs a decision.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="decision">The decision; its instant is set here.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task LogAsync(this StoreBatch batch, GuardDecision decision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(decision);
        await batch.Statements["INSERT INTO guard_decision (subject, subject_id, name, guard, outcome, client_id, contact_id, on_day, person, role, because, recorded_at) VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11)"]
            .With(
                decision.Subject, decision.SubjectId.Bytes(), decision.Name, decision.Guard,
                decision.Outcome switch { GuardOutcome.Overridden => "overridden", GuardOutcome.Refused => "refused", _ => "approval_needed" },
                decision.Client.Value.Bytes(), decision.Contact?.Value.Bytes(), decision.On.Text(), decision.Person, decision.Role, decision.Because, batch.Time.GetUtcNow().Text())
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
