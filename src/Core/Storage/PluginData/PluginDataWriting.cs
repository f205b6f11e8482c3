using Clientele.Storage.Writing;

namespace Clientele.Storage.PluginData;

/// <summary>Changes the data of plugins, in the batch it is given.</summary>
public static class PluginDataWriting
{
    private const string Stored = """
        SELECT 'Attribute', name, count(*) FROM (SELECT name FROM client_attribute UNION ALL SELECT name FROM contact_attribute) GROUP BY name
        UNION ALL SELECT 'TouchpointKind', kind, count(*) FROM touchpoint GROUP BY kind
        UNION ALL SELECT 'MatterType', type, count(*) FROM matter GROUP BY type
        UNION ALL SELECT 'Scheme', scheme, count(*) FROM membership GROUP BY scheme
        UNION ALL SELECT 'Policy', policy, count(*) FROM follow_up GROUP BY policy
        UNION ALL SELECT CASE kind WHEN 'letter' THEN 'Letter' ELSE 'Report' END, name, count(*) FROM document GROUP BY kind, name
        """;

    /// <summary>Carries out the changes of a migration and remembers it. After a failure the batch can only be undone.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="migration">The migration.</param>
    /// <param name="applied">What is remembered of it; how many rows it changed is filled in.</param>
    /// <param name="cancellationToken">Stops it; the batch must then be undone.</param>
    /// <returns>What was remembered.</returns>
    /// <exception cref="ClienteleException">The stored data do not permit a change (<see cref="ErrorCodes.RecordInvalid"/>); the message says which and why.</exception>
    public static async Task<AppliedMigration> MigrateAsync(this StoreBatch batch, DataMigration migration, AppliedMigration applied, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(migration);
        ArgumentNullException.ThrowIfNull(applied);
        using var stopped = batch.Statements.StoppedBy(cancellationToken);
        try
        {
            await batch.Statements["INSERT INTO plugin_renaming (plugin) VALUES (@0)"].With(applied.Plugin).RunAsync(cancellationToken).ConfigureAwait(false);
            var (changed, lost) = (0L, 0L);
            foreach (var change in migration.Changes)
            {
                var rows = await DataChanges.ApplyAsync(batch.Statements, change, cancellationToken).ConfigureAwait(false);
                changed += rows;
                lost += change.Loses ? rows : 0;
            }

            await batch.Statements["DELETE FROM plugin_renaming"].RunAsync(cancellationToken).ConfigureAwait(false);
            await batch.Statements["INSERT INTO plugin_migration (plugin, ordinal, name, checksum, version, changed, applied_at) VALUES (@0, @1, @2, @3, @4, @5, @6)"]
                .With(applied.Plugin, applied.Ordinal, applied.Name, applied.Checksum, applied.Version, changed, batch.Time.GetUtcNow().Text()).RunAsync(cancellationToken).ConfigureAwait(false);
            return applied with { Changed = changed, Lost = lost };
        }
        catch
        {
            // Half of a migration must not be committed by a caller who catches this.
            batch.Statements.GiveUp();
            throw;
        }
    }

    /// <summary>Lists every migration that was applied, as the batch sees it: nobody else can apply one until it ends.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The migrations, by plugin and in order.</returns>
    public static async Task<IReadOnlyList<AppliedMigration>> AppliedMigrationsAsync(this StoreBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await batch.Statements.ListAsync(PluginDataReader.Applied, [], PluginDataReader.Read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Counts what is stored under each name, past and present, as the batch sees it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>The counts.</returns>
    public static async Task<IReadOnlyList<StoredCount>> StoredAsync(this StoreBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await batch.Statements.ListAsync(Stored, [], row => new StoredCount(Enum.Parse<StoredName>(row.GetString(0)), row.GetString(1), row.GetInt64(2)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Counts how often each value of an attribute is stored, past and present, as the batch sees it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>Values and counts, by value.</returns>
    public static async Task<IReadOnlyList<KeyValuePair<string, long>>> ValuesOfAttributeAsync(this StoreBatch batch, string attribute, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await batch.Statements.ListAsync($"SELECT value, count(*) FROM {AttributeTables.Values} WHERE name = @0 GROUP BY value ORDER BY value", [attribute], row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes what a plugin brought: the attributes, memberships, ranked values and follow-ups under its prefix. Touchpoints, matters and documents stay, because what happened stays.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="plugin">The plugin's id.</param>
    /// <param name="prefix">The prefix of its names.</param>
    /// <param name="cancellationToken">Stops the removing.</param>
    /// <returns>How many rows were removed.</returns>
    public static async Task<long> RemoveDataAsync(this StoreBatch batch, string plugin, string prefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);

        // Every name under the prefix: the character after the dot is the slash.
        object?[] range = [$"{prefix}.", $"{prefix}/"];
        await AttributeTables.NoteAsync(batch.Statements, "name >= @0 AND name < @1", range, cancellationToken).ConfigureAwait(false);
        var removed = 0L;
        foreach (var (table, name) in new[] { ("client_attribute", "name"), ("contact_attribute", "name"), ("membership", "scheme"), ("scheme_version", "scheme"), ("scheme_cut", "scheme"), ("segment_count", "scheme"), ("segment_override", "scheme"), ("population", "name"), ("follow_up", "policy") })
        {
            removed += await batch.Statements[$"DELETE FROM {table} WHERE {name} >= @0 AND {name} < @1"].With(range).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        // Whoever runs segments next measures everybody.
        await batch.Statements["UPDATE log_position SET version = '' WHERE reader >= 'segments' AND reader < 'segments;'"].RunAsync(cancellationToken).ConfigureAwait(false);

        // While facts remain, they remain in the form that the migrations gave them, and these must not be forgotten.
        var left = await batch.Statements["SELECT EXISTS (SELECT 1 FROM touchpoint WHERE kind >= @0 AND kind < @1) OR EXISTS (SELECT 1 FROM matter WHERE type >= @0 AND type < @1)"].With(range).ScalarAsync<long>(cancellationToken).ConfigureAwait(false);
        if (left == 0)
        {
            await batch.Statements["DELETE FROM plugin_migration WHERE plugin = @0"].With(plugin).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        return removed;
    }
}
