using System.CommandLine;
using Clientele.Documents;
using Clientele.Host.Printing;

namespace Clientele.Host.Commands;

/// <summary>A report on disk.</summary>
internal sealed record ReportFile(string Report, string Title, string Culture, string Path);

/// <summary><c>clientele reports render|list</c>.</summary>
internal static class ReportsCommands
{
    private static readonly Listing<ReportFile> Files = new(
        new("report", new("Report", "报告"), file => file.Report),
        new("title", new("Title", "标题"), file => file.Title),
        new("language", new("Language", "语言"), file => file.Culture),
        new("file", new("File", "文件"), file => file.Path));

    public static Command Build(CommandRunner runner)
    {
        var report = new Option<string[]>("--report") { Description = runner.Say("The report, such as core.concentration; all of them by default.", "报告名称，如 core.concentration，默认全部。"), HelpName = "NAME" };
        var culture = new Option<string[]>("--culture") { Description = runner.Say("The language of the report, zh-CN or en; the workspace's by default; may be given twice.", "报告语言：zh-CN 或 en，默认工作区语言，可重复给出。"), HelpName = "LANG" };
        var output = new Option<string>("--output") { Description = runner.Say("The folder to write to; output/reports of the workspace by default.", "输出文件夹，默认工作区的 output/reports。"), HelpName = "DIR" };
        return runner.Command(
            "reports", "Reports on the population.", "总体报告。",
            runner.Command("list", "List the registered reports.", "列出已注册的报告。", ListAsync),
            runner.Command("render", "Write reports as self-contained HTML files, as of the day.", "按基准日生成独立的 HTML 报告。", (run, token) => RenderAsync(run, run.Value(report) ?? [], run.Value(culture) ?? [], run.Value(output), token), report, culture, output));
    }

    public static async Task<IReadOnlyList<ReportFile>> WriteAsync(Crm crm, IReadOnlyList<string> reports, DateOnly asOf, IReadOnlyList<DocumentLanguage> languages, string folder, CancellationToken cancellationToken)
    {
        var files = new List<ReportFile>();
        Directory.CreateDirectory(folder);
        foreach (var report in reports)
        {
            foreach (var written in await crm.Reports.WriteAsync(report, asOf, languages, cancellationToken).ConfigureAwait(false))
            {
                var path = Path.Combine(folder, $"{report}.{written.Report.Culture}.html");
                await File.WriteAllTextAsync(path, written.Report.Html, cancellationToken).ConfigureAwait(false);
                await crm.Reports.ArchiveAsync(written, Path.GetFileName(path), cancellationToken).ConfigureAwait(false);
                files.Add(new ReportFile(report, written.Report.Title, written.Report.Culture, path));
            }
        }

        return files;
    }

    private static async Task<int> ListAsync(Run run, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        await run.ListAsync(
            new Listing<ReportDefinition>(
                new("name", new("Report", "报告"), report => report.Name),
                new("title", new("Title", "标题"), report => run.Say(report.Title)),
                new("scheme", new("Scheme", "分类法"), report => report.Scheme),
                new("measure", new("Measure", "指标"), report => report.Measure)),
            [.. crm.Catalogue.Reports.Values]).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> RenderAsync(Run run, IReadOnlyList<string> reports, IReadOnlyList<string> cultures, string? output, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        await crm.Segments.RunAsync(run.AsOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        await crm.Planner.PlanAsync(run.AsOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        var languages = cultures.Count > 0 ? cultures.Select(Cultures.Of).ToList() : [Cultures.Of(run.Workspace.Settings.Culture)];
        var files = await WriteAsync(crm, reports.Count > 0 ? reports : [.. crm.Catalogue.Reports.Keys], run.AsOf, languages, Path.GetFullPath(output ?? Path.Combine(run.Workspace.Output, "reports")), cancellationToken).ConfigureAwait(false);
        await run.ListAsync(Files, files).ConfigureAwait(false);
        return 0;
    }
}
