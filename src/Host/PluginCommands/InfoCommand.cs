using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins info PLUGIN</c>: everything that is known of one plugin; what it registers, where it runs here.</summary>
internal static class InfoCommand
{
    private sealed record Details(PluginInfo Plugin, IReadOnlyList<string> Installed, Registration? Registered);

    private static readonly Listing<Details> Columns = new(
        new("id", new("Plugin", "插件"), it => it.Plugin.Id),
        new("version", new("Version", "版本"), it => it.Plugin.Version),
        new("name", new("Name", "名称"), it => it.Plugin.Name.ToString()),
        new("publisher", new("Publisher", "发布者"), it => it.Plugin.Publisher),
        new("state", new("State", "状态"), it => it.Plugin.State.ToString().ToLowerInvariant()),
        new("prefix", new("Prefix", "前缀"), it => it.Plugin.Prefix),
        new("contract", new("Contract", "契约版本"), it => it.Plugin.Contract),
        new("dependencies", new("Needs", "依赖"), it => it.Plugin.Dependencies),
        new("sealed", new("Sealed", "已封印"), it => it.Plugin.Sealed),
        new("signed_by", new("Signed by", "签名者"), it => it.Plugin.SignedBy),
        new("installed_versions", new("Installed versions", "已安装版本"), it => it.Installed),
        new("folder", new("Folder", "文件夹"), it => it.Plugin.Folder),
        new("attributes", new("Attributes", "属性"), it => it.Registered?.Attributes.Select(item => item.Name).ToList()),
        new("touchpoint_kinds", new("Touchpoint kinds", "触点类型"), it => it.Registered?.Kinds.Select(item => item.Name).ToList()),
        new("matter_types", new("Matter types", "事项类型"), it => it.Registered?.MatterTypes.Select(item => item.Name).ToList()),
        new("measures", new("Measures", "指标"), it => it.Registered?.Measures.Select(item => item.Name).ToList()),
        new("schemes", new("Schemes", "细分方案"), it => it.Registered?.Schemes.Select(item => item.Name).ToList()),
        new("policies", new("Policies", "维护策略"), it => it.Registered?.Policies.Select(item => item.Name).ToList()),
        new("guards", new("Guards", "把关规则"), it => it.Registered?.Guards.Select(item => item.Name).ToList()),
        new("windows", new("Timing windows", "时机窗口"), it => it.Registered?.Windows.Select(item => item.Name).ToList()),
        new("text_guards", new("Text guards", "用语把关"), it => it.Registered?.TextGuards.Select(item => item.Name).ToList()),
        new("letters", new("Letters", "函件"), it => it.Registered?.Letters.Select(item => item.Name).ToList()),
        new("reports", new("Reports", "报告"), it => it.Registered?.Reports.Select(item => item.Name).ToList()),
        new("registers", new("Registers", "台账"), it => it.Registered?.Registers.Select(item => item.Name).ToList()),
        new("problems", new("Problems", "问题"), it => it.Plugin.Diagnostics.Select(problem => problem.ToString().TrimEnd()).ToList()));

    public static Command Build(CommandRunner runner)
    {
        var target = new Argument<string>("plugin") { Description = runner.Say("An id, a package or a folder.", "插件编号、插件包或文件夹。"), HelpName = "PLUGIN" };
        return runner.Command("info", "Show what is known of a plugin, and what it registers where it runs.", "显示插件详情；已运行的列出其注册的内容。", (run, token) => ShowAsync(run, run.Value(target)!, token), target);
    }

    private static async Task<int> ShowAsync(Run run, string text, CancellationToken cancellationToken)
    {
        var places = PluginPlaces.Of(run);
        var plugin = await PluginTarget.FindAsync(run, text, cancellationToken).ConfigureAwait(false);
        var running = Crm.LoadPlugins(places.Options(), cancellationToken);
        // A package or a folder is shown as it is; only what runs here has registered anything.
        var here = running.Plugins.FirstOrDefault(found => found.Id == plugin.Id && found.Folder == plugin.Folder);
        await run.CardAsync(Columns, new Details(here ?? plugin, places.Store.Versions(plugin.Id), here is null ? null : running.Registrations.FirstOrDefault(registration => registration.Origin.Id == here.Id))).ConfigureAwait(false);
        return 0;
    }
}
