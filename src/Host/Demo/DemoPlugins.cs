using Clientele.Host.Workspaces;
using Clientele.Plugins;

namespace Clientele.Host.Demo;

/// <summary>The plugins the demo shows: the host's own, and those installed where it is run.</summary>
internal sealed class DemoPlugins
{
    private readonly IReadOnlyList<PluginInfo> _found;

    public DemoPlugins(Run run)
    {
        var workspace = Workspace.OpenOrNew(run.Folder);
        var options = workspace.Options(run.StatedPlugins);
        Directories = [.. options.PluginDirectories];
        Trust = workspace.Settings.Trust with { Keys = [.. workspace.Settings.Trust.Keys.Select(key => key with { File = Path.GetFullPath(key.File, run.Folder) })] };
        _found = PluginLoader.Inspect(options.PluginLoading with { Directories = Directories, RequireDirectories = run.StatedPlugins.Count > 0, Disabled = [.. options.DisabledPlugins] }).Plugins;
    }

    public IReadOnlyList<string> Directories { get; }

    public TrustSettings Trust { get; }

    public bool Runs(string id) => Find(id) is not null;

    /// <summary>Whom to leave out so that one plugin is shown with what it needs and nothing else.</summary>
    public IReadOnlyList<string> Besides(string id)
    {
        var shown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Add(id, shown);
        return [.. _found.Select(plugin => plugin.Id).Where(other => !shown.Contains(other)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The cases of the demo's file, and one for each plugin that it has no case for.</summary>
    public IReadOnlyList<DemoCase> Cases(IReadOnlyList<DemoCase> known) =>
    [
        .. known,
        .. _found.Where(plugin => plugin.State == PluginState.Running && known.All(demo => demo.Plugin != plugin.Id)).Select(plugin => DemoCase.OfSample(plugin.Id, plugin.Prefix, plugin.Name, known[0].AsOf)),
    ];

    private void Add(string id, HashSet<string> shown)
    {
        if (shown.Add(id))
        {
            foreach (var dependency in Find(id)?.Dependencies ?? [])
            {
                Add(dependency, shown);
            }
        }
    }

    private PluginInfo? Find(string id) => _found.FirstOrDefault(plugin => plugin.State == PluginState.Running && string.Equals(plugin.Id, id, StringComparison.OrdinalIgnoreCase));
}
