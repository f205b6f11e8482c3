using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins verify</c>: files against their seal, seal against the trusted keys, manifest and assemblies against this host; none of its code runs.</summary>
internal static class VerifyCommand
{
    private static readonly Listing<PluginInfo> Columns = new(
        new("plugin", new("Plugin", "插件"), plugin => plugin.Id),
        new("version", new("Version", "版本"), plugin => plugin.Version),
        new("in_order", new("In order", "合格"), plugin => PluginTarget.IsInOrder(plugin)),
        new("sealed", new("Sealed", "已封印"), plugin => plugin.Sealed),
        new("signed_by", new("Signed by", "签名者"), plugin => plugin.SignedBy),
        new("problems", new("Problems", "问题"), plugin => plugin.Diagnostics.Select(problem => problem.ToString().TrimEnd()).ToList()),
        new("folder", new("Folder", "文件夹"), plugin => plugin.Folder));

    public static Command Build(CommandRunner runner)
    {
        var target = new Argument<string?>("plugin") { Description = runner.Say("An id, a package or a folder; all plugins when left out.", "插件编号、插件包或文件夹；省略则检查全部。"), HelpName = "PLUGIN", Arity = ArgumentArity.ZeroOrOne };
        return runner.Command("verify", "Check that a plugin's files are as they were sealed, who signed them, and that it fits this host, without running it.", "检查插件文件是否与封印一致、由谁签名、是否适用于本机；不运行其代码。", (run, token) => VerifyAsync(run, run.Value(target), token), target);
    }

    private static async Task<int> VerifyAsync(Run run, string? target, CancellationToken cancellationToken)
    {
        IReadOnlyList<PluginInfo> plugins = target is null
            ? [.. PluginLoader.Inspect(PluginPlaces.Of(run).Loading() with { Disabled = [] }).Plugins.Where(plugin => plugin.State != PluginState.Superseded).Select(PluginTarget.Judged)]
            : [PluginTarget.Judged(await PluginTarget.FindAsync(run, target, cancellationToken).ConfigureAwait(false))];
        await run.ListAsync(Columns, plugins).ConfigureAwait(false);
        return plugins.All(PluginTarget.IsInOrder) ? 0 : 1;
    }
}
