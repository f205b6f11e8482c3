using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Insights;

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
        var set = new Option<string[]>("--set") { Description = runner.Say("A setting of the insight for this once, as NAME=VALUE; repeatable. Standing ones are in clientele.json under insight_settings.", "仅本次使用的设置，写作 名称=取值，可重复；长期设置写在 clientele.json 的 insight_settings 中。"), HelpName = "NAME=VALUE" };
        var settings = new Option<bool>("--settings") { Description = runner.Say("List the settings, of this insight or of all: what they are, their values, defaults and bounds.", "列出该洞察（或全部洞察）的设置：含义、取值、默认值与范围。") };
        var keep = new Option<bool>("--keep") { Description = runner.Say("Keep the result in the workspace, to be read later as it was.", "将结果保存到工作区，供日后原样查阅。") };
        var kept = new Option<bool>("--kept") { Description = runner.Say("Show what was kept of the insight, day by day.", "显示该洞察已保存的各日结果。") };
        var client = new Option<string>("--client") { Description = runner.Say("Only this client: id, external id, or part of the name.", "只看这一家客户：编号、外部编号或名称的一部分。"), HelpName = "CLIENT" };
        return runner.Command(
            "insights", "What the whole population tells: figures, tables and charts, each with its source.", "总体洞察：数字、表格与图表，均注明出处。",
            (run, token) => run.Value(name) switch
            {
                var insight when run.Value(settings) => InsightSettingsListing.RunAsync(run, insight, token),
                null or "" => ListAsync(run, token),
                var insight when run.Value(kept) => KeptInsights.ShowAsync(run, insight, token),
                _ when run.Value(client) is not null && (run.Value(html) || run.Value(keep)) => throw new UsageException(run.Say("--client goes with text, JSON and CSV, not with --html or --keep.", "--client 可用于文本、JSON 与 CSV，不能与 --html 或 --keep 同用。")),
                var insight when run.Value(html) => HtmlAsync(run, insight, Given(run, run.Value(set)), token),
                var insight when run.Value(csv) => CsvAsync(run, insight, run.Value(table), Given(run, run.Value(set)), run.Value(client), token),
                var insight => ShowAsync(run, insight, Given(run, run.Value(set)), run.Value(client), run.Value(keep), token),
            },
            name, client, set, settings, keep, kept, csv, table, html);
    }

    private static Dictionary<string, string?> Given(Run run, string[]? stated)
    {
        var given = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var setting in stated ?? [])
        {
            var at = setting.IndexOf('=', StringComparison.Ordinal);
            given[at > 0 ? setting[..at].Trim() : throw new UsageException(run.Say($"--set takes NAME=VALUE, not '{setting}'.", $"--set 应写作 名称=取值，而不是“{setting}”。"))] = setting[(at + 1)..].Trim();
        }

        return given;
    }

    private static async Task<int> ListAsync(Run run, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        await run.ListAsync(
            new Listing<Insight>(
                new("name", new("Insight", "洞察"), insight => insight.Name),
                new("title", new("Title", "标题"), insight => run.Say(insight.Title)),
                new("description", new("What it answers", "说明"), insight => run.Say(insight.Description)),
                new("source", new("Source", "出处"), insight => insight.Source),
                new("settings", new("Settings", "设置"), insight => crm.Insights.SettingsOf(insight.Name).Select(setting => $"{setting.Name}={setting.Value}"))),
            [.. crm.Catalogue.Insights.Values]).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ShowAsync(Run run, string insight, IReadOnlyDictionary<string, string?> settings, string? client, bool keep, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var found = await crm.Insights.RunAsync(insight, run.AsOf, settings, await FocusAsync(run, client, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var shown = await crm.Insights.NameAsync(found, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (keep)
        {
            await crm.Insights.KeepAsync(shown, cancellationToken).ConfigureAwait(false);
        }

        await (run.Json ? run.LineAsync(InsightJson.Write(shown)) : InsightText.WriteAsync(run, shown)).ConfigureAwait(false);
        return 0;
    }

    private static async Task<InsightFocus?> FocusAsync(Run run, string? client, CancellationToken cancellationToken) =>
        client is null ? null : new InsightFocus((await run.ClientAsync(client, cancellationToken).ConfigureAwait(false)).Id);

    private static async Task<int> HtmlAsync(Run run, string insight, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var written = await crm.Reports.WriteInsightAsync(insight, run.AsOf, Cultures.Of(run.Language.Culture.Name), settings, cancellationToken).ConfigureAwait(false);
        await run.Output.WriteAsync(written.Report.Html).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> CsvAsync(Run run, string insight, string? name, IReadOnlyDictionary<string, string?> settings, string? client, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var found = await crm.Insights.RunAsync(insight, run.AsOf, settings, await FocusAsync(run, client, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
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
