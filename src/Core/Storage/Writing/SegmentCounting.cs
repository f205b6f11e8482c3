namespace Clientele.Storage.Writing;

/// <summary>Keeps how many clients are in each segment, from run to run.</summary>
public static class SegmentCounting
{
    /// <summary>Whoever changes memberships otherwise than by a run lets the next run count.</summary>
    internal const string Forget = "DELETE FROM segment_count WHERE scheme = @0";

    /// <summary>The same for all schemes.</summary>
    internal const string ForgetAll = "DELETE FROM segment_count";

    /// <summary>Brings the counts of a scheme to what a run moved, or counts where nothing is kept.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="moved">By how much each segment grew or shrank; <see langword="null"/> when that is not known.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>Counts by segment; segments without members may be absent.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> CountAsync(this StoreBatch batch, string scheme, IReadOnlyDictionary<string, long>? moved, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (moved is null)
        {
            await batch.Statements[Forget].With(scheme).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        var counts = await ReadAsync(batch, "SELECT segment, count FROM segment_count WHERE scheme = @0", scheme, cancellationToken).ConfigureAwait(false);
        if (counts.Count == 0)
        {
            counts = await ReadAsync(batch, "SELECT segment, count(*) FROM membership WHERE scheme = @0 AND until_on IS NULL GROUP BY segment", scheme, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            foreach (var (segment, by) in moved!)
            {
                counts[segment] = counts.GetValueOrDefault(segment) + by;
            }
        }

        foreach (var (segment, count) in counts)
        {
            await batch.Statements["INSERT INTO segment_count (scheme, segment, count) VALUES (@0, @1, @2) ON CONFLICT (scheme, segment) DO UPDATE SET count = excluded.count WHERE count <> excluded.count"]
                .With(scheme, segment, count).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        return counts;
    }

    private static async Task<Dictionary<string, long>> ReadAsync(StoreBatch batch, string sql, string scheme, CancellationToken cancellationToken) =>
        (await batch.Statements.ListAsync(sql, [scheme], row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)), cancellationToken).ConfigureAwait(false)).ToDictionary(StringComparer.Ordinal);
}
