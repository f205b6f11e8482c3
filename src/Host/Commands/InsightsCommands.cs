using System.CommandLine;
using Clientele.Host.Printing;

namespace Clientele.Host.Commands;

/// <summary><c>clientele insights [NAME]</c>.</summary>
internal static class InsightsCommands
{
    public static Command Build(CommandRunner runner)
    {
        var name = new Argument<string?>("name") { Description = runner.Say("The insight, such as core.data_coverage; without one, all are listed.", "洞察名称，如 core.data_coverage；不给出则列出全部。"), Arity = ArgumentArity.ZeroOrOne };
        var csv = new Option<bool>("--csv") { Description = runner.Say("Print a table as CSV.", "以 CSV 输出表格。") };
        var table = new Option<string>("--table") { Description = runner.Say("The table to print with --csv; the first by default.", "与 --csv 同用：要输出的表，默认第一张。"), HelpName = "NAME" };
        var html = new Option<bool>("--html") { Description = runner.Say("Print the insight as one self-contained HTML page.", "输出为独立的 HTML 页面。") };
        return runner.Command(
            "insights", "What the whole population tells: figures, tables and charts, each with its source.", "总体洞察：数字、表格与图表，均注明出处。",
            (run, token) => run.Value(name) switch
            {
                null or "" => ListAsync(run, token),
                var insight when run.Value(html) => HtmlAsync(run, insight, token),
                var insight when run.Value(csv) => CsvAsync(run, insight, run.Value(table), token),
                var insight => ShowAsync(run, insight, token),
            },
            name, csv, table, html);
    }

    private static async Task<int> ListAsync(Run run, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        await run.ListAsync(
            new Listing<Insight>(
                new("name", new("Insight", "洞察"), insight => insight.Name),
                new("title", new("Title", "标题"), insight => run.Say(insight.Title)),
                new("description", new("What it answers", "说明"), insight => run.Say(insight.Description)),
                new("source", new("Source", "出处"), insight => insight.Source)),
            [.. crm.Catalogue.Insights.Values]).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ShowAsync(Run run, string insight, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var found = await crm.Insights.RunAsync(insight, run.AsOf, cancellationToken).ConfigureAwait(false);
        var shown = await crm.Insights.NameAsync(found, cancellationToken: cancellationToken).ConfigureAwait(false);
        await (run.Json ? run.LineAsync(InsightJson.Write(shown)) : InsightText.WriteAsync(run, shown)).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> HtmlAsync(Run run, string insight, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var written = await crm.Reports.WriteInsightAsync(insight, run.AsOf, Cultures.Of(run.Language.Culture.Name), cancellationToken).ConfigureAwait(false);
        await run.Output.WriteAsync(written.Report.Html).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> CsvAsync(Run run, string insight, string? name, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var found = await crm.Insights.RunAsync(insight, run.AsOf, cancellationToken).ConfigureAwait(false);
        var tables = found.Result.Tables;
        var table = tables.FirstOrDefault(table => name is null || table.Name == name);
        if (found.Result.Refusal is { } refusal)
        {
            await run.NoteAsync(run.Say(refusal)).ConfigureAwait(false);
            return 1;
        }

        if (table is null)
        {
            throw new ClienteleException(ErrorCodes.NotFound, run.Say($"The insight has no table '{name}'; it has: {string.Join(", ", tables.Select(known => known.Name))}.", $"该洞察没有名为“{name}”的表；现有：{string.Join("、", tables.Select(known => known.Name))}。"));
        }

        await InsightCsv.WriteAsync(run, table, await crm.Insights.NameAsync(found, cancellationToken: cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return 0;
    }
}
