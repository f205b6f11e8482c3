using Clientele.Host.Workspaces;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary>Where the plugins of a run are: the directories that are read, and the one that is installed into.</summary>
internal sealed class PluginPlaces
{
    private readonly Run _run;
    private readonly Workspace _workspace;

    private PluginPlaces(Run run, string installed)
    {
        _run = run;
        _workspace = Workspace.OpenOrNew(run.Folder);
        Installed = installed;
        Store = new PluginStore(Installed, Loading());
        Store.CleanUp();
    }

    /// <summary>The folder <c>plugins</c> of the workspace, or the one directory given with <c>--plugins</c>.</summary>
    public string Installed { get; }

    public PluginStore Store { get; }

    /// <summary>The ids that the workspace's settings disable.</summary>
    public IReadOnlyList<string> DisabledBySettings => _workspace.Settings.DisabledPlugins;

    public IReadOnlyList<string> Directories => [.. Options().PluginDirectories];

    public static PluginPlaces Of(Run run)
    {
        if (!Directory.Exists(run.Folder))
        {
            throw new ClienteleException(ErrorCodes.WorkspaceInvalid, run.Say($"The folder '{run.Folder}' does not exist; make a workspace with 'clientele init {run.Folder}', or name another with --workspace.", $"文件夹“{run.Folder}”不存在；请用 clientele init {run.Folder} 新建工作区，或用 --workspace 另行指定。"));
        }

        return run.StatedPlugins switch
        {
            [] => new(run, Path.Combine(run.Folder, "plugins")),
            [var one] => new(run, one),
            _ => throw new ClienteleException(ErrorCodes.WorkspaceInvalid, run.Say("This command works on one directory of plugins; give --plugins once, or leave it out.", "该命令只作用于一个插件目录；--plugins 请只给出一次，或省略。")),
        };
    }

    /// <summary>The options as they are now; a directory that an installation has just made is among them.</summary>
    public ClienteleOptions Options() => _workspace.Options(_run.StatedPlugins);

    /// <summary>How plugins are judged, for looking at them without loading any.</summary>
    public PluginOptions Loading()
    {
        var options = Options();
        return options.PluginLoading with { Directories = [.. options.PluginDirectories], Disabled = [.. options.DisabledPlugins] };
    }

    /// <summary>Loads all plugins once, so that they can be let go again.</summary>
    public PluginSet Try(CancellationToken cancellationToken)
    {
        var options = Options();
        options.PluginLoading = options.PluginLoading with { Collectible = true };
        return Crm.LoadPlugins(options, cancellationToken);
    }

    /// <summary>What a change would do to the data of the workspace; <see langword="null"/> when there are none yet.</summary>
    public async Task<PluginPlan?> PlanAsync(PluginRequest request, CancellationToken cancellationToken)
    {
        var options = Options();
        return Workspace.IsOne(_run.Folder) && File.Exists(options.Database)
            ? await new PluginPlanner(options, Installed, _run.Time).PlanAsync(request, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>The plugin of an id, running or not; the version that counts where there are several.</summary>
    public PluginInfo Find(string id)
    {
        var found = PluginLoader.Inspect(Loading()).Plugins.Where(plugin => string.Equals(plugin.Id, id, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Find(plugin => plugin.State != PluginState.Superseded) ?? found.FirstOrDefault()
            ?? throw new ClienteleException(PluginCodes.NotAvailable, _run.Say($"No plugin '{id}' was found; 'clientele plugins list' shows those there are.", $"未找到插件“{id}”；可用 clientele plugins list 查看现有插件。"));
    }

    /// <summary>As <see cref="Find"/>, and an error when it is not among the installed ones.</summary>
    public PluginInfo FindInstalled(string id)
    {
        var plugin = Find(id);
        return Store.Versions(plugin.Id).Count > 0
            ? plugin
            : throw new ClienteleException(PluginCodes.NotAvailable, _run.Say($"'{plugin.Id}' lies in '{plugin.Folder}' and was not installed into '{Installed}'; to keep it from running: clientele plugins disable {plugin.Id}", $"“{plugin.Id}”位于“{plugin.Folder}”，并非安装于“{Installed}”；如不希望其运行：clientele plugins disable {plugin.Id}"));
    }
}
