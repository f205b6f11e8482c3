using System.Runtime.CompilerServices;
using Clientele.Storage.Reading;

namespace Clientele.Storage.Writing;

/// <summary>Writes what the engine derives: memberships, follow-ups, positions in the log.</summary>
public static class DerivedWriting
{
    /// <summary>Puts a client into a segment of a scheme from a day on, or out of all of them, ending the membership before it. A back-dated membership lasts as long as the one it takes the place of, or until the next one begins.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="client">Who.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="segment">The segment; <see langword="null"/> for none.</param>
    /// <param name="from">The first day.</param>
    /// <param name="version">The version of the scheme's definition.</param>
    /// <param name="reasons">The values that decided.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task AssignAsync(this StoreBatch batch, ClientId client, string scheme, string? segment, DateOnly from, string version, IReadOnlyDictionary<string, string> reasons, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(reasons);
        object?[] key = [client.Value.Bytes(), scheme, from.Text()];
        await batch.Statements[SegmentCounting.Forget].With(scheme).RunAsync(cancellationToken).ConfigureAwait(false);
        if (segment is null)
        {
            await batch.Statements["DELETE FROM membership WHERE client_id = @0 AND scheme = @1 AND from_on = @2"].With(key).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await batch.Statements["""
                INSERT INTO membership (client_id, scheme, from_on, until_on, segment, version, reasons)
                VALUES (@0, @1, @2, coalesce(
                    (SELECT until_on FROM membership WHERE client_id = @0 AND scheme = @1 AND from_on < @2 AND until_on > @2),
                    (SELECT min(from_on) FROM membership WHERE client_id = @0 AND scheme = @1 AND from_on > @2)), @3, @4, @5)
                ON CONFLICT (client_id, scheme, from_on) DO UPDATE SET segment = excluded.segment, version = excluded.version, reasons = excluded.reasons
                """].With([.. key, segment, version, DetailsJson.Write(reasons) ?? "{}"]).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        await batch.Statements["UPDATE membership SET until_on = @2 WHERE client_id = @0 AND scheme = @1 AND from_on < @2 AND (until_on IS NULL OR until_on > @2)"].With(key).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps the definition that a version of a scheme stands for, so that old memberships can still be explained.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="version">Its version.</param>
    /// <param name="definition">The definition as text.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task KeepSchemeAsync(this StoreBatch batch, string scheme, string version, string definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await batch.Statements["INSERT INTO scheme_version (scheme, version, definition) VALUES (@0, @1, @2) ON CONFLICT DO NOTHING"].With(scheme, version, definition).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Streams the segment each member of a scheme is in, as the batch sees it, in the order of client ids.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Clients and segments of the open memberships.</returns>
    public static async IAsyncEnumerable<KeyValuePair<ClientId, string>> SegmentsAsync(this StoreBatch batch, string scheme, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var reader = await batch.Statements["SELECT client_id, segment FROM membership WHERE scheme = @0 AND until_on IS NULL ORDER BY client_id"].With(scheme).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return new(new ClientId(reader.Id(0)), reader.GetString(1));
            }
        }
    }

    /// <summary>How far a reader of the log has come, and with which definition and day.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="reader">The reader's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The mark; <see langword="null"/> when it never read.</returns>
    public static async Task<LogMark?> MarkAsync(this StoreBatch batch, string reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var rows = await batch.Statements["SELECT touchpoint, change, as_of, version FROM log_position WHERE reader = @0"].With(reader).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await rows.NextAsync(cancellationToken).ConfigureAwait(false)
                ? new LogMark(new LogPosition(rows.GetInt64(0), rows.GetInt64(1)), rows.DayOrNull(2), rows.GetString(3))
                : null;
        }
    }

    /// <summary>The last as-of day of a reader of the log, or of those whose names begin with its name and a colon.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="reader">The reader's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The day; <see langword="null"/> when none of them ever read.</returns>
    public static async Task<DateOnly?> LastDayAsync(this StoreBatch batch, string reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var day = await batch.Statements["SELECT max(as_of) FROM log_position WHERE reader = @0 OR (reader >= @0 || ':' AND reader < @0 || ';')"].With(reader).ScalarAsync<string>(cancellationToken).ConfigureAwait(false);
        return day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Keeps how far a reader of the log has come.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="reader">The reader's name.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task KeepMarkAsync(this StoreBatch batch, string reader, LogMark mark, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(mark);
        await batch.Statements["INSERT INTO log_position (reader, touchpoint, change, as_of, version) VALUES (@0, @1, @2, @3, @4) ON CONFLICT (reader) DO UPDATE SET touchpoint = excluded.touchpoint, change = excluded.change, as_of = excluded.as_of, version = excluded.version"]
            .With(reader, mark.Position.Touchpoint, mark.Position.Change, mark.AsOf.Text(), mark.Version).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The end of the log as the batch sees it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The position of the last fact.</returns>
    public static async Task<LogPosition> EndOfLogAsync(this StoreBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var touchpoint = await batch.Statements["SELECT coalesce(max(seq), 0) FROM touchpoint"].ScalarAsync<long>(cancellationToken).ConfigureAwait(false);
        var change = await batch.Statements["SELECT coalesce(max(seq), 0) FROM client_change"].ScalarAsync<long>(cancellationToken).ConfigureAwait(false);
        return new LogPosition(touchpoint, change);
    }
}

/// <summary>How far a reader of the log has come.</summary>
/// <param name="Position">Everything up to here is read.</param>
/// <param name="AsOf">The as-of day of the last run, where the reader has one.</param>
/// <param name="Version">The version of the definitions it read with.</param>
public sealed record LogMark(LogPosition Position, DateOnly? AsOf, string Version);
