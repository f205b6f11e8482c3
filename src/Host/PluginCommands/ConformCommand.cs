using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Testing;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins conform DIR</c>: the conformance suite of the test kit, without a test project.</summary>
internal static class ConformCommand
{
    private static readonly Listing<ConformanceFinding> Columns = new(
        new("check", new("Check", "检查项"), finding => finding.Check),
        new("passed", new("Passed", "通过"), finding => finding.Passed),
        new("finding", new("Finding", "结果"), finding => finding.Message));

    public static Command Build(CommandRunner runner)
    {
        var folder = PackCommand.FolderArgument(runner);
        return runner.Command("conform", "Hold a built plugin against everything that hosts and operators rely on.", "对生成好的插件进行全面的合规检查。", (run, token) => ConformAsync(run, run.Value(folder)!, token), folder);
    }

    private static async Task<int> ConformAsync(Run run, string folder, CancellationToken cancellationToken)
    {
        // Says first where a folder is not one to check at all.
        var plugin = PluginTarget.Folder(run, PluginPlaces.Of(run), Path.GetFullPath(folder));
        var report = await PluginConformance.RunAsync(plugin.Folder, cancellationToken).ConfigureAwait(false);
        await run.ListAsync(Columns, report.Findings).ConfigureAwait(false);
        var failed = report.Findings.Count(finding => !finding.Passed);
        await run.NoteAsync(report.Conforms
            ? run.Say($"{plugin.Id} {plugin.Version} conforms.", $"{plugin.Id} {plugin.Version} 合规。")
            : run.Say($"{plugin.Id} {plugin.Version} does not conform: put right the {failed} findings that did not pass.", $"{plugin.Id} {plugin.Version} 不合规：请改正 {failed} 项未通过的结果。")).ConfigureAwait(false);
        return report.Conforms ? 0 : 1;
    }
}
