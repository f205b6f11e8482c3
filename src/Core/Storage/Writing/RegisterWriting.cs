using Clientele.Storage.Reading;

namespace Clientele.Storage.Writing;

/// <summary>Writes the entries of registers. That no two active ones agree is the database's to see to.</summary>
public static class RegisterWriting
{
    /// <summary>The last version of a key, in force or not, as the batch sees it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="register">The register.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The version; <see langword="null"/> when there is none.</returns>
    public static async Task<RegisterEntry?> LastVersionAsync(this StoreBatch batch, string register, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return (await batch.Statements.ListAsync($"SELECT {RegisterReader.Columns} FROM register_entry WHERE register = @0 AND key = @1 ORDER BY version DESC LIMIT 1", [register, key], RegisterReader.Read, cancellationToken).ConfigureAwait(false)).FirstOrDefault();
    }

    /// <summary>A version, as the batch sees it, with its key.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The version; <see langword="null"/> when it is not stored.</returns>
    public static async Task<RegisterEntry?> VersionAsync(this StoreBatch batch, RegisterEntryId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return (await batch.Statements.ListAsync($"SELECT {RegisterReader.Columns} FROM register_entry WHERE id = @0", [id.Value.Bytes()], RegisterReader.Read, cancellationToken).ConfigureAwait(false)).FirstOrDefault();
    }

    /// <summary>The entries of other keys with a value of the unique fields that are active or in force within a time, as the batch sees them.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="register">The register.</param>
    /// <param name="key">The key they are other than.</param>
    /// <param name="uniqueKey">The value.</param>
    /// <param name="from">The first day of the time.</param>
    /// <param name="until">The first day after it; <see langword="null"/> for no end.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entries.</returns>
    public static async Task<IReadOnlyList<RegisterEntry>> OthersAsync(this StoreBatch batch, string register, string key, string uniqueKey, DateOnly from, DateOnly? until, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await batch.Statements.ListAsync(
            $"""
            SELECT {RegisterReader.Columns} FROM register_entry
            WHERE register = @0 AND key <> @1 AND unique_key = @2 AND (state = 'active' OR ((until_on IS NULL OR until_on > @3) AND (@4 IS NULL OR from_on < @4)))
            ORDER BY key, version
            """,
            [register, key, uniqueKey, from.Text(), until.Text()], RegisterReader.Read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds a version as the active one of its key. The one before it must be superseded or ended already.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="entry">The version; its instant is set here.</param>
    /// <param name="key">Its key.</param>
    /// <param name="uniqueKey">The value of its unique fields; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The version as stored.</returns>
    /// <exception cref="ClienteleException">Another active entry has the same key or the same value of the unique fields (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static async Task<RegisterEntry> AddAsync(this StoreBatch batch, RegisterEntry entry, string key, string? uniqueKey, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(entry);
        var now = batch.Time.GetUtcNow();
        await batch.Statements["""
            INSERT INTO register_entry (id, register, key, version, unique_key, state, from_on, until_on, fields, author, role, because, source, recorded_at)
            VALUES (@0, @1, @2, @3, @4, 'active', @5, @6, @7, @8, @9, @10, @11, @12)
            """].With(
                entry.Id.Value.Bytes(), entry.Register, key, entry.Version, uniqueKey, entry.From.Text(), entry.Until.Text(), DetailsJson.Write(entry.Fields) ?? "{}", entry.Author, entry.Role, entry.Because, entry.Source, now.Text())
            .RunAsync(cancellationToken).ConfigureAwait(false);
        return entry with { RecordedAt = new DateTimeOffset(now.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero) };
    }

    /// <summary>Makes room for a version that takes a place: the one that had it is active no longer.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="id">The version that had it.</param>
    /// <param name="until">The first day it is no longer in force; <see langword="null"/> to leave its last day as it is.</param>
    /// <param name="by">The version that supersedes it; <see langword="null"/> when it had come to its end.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task RetireAsync(this StoreBatch batch, RegisterEntryId id, DateOnly? until, RegisterEntryId? by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await batch.Statements["UPDATE register_entry SET state = CASE WHEN @2 IS NULL THEN 'ended' ELSE 'superseded' END, until_on = coalesce(@1, until_on), superseded_by = @2 WHERE id = @0"]
            .With(id.Value.Bytes(), until.Text(), by?.Value.Bytes()).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends a version on a day, with who ended it and why.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="id">The version.</param>
    /// <param name="until">The first day it is no longer in force.</param>
    /// <param name="because">Who ended it and why.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task EndAsync(this StoreBatch batch, RegisterEntryId id, DateOnly until, string because, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await batch.Statements["UPDATE register_entry SET until_on = @1, ended_because = @2 WHERE id = @0"]
            .With(id.Value.Bytes(), until.Text(), because).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
