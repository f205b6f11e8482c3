namespace Clientele.Storage.PluginData;

/// <summary>A migration of a plugin that was applied to this database.</summary>
/// <param name="Plugin">The plugin's id.</param>
/// <param name="Ordinal">Its place among the plugin's migrations, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Checksum">The checksum of its changes, as it was applied.</param>
/// <param name="Version">The version of the plugin that brought it.</param>
/// <param name="Changed">How many rows it changed.</param>
public sealed record AppliedMigration(string Plugin, int Ordinal, string Name, string Checksum, string Version, long Changed)
{
    /// <summary>How many rows were changed by something that loses what was stored. Known when it is applied, not remembered.</summary>
    public long Lost { get; init; }
}

/// <summary>How much is stored under a name.</summary>
/// <param name="What">What the name names.</param>
/// <param name="Name">The name.</param>
/// <param name="Count">How many values, touchpoints, matters, memberships, follow-ups or documents.</param>
public sealed record StoredCount(StoredName What, string Name, long Count);
