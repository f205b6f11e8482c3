using System.Globalization;
using Clientele.Host.Printing;
using Clientele.Insights;

namespace Clientele.Host.Commands;

/// <summary>An insight on a terminal or in a pipe.</summary>
internal static class InsightText
{
    public static async Task WriteAsync(Run run, ShownInsight shown)
    {
        var (insight, result) = (shown.Run.Insight, shown.Run.Result);
        await run.LineAsync($"{run.Say(insight.Title)} ({insight.Name}) · {shown.Run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}").ConfigureAwait(false);
        await run.LineAsync(run.Say(insight.Description) + (insight.Source.Length > 0 ? run.Say($" Source: {insight.Source}.", $"出处：{insight.Source}。") : "")).ConfigureAwait(false);
        if (result.Refusal is { } refusal)
        {
            await run.LineAsync(run.Say($"No result: {refusal.Text.En}", $"暂无结果：{refusal.Text.Zh}")).ConfigureAwait(false);
        }

        foreach (var figure in result.Figures)
        {
            var value = figure.Value is { } number ? Convert.ToString(InsightCells.Number(number, figure.Unit), CultureInfo.InvariantCulture) : null;
            var words = figure.Verdict is null ? null : run.Say(figure.Verdict);
            await run.LineAsync($"  {(figure.Alert ? "! " : "")}{run.Say(figure.Title)}: {string.Join(" · ", new[] { value, words }.OfType<string>().DefaultIfEmpty("–"))}").ConfigureAwait(false);
        }

        foreach (var table in result.Tables)
        {
            await run.LineAsync().ConfigureAwait(false);
            await run.LineAsync(run.Say(table.Title)).ConfigureAwait(false);
            await run.ListAsync(new Listing<InsightRow>([.. table.Columns.Select((column, index) => new Column<InsightRow>(column.Name, column.Title, row => InsightCells.Shown(row.Cells[index], column.Unit, shown, run.Say)))]), table.Rows).ConfigureAwait(false);
        }

        foreach (var reason in result.Reasons)
        {
            await run.LineAsync(run.Say(reason)).ConfigureAwait(false);
        }
    }
}
