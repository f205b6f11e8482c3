using System.Security.Cryptography;
using System.Text;
using Clientele.Storage.PluginData;

namespace Clientele.Plugins;

/// <summary>Holds what a plugin's migrations are against what was applied, and says which are still to come.</summary>
internal static class MigrationHistory
{
    /// <summary>The migrations that are still to be applied, in order.</summary>
    /// <exception cref="ClienteleException">A newer version was here (<c>PLG7003</c>), or an applied migration is not what it was (<c>PLG7002</c>).</exception>
    public static IReadOnlyList<(DataMigration Migration, AppliedMigration Record)> Pending(Registration registration, IEnumerable<AppliedMigration> history)
    {
        var (origin, known) = (registration.Origin, registration.Migrations);
        var applied = history.Where(migration => string.Equals(migration.Plugin, Key(origin), StringComparison.Ordinal)).ToList();
        if (applied.Find(migration => known.All(other => other.Name != migration.Name)) is { } newer)
        {
            throw new ClienteleException(
                PluginCodes.DataNewer,
                $"Its data were brought further by version {newer.Version} ('{newer.Name}'), which this version{(origin.Version.Length > 0 ? $", {origin.Version}," : "")} does not know. Install {newer.Version} or a later version.");
        }

        foreach (var (migration, index) in applied.Select((migration, index) => (migration, index)))
        {
            if (index >= known.Count || known[index].Name != migration.Name || Checksum(known[index]) != migration.Checksum)
            {
                throw new ClienteleException(
                    PluginCodes.MigrationChanged,
                    $"Its migration '{migration.Name}', which version {migration.Version} applied, has changed since or stands in another place. A migration that was released is never edited, moved or removed: put it back, and add another behind it.");
            }
        }

        return [.. known.Select((migration, index) => (migration, new AppliedMigration(Key(origin), index + 1, migration.Name, Checksum(migration), origin.Version, 0))).Skip(applied.Count)];
    }

    /// <summary>Ids are unique in any case, and so are the keys of their histories.</summary>
    public static string Key(Origin origin) => origin.Id.ToLowerInvariant();

    // Over the English sentences: titles may be reworded, and translations as well.
    internal static string Checksum(DataMigration migration) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', migration.Changes.Select(change => change.Sentence.En).Prepend(migration.Name)))).AsSpan(0, 16));
}
