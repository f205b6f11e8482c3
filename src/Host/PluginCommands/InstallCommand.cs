using System.CommandLine;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins install PACKAGE</c>: all of it or nothing, and tried once before it counts.</summary>
internal static class InstallCommand
{
    public static Command Build(CommandRunner runner)
    {
        var (package, sha256) = (PackageArgument(runner), Sha256(runner));
        return runner.Command("install", "Install a plugin from its package, when it runs here.", "安装插件包；能在此运行才会保留。", (run, token) => InstallAsync(run, run.Value(package)!, run.Value(sha256), token), package, sha256);
    }

    public static Argument<string> PackageArgument(CommandRunner runner) =>
        new("package") { Description = runner.Say("The plugin's .nupkg file.", "插件的 .nupkg 文件。"), HelpName = "PACKAGE" };

    public static Option<string> Sha256(CommandRunner runner) =>
        new("--sha256") { Description = runner.Say("The SHA-256 the package must have, as its publisher states it.", "插件包应有的 SHA-256（由发布者提供）。"), HelpName = "HASH" };

    public static async Task<int> InstallAsync(Run run, string package, string? sha256, CancellationToken cancellationToken)
    {
        var places = PluginPlaces.Of(run);
        // What is wrong with the package itself is said by the installation; a plan that can be applied is about the data.
        if (await places.PlanAsync(new() { Packages = [Path.GetFullPath(package)] }, cancellationToken).ConfigureAwait(false) is { IsApplicable: true, NeedsAcceptance: true })
        {
            throw new ClienteleException(PluginCodes.NotAccepted, run.Say($"Nothing was installed, because something that is stored would be lost, no longer be read, or stop running; see what with 'clientele plugins plan {package}', and if that is what you want, 'clientele plugins apply {package} --accept'.", $"未安装任何内容：安装后会有已存数据丢失、不再读取或插件停止运行；请用 clientele plugins plan {package} 查看，确认后用 clientele plugins apply {package} --accept 执行。"));
        }

        var report = await places.Store.InstallAsync(Path.GetFullPath(package), sha256, token => Task.FromResult(places.Try(token)), cancellationToken).ConfigureAwait(false);
        return await PluginAnswer.GiveAsync(run, Sentence(run, places, report), new PluginAnswer(report.Id, report.Version, report.Installed ? "installed" : PluginAnswer.Refused, report.Folder ?? "", report.Diagnostics)).ConfigureAwait(false);
    }

    private static string Sentence(Run run, PluginPlaces places, InstallReport report)
    {
        if (!report.Installed)
        {
            return run.Say("Nothing was installed.", "未安装任何内容。");
        }

        var active = places.Store.Active(report.Id);
        return active != report.Version
            ? run.Say($"{report.Id} {report.Version} is installed in {report.Folder}; {active} is newer and runs. To run this one: clientele plugins rollback {report.Id} --to {report.Version}", $"{report.Id} {report.Version} 已安装到 {report.Folder}；较新的 {active} 继续运行。如需运行此版本：clientele plugins rollback {report.Id} --to {report.Version}")
            : places.Find(report.Id).State == PluginState.Disabled
                ? run.Say($"{report.Id} {report.Version} is installed in {report.Folder}, and disabled. To run it: clientele plugins enable {report.Id}", $"{report.Id} {report.Version} 已安装到 {report.Folder}，当前为停用状态。如需运行：clientele plugins enable {report.Id}")
                : run.Say($"{report.Id} {report.Version} is installed in {report.Folder} and runs.", $"{report.Id} {report.Version} 已安装到 {report.Folder} 并投入运行。");
    }
}
