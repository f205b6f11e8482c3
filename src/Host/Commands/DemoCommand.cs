using System.CommandLine;
using Clientele.Host.Demo;

namespace Clientele.Host.Commands;

/// <summary><c>clientele demo</c>: real public data through the core and the industry plugins, to letters and reports.</summary>
internal static class DemoCommand
{
    public static Command Build(CommandRunner runner)
    {
        var output = new Option<string>("--output", "-o") { Description = runner.Say("Where the workspaces of the demo are made.", "演示工作区的存放位置。"), DefaultValueFactory = _ => "clientele-demo", HelpName = "DIR" };
        return runner.Command("demo", "Run real public data through the core and the industry plugins, and write letters and reports.", "用真实公开数据演示：导入、细分、回访、函件与报告。", (run, token) => DemoAsync(run, Path.GetFullPath(run.Value(output)!), token), output);
    }

    private static async Task<int> DemoAsync(Run run, string folder, CancellationToken cancellationToken)
    {
        var data = Path.Combine(AppContext.BaseDirectory, "data");
        var results = new List<DemoResult>();
        var plugins = new DemoPlugins(run);
        foreach (var demo in plugins.Cases(DemoCase.Read(data)))
        {
            var result = await new DemoRun(run, demo, plugins, data, folder).RunAsync(cancellationToken).ConfigureAwait(false);
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
