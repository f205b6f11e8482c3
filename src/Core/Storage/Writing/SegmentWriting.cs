using System.Globalization;
using System.Runtime.CompilerServices;
using Clientele.Storage.Reading;

namespace Clientele.Storage.Writing;

/// <summary>Writes what people decide about segments, and where the quantile cuts of a run lay.</summary>
public static class SegmentWriting
{
    /// <summary>The version of a membership that a person decided instead of a rule.</summary>
    public const string Overridden = "override";

    /// <summary>Stores an override. One that begins later ends the one before it; one of the same day takes its place.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="decision">The override.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    /// <exception cref="ClienteleException">The client is not stored (<see cref="ErrorCodes.ReferenceUnknown"/>).</exception>
    public static async Task OverrideAsync(this StoreBatch batch, SegmentOverride decision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(decision);
        await batch.WithdrawOverrideAsync(decision.Client, decision.Scheme, decision.From, cancellationToken).ConfigureAwait(false);
        await batch.Statements["INSERT INTO segment_override (client_id, scheme, from_on, until_on, segment, author, reason, recorded_at) VALUES (@0, @1, @2, @3, @4, @5, @6, @7)"]
            .With(decision.Client.Value.Bytes(), decision.Scheme, decision.From.Text(), decision.Until.Text(), decision.Segment, decision.Author, decision.Why, batch.Time.GetUtcNow().Text())
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the override of a client in a scheme that holds on a day; the rules decide from then on.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="client">Who.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="on">The first day it no longer holds.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task WithdrawOverrideAsync(this StoreBatch batch, ClientId client, string scheme, DateOnly on, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        object?[] key = [client.Value.Bytes(), scheme, on.Text()];
        await batch.Statements["DELETE FROM segment_override WHERE client_id = @0 AND scheme = @1 AND from_on >= @2"].With(key).RunAsync(cancellationToken).ConfigureAwait(false);
        await batch.Statements["UPDATE segment_override SET until_on = @2 WHERE client_id = @0 AND scheme = @1 AND from_on < @2 AND (until_on IS NULL OR until_on > @2)"].With(key).RunAsync(cancellationToken).ConfigureAwait(false);
        await batch.Statements[ClientWriter.Changed].With(key[0]).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The open memberships that a person decided, as the batch sees them.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Clients and schemes.</returns>
    public static async IAsyncEnumerable<(ClientId Client, string Scheme)> OverriddenAsync(this StoreBatch batch, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        // Left to itself SQLite reads the index of all memberships that have not ended.
        var reader = await batch.Statements[$"SELECT client_id, scheme FROM membership INDEXED BY membership_override WHERE version = '{Overridden}' AND until_on IS NULL"].ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return (new ClientId(reader.Id(0)), reader.GetString(1));
            }
        }
    }

    /// <summary>Keeps where the cuts of an axis lay on a day.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="cuts">The cuts, ascending.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task KeepCutsAsync(this StoreBatch batch, string scheme, DateOnly asOf, string axis, IReadOnlyList<decimal> cuts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(cuts);
        for (var ordinal = 0; ordinal < cuts.Count; ordinal++)
        {
            await batch.Statements["INSERT INTO scheme_cut (scheme, as_of, axis, ordinal, value) VALUES (@0, @1, @2, @3, @4) ON CONFLICT (scheme, as_of, axis, ordinal) DO UPDATE SET value = excluded.value"]
                .With(scheme, asOf.Text(), axis, ordinal, cuts[ordinal].ToString(CultureInfo.InvariantCulture)).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
