using System.Data.Common;
using Clientele.Storage.Reading;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.PluginData;

/// <summary>Reads what was done to the data of plugins.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class PluginDataReader
{
    internal const string Applied = "SELECT plugin, ordinal, name, checksum, version, changed FROM plugin_migration ORDER BY plugin, ordinal";

    private readonly SqliteDatabase _database;

    internal PluginDataReader(SqliteDatabase database) => _database = database;

    /// <summary>Lists every migration that was applied, by plugin and in order.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The migrations.</returns>
    public async Task<IReadOnlyList<AppliedMigration>> AppliedAsync(CancellationToken cancellationToken = default) =>
        await Query.ListAsync(_database, Applied, [], Read, cancellationToken).ConfigureAwait(false);

    internal static AppliedMigration Read(DbDataReader row) => new(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5));
}
