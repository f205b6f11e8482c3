using Clientele.Storage.Reading;

namespace Clientele.Storage.Writing;

/// <summary>Keeps on which day which clients have to be measured again although nothing happens to them.</summary>
public static class DueWriting
{
    /// <summary>Adds clients to those due on a day.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="reader">The reader of the log that measures them.</param>
    /// <param name="day">The day.</param>
    /// <param name="ids">Their ids of 16 bytes each, one after the other.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when they are written.</returns>
    public static async Task KeepDueAsync(this StoreBatch batch, string reader, DateOnly day, byte[] ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await batch.Statements["INSERT INTO client_due (reader, due_on, ids) VALUES (@0, @1, @2)"].With(reader, day.Text(), ids).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes out the clients due up to a day. One that was measured meanwhile may be among them.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="reader">The reader of the log that measures them.</param>
    /// <param name="upTo">The last day; <see cref="DateOnly.MaxValue"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Their ids of 16 bytes each, one after the other.</returns>
    public static async Task<byte[]> TakeDueAsync(this StoreBatch batch, string reader, DateOnly upTo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        object?[] range = [reader, upTo.Text()];
        var ids = await batch.Statements.ListAsync("SELECT ids FROM client_due WHERE reader = @0 AND due_on <= @1", range, row => row.Utf8(0).ToArray(), cancellationToken).ConfigureAwait(false);
        await batch.Statements["DELETE FROM client_due WHERE reader = @0 AND due_on <= @1"].With(range).RunAsync(cancellationToken).ConfigureAwait(false);
        return [.. ids.SelectMany(part => part)];
    }

    /// <summary>The clients for whom a person's decision about a segment begins or ends within some days.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="after">The day before the first.</param>
    /// <param name="upTo">The last.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Their ids.</returns>
    public static async Task<IReadOnlyList<ClientId>> DecisionsTurningAsync(this StoreBatch batch, DateOnly after, DateOnly upTo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await batch.Statements.ListAsync(
            "SELECT DISTINCT client_id FROM segment_override WHERE (from_on > @0 AND from_on <= @1) OR (until_on > @0 AND until_on <= @1)",
            [after.Text(), upTo.Text()], row => new ClientId(row.Id(0)), cancellationToken).ConfigureAwait(false);
    }
}
