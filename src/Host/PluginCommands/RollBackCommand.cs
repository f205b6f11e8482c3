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
        var (runs, now, problems) = await TryAsync(places, plugin.Id, target, cancellationToken).ConfigureAwait(false);
        if (runs)
        {
            return await PluginAnswer.GiveAsync(run, run.Say($"{plugin.Id} {target} is the version that runs now, in place of {active}.", $"{plugin.Id} 现运行 {target}，取代 {active}。"), new PluginAnswer(plugin.Id, target, "rolled back", now.Folder, problems)).ConfigureAwait(false);
        }

        places.Store.RollBack(plugin.Id, active);
        return await PluginAnswer.GiveAsync(run, run.Say($"{target} does not run here, so {active} stays.", $"{target} 不能在此运行，保留 {active}。"), new PluginAnswer(plugin.Id, target, PluginAnswer.Refused, now.Folder, problems)).ConfigureAwait(false);
    }

    // Whether it loads, and whether it can read data that a newer version may have migrated.
    private static async Task<(bool Runs, PluginInfo Plugin, IReadOnlyList<PluginDiagnostic> Problems)> TryAsync(PluginPlaces places, string id, string version, CancellationToken cancellationToken)
    {
        var set = places.Try(cancellationToken);
        await using (set.ConfigureAwait(false))
        {
            var plugin = set.Plugins.First(found => found.Id == id && found.Version == version);
            var refusals = (await places.PlanAsync(new(), cancellationToken).ConfigureAwait(false))?.Refusals.Where(refusal => refusal.PluginId == id).ToList() ?? [];
            return (plugin.State is PluginState.Running or PluginState.Disabled && refusals.Count == 0, plugin, [.. plugin.Diagnostics, .. refusals]);
        }
    }
}
