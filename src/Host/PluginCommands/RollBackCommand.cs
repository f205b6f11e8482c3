using System.CommandLine;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins rollback ID</c>: runs the version before, until a newer one is installed.</summary>
internal static class RollBackCommand
{
    public static Command Build(CommandRunner runner)
    {
        var id = PluginId(runner);
        var to = new Option<string>("--to") { Description = runner.Say("The version to run; the one before the running one by default.", "要运行的版本，默认为当前版本之前的一个。"), HelpName = "VERSION" };
        return runner.Command("rollback", "Run the version before, which is still installed.", "退回仍保留的上一版本。", (run, token) => RollBackAsync(run, run.Value(id)!, run.Value(to), token), id, to);
    }

    public static Argument<string> PluginId(CommandRunner runner) =>
        new("id") { Description = runner.Say("The plugin's id, such as acme.landscaping.", "插件编号，如 acme.landscaping。"), HelpName = "ID" };

    private static async Task<int> RollBackAsync(Run run, string id, string? to, CancellationToken cancellationToken)
    {
        var places = PluginPlaces.Of(run);
        var plugin = places.FindInstalled(id);
        var active = places.Store.Active(plugin.Id)!;
        var target = to ?? places.Store.Versions(plugin.Id).SkipWhile(version => version != active).Skip(1).FirstOrDefault()
            ?? throw new ClienteleException(PluginCodes.NotAvailable, run.Say($"{active} is the oldest version of '{plugin.Id}' that is installed; install the one to go back to.", $"{active} 已是所装“{plugin.Id}”的最旧版本；请先安装要退回的版本。"));
        places.Store.RollBack(plugin.Id, target);
        var set = places.Try(cancellationToken);
        await using (set.ConfigureAwait(false))
        {
            var now = set.Plugins.First(found => found.Id == plugin.Id && found.Version == target);
            if (now.State is PluginState.Running or PluginState.Disabled)
            {
                return await PluginAnswer.GiveAsync(run, run.Say($"{plugin.Id} {target} is the version that runs now, in place of {active}.", $"{plugin.Id} 现运行 {target}，取代 {active}。"), new PluginAnswer(plugin.Id, target, "rolled back", now.Folder, now.Diagnostics)).ConfigureAwait(false);
            }

            places.Store.RollBack(plugin.Id, active);
            return await PluginAnswer.GiveAsync(run, run.Say($"{target} does not run here, so {active} stays.", $"{target} 不能在此运行，保留 {active}。"), new PluginAnswer(plugin.Id, target, PluginAnswer.Refused, now.Folder, now.Diagnostics)).ConfigureAwait(false);
        }
    }
}
