using System.CommandLine;
using Clientele.Plugins;
using NuGet.Versioning;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins update PACKAGE</c>: a newer version of something that is installed; the older one stays beside it.</summary>
internal static class UpdateCommand
{
    public static Command Build(CommandRunner runner)
    {
        var (package, sha256) = (InstallCommand.PackageArgument(runner), InstallCommand.Sha256(runner));
        return runner.Command("update", "Install a newer version of an installed plugin; when it does not run here, the one before goes on.", "更新已安装的插件；新版本不能运行时保留原版本。", (run, token) => UpdateAsync(run, run.Value(package)!, run.Value(sha256), token), package, sha256);
    }

    private static async Task<int> UpdateAsync(Run run, string package, string? sha256, CancellationToken cancellationToken)
    {
        var places = PluginPlaces.Of(run);
        var path = Path.GetFullPath(package);
        var fresh = await PluginPackage.InspectAsync(path, places.Loading(), cancellationToken).ConfigureAwait(false);
        if (fresh.Version.Length > 0 && Refusal(run, places, fresh) is { } refusal)
        {
            throw new ClienteleException(PluginCodes.NotAvailable, refusal);
        }

        return await InstallCommand.InstallAsync(run, path, sha256, cancellationToken).ConfigureAwait(false);
    }

    private static string? Refusal(Run run, PluginPlaces places, PluginInfo fresh) => places.Store.Active(fresh.Id) switch
    {
        null => run.Say($"'{fresh.Id}' is not installed in {places.Installed}, so there is nothing to update; use 'clientele plugins install'.", $"{places.Installed} 中未安装“{fresh.Id}”，无可更新；请用 clientele plugins install。"),
        var active when NuGetVersion.Parse(fresh.Version) < NuGetVersion.Parse(active) => run.Say($"{fresh.Version} is older than {active}, which is installed; to go back to an older version: clientele plugins rollback {fresh.Id} --to {fresh.Version}", $"{fresh.Version} 旧于已安装的 {active}；如需退回旧版本：clientele plugins rollback {fresh.Id} --to {fresh.Version}"),
        _ => null,
    };
}
