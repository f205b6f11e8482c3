using System.CommandLine;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins disable ID</c>: installed or the host's own, it does not run in this workspace until it is enabled.</summary>
internal static class DisableCommand
{
    public static Command Build(CommandRunner runner)
    {
        var id = RollBackCommand.PluginId(runner);
        var withDependents = new Option<bool>("--with-dependents") { Description = runner.Say("Also disable the plugins that need it.", "同时停用依赖它的插件。") };
        return runner.Command("disable", "Keep a plugin from running in this workspace, until it is enabled.", "在此工作区停用插件，直至重新启用。", (run, _) => DisableAsync(run, run.Value(id)!, run.Value(withDependents)), id, withDependents);
    }

    private static async Task<int> DisableAsync(Run run, string id, bool withDependents)
    {
        var places = PluginPlaces.Of(run);
        var disabled = places.Store.Disable(places.Find(id).Id, withDependents);
        return await PluginAnswer.GiveAsync(run, run.Say($"{string.Join(", ", disabled)} disabled; its data stay. To undo: clientele plugins enable {disabled[^1]}", $"已停用 {string.Join("、", disabled)}；数据保留。如需恢复：clientele plugins enable {disabled[^1]}"), [.. disabled.Select(other => new PluginAnswer(other, "", "disabled", "", []))]).ConfigureAwait(false);
    }
}
