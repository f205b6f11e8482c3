namespace Clientele.Plugins;

/// <summary>Who needs whom among the plugins of some directories, as their manifests say.</summary>
internal sealed class InstalledPlugins(IReadOnlyList<string> directories)
{
    private readonly List<PluginManifest> _manifests =
        [.. PluginDiscovery.Find(new() { Directories = directories }, []).Where(candidate => candidate.GoesOn).Select(candidate => ManifestReader.Read(candidate.Files, [])).OfType<PluginManifest>()];

    public bool Has(string id) => Find(id) is not null;

    /// <summary>What a plugin cannot do without, directly or through others, the deepest first.</summary>
    public IReadOnlyList<string> Needed(string id)
    {
        var found = new List<string>();
        var queue = new Queue<string>([id]);
        while (queue.TryDequeue(out var next))
        {
            foreach (var dependency in Find(next)?.Dependencies.Where(dependency => !dependency.Optional) ?? [])
            {
                if (!Same(dependency.Id, id) && !found.Contains(dependency.Id, StringComparer.OrdinalIgnoreCase))
                {
                    found.Insert(0, dependency.Id);
                    queue.Enqueue(dependency.Id);
                }
            }
        }

        return found;
    }

    /// <summary>The plugins that cannot do without a plugin, directly or through others.</summary>
    public IReadOnlyList<string> Dependents(string id) =>
        [.. _manifests.Where(manifest => !Same(manifest.Id, id) && Needed(manifest.Id).Contains(id, StringComparer.OrdinalIgnoreCase)).Select(manifest => manifest.Id).Order(StringComparer.Ordinal)];

    private PluginManifest? Find(string id) => _manifests.Find(manifest => Same(manifest.Id, id));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
