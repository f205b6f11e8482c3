using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Host.Workspaces;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins list</c>: what was found on disk, whether it runs, and if not, why.</summary>
internal static class ListCommand
{
    private static readonly Listing<PluginInfo> Columns = new(
        new("id", new("Plugin", "插件"), plugin => plugin.Id),
        new("version", new("Version", "版本"), plugin => plugin.Version),
        new("name", new("Name", "名称"), plugin => plugin.Name.ToString()),
        new("prefix", new("Prefix", "前缀"), plugin => plugin.Prefix),
        new("state", new("State", "状态"), plugin => plugin.State.ToString().ToLowerInvariant()),
        new("signed_by", new("Signed by", "签名者"), plugin => plugin.SignedBy),
        new("problems", new("Problems", "问题"), plugin => plugin.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message} {diagnostic.Hint}".TrimEnd()).ToList()),
        new("folder", new("Folder", "文件夹"), plugin => plugin.Folder));

    public static Command Build(CommandRunner runner) =>
        runner.Command("list", "List the plugins that were found, running or not, what is wrong with those that do not run, and where plugins are installed.", "列出找到的插件及其状态；未运行的说明原因，并显示插件安装位置。", ListAsync);

    private static async Task<int> ListAsync(Run run, CancellationToken cancellationToken)
    {
        var options = Workspace.OpenOrNew(run.Folder).Options(run.StatedPlugins);
        var plugins = Crm.LoadPlugins(options, cancellationToken).Plugins;
        await run.ListAsync(Columns, plugins).ConfigureAwait(false);
        if (run.Json)
        {
            return 0;
        }

        if (plugins.Count == 0)
        {
            await run.NoteAsync(run.Say($"No plugins in {string.Join(", ", options.PluginDirectories)}; the core works without them.", $"{string.Join("、", options.PluginDirectories)} 中没有插件；核心功能不受影响。")).ConfigureAwait(false);
        }

        if (run.StatedPlugins.Count == 0)
        {
            var installed = Path.Combine(run.Folder, "plugins");
            await run.NoteAsync(run.Say($"'clientele plugins install' puts plugins into {installed}; those that come with the host are in {Workspace.OwnPlugins}.", $"clientele plugins install 将插件安装到 {installed}；随主程序提供的插件位于 {Workspace.OwnPlugins}。")).ConfigureAwait(false);
        }

        return 0;
    }
}
