namespace Clientele.Plugins;

/// <summary>How things stand between two changes. Whoever takes it holds the loaded plugins, so it is taken briefly and never kept.</summary>
internal sealed record PluginSnapshot(
    IReadOnlyList<Candidate> Candidates,
    IReadOnlyList<PluginDiagnostic> Notes,
    IReadOnlyList<LoadedPlugin> Loaded,
    Catalogue Catalogue)
{
    public IReadOnlyList<PluginInfo> Plugins { get; } =
        [.. Candidates.Select(candidate => candidate.ToInfo()).OrderBy(plugin => plugin.Id, StringComparer.Ordinal).ThenBy(plugin => plugin.Folder, StringComparer.Ordinal)];

    public LoadedPlugin? Find(string id) => Loaded.FirstOrDefault(plugin => string.Equals(plugin.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The plugins that need a plugin, directly or through others, those to stop first coming first.</summary>
    public IReadOnlyList<LoadedPlugin> Dependents(string id, bool alsoOptional = false)
    {
        var stranded = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { id };
        var found = new List<LoadedPlugin>();
        foreach (var plugin in Loaded.Where(plugin => plugin.Candidate.Manifest!.Dependencies.Any(dependency => (alsoOptional || !dependency.Optional) && stranded.Contains(dependency.Id))))
        {
            stranded.Add(plugin.Id);
            found.Insert(0, plugin);
        }

        return found;
    }
}
