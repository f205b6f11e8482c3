using Clientele.Storage.Reading;

namespace Clientele.Storage.Writing;

/// <summary>Writes follow-ups, and reads them as the batch sees them.</summary>
public static class FollowUpWriting
{
    /// <summary>Adds a follow-up or brings the stored one to this content.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task PutAsync(this StoreBatch batch, FollowUp followUp, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(followUp);
        await batch.Statements["""
            INSERT INTO follow_up (id, client_id, matter_id, policy, due_on, counts_from, owner, reasons, status, fulfilled_by, contact_id, occurrence, planned_on, merged_into, escalated_to, held)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15)
            ON CONFLICT (id) DO UPDATE SET due_on = excluded.due_on, counts_from = excluded.counts_from, owner = excluded.owner, reasons = excluded.reasons, status = excluded.status, fulfilled_by = excluded.fulfilled_by,
              planned_on = excluded.planned_on, merged_into = excluded.merged_into, escalated_to = excluded.escalated_to, held = excluded.held
            """].With(
                followUp.Id.Value.Bytes(), followUp.Client.Value.Bytes(), followUp.Matter?.Value.Bytes(), followUp.Policy, followUp.DueOn.Text(), followUp.CountsFrom.Text(), followUp.Owner,
                ReasonsJson.Write(followUp.Reasons), followUp.Status switch { FollowUpStatus.Done => "done", FollowUpStatus.Lapsed => "lapsed", _ => "open" }, followUp.FulfilledBy?.Value.Bytes(),
                followUp.Contact?.Value.Bytes(), followUp.Occurrence, followUp.PlannedOn == followUp.DueOn ? null : followUp.PlannedOn.Text(), followUp.MergedInto?.Value.Bytes(), followUp.EscalatedTo, followUp.IsHeld ? 1 : 0)
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists all open follow-ups as the batch sees them, by policy and client.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The follow-ups.</returns>
    public static async Task<IReadOnlyList<FollowUp>> OpenFollowUpsAsync(this StoreBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await batch.Statements.ListAsync($"SELECT {FollowUpReader.Columns} FROM follow_up WHERE status = 'open' ORDER BY policy, client_id, id", [], FollowUpReader.Read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The follow-ups that a touchpoint still in force fulfilled, as the batch sees them, with its day.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The days by follow-up.</returns>
    public static async Task<IReadOnlyDictionary<FollowUpId, DateOnly>> FulfilledFollowUpsAsync(this StoreBatch batch, string policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        const string Done = $"SELECT f.id, t.occurred_on FROM follow_up f JOIN touchpoint t ON t.id = f.fulfilled_by WHERE f.policy = @0 AND f.status = 'done' AND {TouchpointReader.InForce}";
        return (await batch.Statements.ListAsync(Done, [policy], reader => KeyValuePair.Create(new FollowUpId(reader.Id(0)), reader.DayAt(1)), cancellationToken).ConfigureAwait(false)).ToDictionary();
    }

    /// <summary>The contacts made for follow-ups in a period, as the batch sees them: what was done together counts once.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The policy, the client, the owner and the day of each.</returns>
    public static async Task<IReadOnlyList<(string Policy, ClientId Client, string Owner, DateOnly On)>> MadeContactsAsync(this StoreBatch batch, DateOnly first, DateOnly last, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        const string Made = $"SELECT f.policy, f.client_id, f.owner, t.occurred_on FROM follow_up f JOIN touchpoint t ON t.id = f.fulfilled_by WHERE f.status = 'done' AND f.merged_into IS NULL AND t.occurred_on BETWEEN @0 AND @1 AND {TouchpointReader.InForce} ORDER BY f.client_id, t.occurred_on, f.id";
        return await batch.Statements.ListAsync(Made, [first.Text(), last.Text()], reader => (reader.GetString(0), new ClientId(reader.Id(1)), reader.GetString(2), reader.DayAt(3)), cancellationToken).ConfigureAwait(false);
    }
}
