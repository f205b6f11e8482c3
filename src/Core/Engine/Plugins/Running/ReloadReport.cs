namespace Clientele.Plugins;

/// <summary>What came of loading a plugin again.</summary>
/// <param name="PluginId">Which plugin.</param>
/// <param name="Reloaded">Whether the new version runs; otherwise the old one does, and so do the old ones of those that depend on it.</param>
/// <param name="Diagnostics">What was found about the new version; when it was turned down, the last is <c>PLG9004</c>.</param>
/// <param name="Old">Whether the old version is gone from memory; <see langword="null"/> when it still runs.</param>
public sealed record ReloadReport(string PluginId, bool Reloaded, IReadOnlyList<PluginDiagnostic> Diagnostics, UnloadReport? Old)
{
    /// <summary>The plugins that depend on it, which were loaded again with it, those that others of them need first.</summary>
    public IReadOnlyList<ReloadReport> Dependents { get; init; } = [];
}
