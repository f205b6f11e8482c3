using System.CommandLine;
using Clientele.Host.Demo;
using Clientele.Plugins;

namespace Clientele.Host.Commands;

/// <summary><c>clientele demo</c>: real public data through the core and the industry plugins, to letters and reports.</summary>
internal static class DemoCommand
{
    public static Command Build(CommandRunner runner)
    {
        var output = new Option<string>("--output", "-o") { Description = runner.Say("Where the workspaces of the demo are made.", "演示工作区的存放位置。"), DefaultValueFactory = _ => "clientele-demo", HelpName = "DIR" };
        var plugin = new Option<string>("--plugin") { Description = runner.Say("Show only this plugin, such as acme.landscaping.", "只演示该插件，如 acme.landscaping。"), HelpName = "ID" };
        var pdf = new Option<bool>("--pdf") { Description = runner.Say("Also write the letters as PDF, with an installed Chromium or LibreOffice.", "另将函件生成 PDF（需已安装 Chromium 或 LibreOffice）。") };
        return runner.Command("demo", "Run real public data through the core and the industry plugins, and write letters and reports.", "用真实公开数据演示：导入、细分、回访、函件与报告。", (run, token) => DemoAsync(run, Path.GetFullPath(run.Value(output)!), run.Value(plugin), run.Value(pdf), token), output, plugin, pdf);
    }

    private static async Task<int> DemoAsync(Run run, string folder, string? plugin, bool pdf, CancellationToken cancellationToken)
    {
        var data = Path.Combine(AppContext.BaseDirectory, "data");
        var results = new List<DemoResult>();
        var plugins = new DemoPlugins(run);
        var cases = plugins.Cases(DemoCase.Read(data)).Where(demo => plugin is null || string.Equals(demo.Plugin, plugin, StringComparison.OrdinalIgnoreCase)).ToList();
        if (cases.Count == 0)
        {
            throw new ClienteleException(PluginCodes.NotAvailable, run.Say($"No plugin '{plugin}' runs; 'clientele plugins list' shows those there are, and what is wrong.", $"插件“{plugin}”未运行；可用 clientele plugins list 查看现有插件及问题。"));
        }

        foreach (var demo in cases)
        {
            var result = await new DemoRun(run, demo, plugins, data, folder, pdf).RunAsync(cancellationToken).ConfigureAwait(false);
            results.Add(result);
            if (!run.Json)
            {
                await DemoPrinting.WriteAsync(run, result).ConfigureAwait(false);
            }
        }

        await (run.Json ? DemoPrinting.WriteJsonAsync(run, results) : DemoPrinting.WriteEndAsync(run, results, folder)).ConfigureAwait(false);
        return 0;
    }
}
