namespace Clientele.Plugins;

/// <summary>What became of the plugins that were found, and the catalogue of all that runs.</summary>
public sealed class PluginSet
{
    private readonly IReadOnlyList<LoadedPlugin> _loaded;

    internal PluginSet(IReadOnlyList<PluginInfo> plugins, IReadOnlyList<PluginDiagnostic> notes, Catalogue catalogue, IReadOnlyList<LoadedPlugin> loaded)
    {
        Plugins = plugins;
        Diagnostics = [.. notes, .. plugins.SelectMany(plugin => plugin.Diagnostics)];
        Catalogue = catalogue;
        _loaded = loaded;
    }

    /// <summary>Every plugin that was found, running or not, by id.</summary>
    public IReadOnlyList<PluginInfo> Plugins { get; }

    /// <summary>Everything found, about the directories and about each plugin.</summary>
    public IReadOnlyList<PluginDiagnostic> Diagnostics { get; }

    /// <summary>What the core and all running plugins register.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>What each running plugin registers, in the order in which they depend on each other.</summary>
    public IReadOnlyList<Registration> Registrations => [.. _loaded.Select(plugin => plugin.Registration)];

    /// <summary>Finds a plugin.</summary>
    /// <param name="id">Its id, in any case.</param>
    /// <returns>The plugin; <see langword="null"/> when none of that id was found.</returns>
    public PluginInfo? Find(string id) => Plugins.FirstOrDefault(plugin => string.Equals(plugin.Id, id, StringComparison.OrdinalIgnoreCase));
}
