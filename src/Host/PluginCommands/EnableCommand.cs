using System.CommandLine;
using Clientele.Host.Workspaces;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins enable ID</c>.</summary>
internal static class EnableCommand
{
    public static Command Build(CommandRunner runner)
    {
        var id = RollBackCommand.PluginId(runner);
        var withDependencies = new Option<bool>("--with-dependencies") { Description = runner.Say("Also enable the plugins it needs.", "同时启用它所依赖的插件。") };
        return runner.Command("enable", "Let a disabled plugin run again.", "启用已停用的插件。", (run, _) => EnableAsync(run, run.Value(id)!, run.Value(withDependencies)), id, withDependencies);
    }

    private static async Task<int> EnableAsync(Run run, string id, bool withDependencies)
    {
        var places = PluginPlaces.Of(run);
        var plugin = places.Find(id);
        if (places.DisabledBySettings.Contains(plugin.Id, StringComparer.OrdinalIgnoreCase))
        {
            throw new ClienteleException(PluginCodes.NotAvailable, run.Say($"'{plugin.Id}' is disabled in {Workspace.SettingsFile}; remove it from disabled_plugins there.", $"“{plugin.Id}”在 {Workspace.SettingsFile} 中被停用；请从其中的 disabled_plugins 移除。"));
        }

        var enabled = places.Store.Enable(plugin.Id, withDependencies);
        return await PluginAnswer.GiveAsync(run, run.Say($"{string.Join(", ", enabled)} enabled.", $"已启用 {string.Join("、", enabled)}。"), [.. enabled.Select(other => new PluginAnswer(other, "", "enabled", "", []))]).ConfigureAwait(false);
    }
}
