using System.CommandLine;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins uninstall ID</c>: deletes a plugin in all its versions; what it recorded stays.</summary>
internal static class UninstallCommand
{
    public static Command Build(CommandRunner runner)
    {
        var id = RollBackCommand.PluginId(runner);
        var withDependents = new Option<bool>("--with-dependents") { Description = runner.Say("Also uninstall the plugins that need it.", "同时卸载依赖它的插件。") };
        return runner.Command("uninstall", "Delete an installed plugin in all its versions; what was recorded with it stays.", "卸载插件的所有版本；已记录的数据保留。", (run, _) => UninstallAsync(run, run.Value(id)!, run.Value(withDependents)), id, withDependents);
    }

    private static async Task<int> UninstallAsync(Run run, string id, bool withDependents)
    {
        var places = PluginPlaces.Of(run);
        var plugin = places.FindInstalled(id);
        IReadOnlyList<string> gone = [.. places.Store.Dependents(plugin.Id), plugin.Id];
        var all = places.Store.Uninstall(plugin.Id, withDependents);
        var sentence = all
            ? run.Say($"{string.Join(", ", gone)} uninstalled; what was recorded with it stays in the database.", $"已卸载 {string.Join("、", gone)}；用其记录的数据仍保留在数据库中。")
            : run.Say($"{string.Join(", ", gone)} uninstalled; files in use are deleted the next time a command runs.", $"已卸载 {string.Join("、", gone)}；正在使用的文件将在下次运行命令时删除。");
        return await PluginAnswer.GiveAsync(run, sentence, [.. gone.Select(other => new PluginAnswer(other, "", "uninstalled", "", []))]).ConfigureAwait(false);
    }
}
