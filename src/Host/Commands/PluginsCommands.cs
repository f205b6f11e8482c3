using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Host.Workspaces;
using Clientele.Plugins;

namespace Clientele.Host.Commands;

/// <summary><c>clientele plugins list</c>: what was found on disk, whether it runs, and if not, why.</summary>
internal static class PluginsCommands
{
    private static readonly Listing<PluginInfo> Columns = new(
        new("id", new("Plugin", "插件"), plugin => plugin.Id),
        new("version", new("Version", "版本"), plugin => plugin.Version),
        new("name", new("Name", "名称"), plugin => plugin.Name.ToString()),
        new("prefix", new("Prefix", "前缀"), plugin => plugin.Prefix),
        new("state", new("State", "状态"), plugin => plugin.State.ToString().ToLowerInvariant()),
        new("problems", new("Problems", "问题"), plugin => plugin.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message} {diagnostic.Hint}".TrimEnd()).ToList()),
        new("folder", new("Folder", "文件夹"), plugin => plugin.Folder));

    public static Command Build(CommandRunner runner) => runner.Command(
        "plugins", "Industry plugins.", "行业插件。",
        runner.Command("list", "List the plugins that were found, running or not, and what is wrong with those that do not run.", "列出找到的插件及其状态；未运行的说明原因。", ListAsync));

    private static async Task<int> ListAsync(Run run, CancellationToken cancellationToken)
    {
        var options = new ClienteleOptions { RequirePluginDirectories = run.StatedPlugins.Count > 0 };
        var folders = run.StatedPlugins.Count > 0 ? run.StatedPlugins
            : Workspace.IsOne(run.Folder) ? [.. run.Workspace.Options([]).PluginDirectories]
            : Workspace.PluginDirectories([], run.Folder);
        foreach (var folder in folders)
        {
            options.PluginDirectories.Add(folder);
        }

        var plugins = Crm.LoadPlugins(options, cancellationToken).Plugins;
        await run.ListAsync(Columns, plugins).ConfigureAwait(false);
        if (plugins.Count == 0 && !run.Json)
        {
            await run.NoteAsync(run.Say($"No plugins in {string.Join(", ", folders)}; the core works without them.", $"{string.Join("、", folders)} 中没有插件；核心功能不受影响。")).ConfigureAwait(false);
        }

        return 0;
    }
}
