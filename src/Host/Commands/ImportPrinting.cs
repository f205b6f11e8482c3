using System.Globalization;
using Clientele.Host.Printing;
using Clientele.Import;

namespace Clientele.Host.Commands;

/// <summary>Says what an import did.</summary>
internal static class ImportPrinting
{
    private sealed record Line(string Key, LocalizedText What, RecordCounts Counts);

    private static readonly Listing<Line> Columns = new(
        new("records", new("Records", "记录"), line => line.Key),
        new("added", new("Added", "新增"), line => line.Counts.Added),
        new("unchanged", new("Unchanged", "未变"), line => line.Counts.Unchanged),
        new("changed", new("Updated or corrected", "更新或更正"), line => line.Counts.Changed));

    public static async Task WriteAsync(Run run, ImportResult result)
    {
        var lines = new List<Line>
        {
            new("clients", new("Clients", "客户"), result.Clients), new("attributes", new("Attributes", "属性"), result.Attributes), new("owners", new("Owners", "负责人"), result.Owners),
            new("contacts", new("Contacts", "联系人"), result.Contacts), new("consents", new("Consents", "同意"), result.Consents), new("matters", new("Matters", "事项"), result.Matters), new("touchpoints", new("Touchpoints", "触点"), result.Touchpoints),
        };
        await run.ListAsync(Columns, [.. lines.Where(line => run.Json || line.Counts.Total > 0).Select(line => run.Json ? line : line with { Key = run.Say(line.What) })]).ConfigureAwait(false);
        await run.NoteAsync(run.Say(
            $"{Path.GetFileName(result.File)} ({result.Format}): {N(result.Rows)} rows, {N(result.NotSelected)} not selected, {N(result.Duplicates)} repeated, {N(result.Rejected)} rejected.{(result.DryRun ? " Nothing was kept: this was a dry run." : "")}",
            $"{Path.GetFileName(result.File)}（{result.Format}）：共 {N(result.Rows)} 行，未选取 {N(result.NotSelected)} 行，重复 {N(result.Duplicates)} 行，拒绝 {N(result.Rejected)} 行。{(result.DryRun ? "试运行，未保存任何内容。" : "")}")).ConfigureAwait(false);
        if (result.Rejected > 0)
        {
            await run.NoteAsync(run.Say($"Rejected rows with their reasons: {result.ErrorFile}. Correct them there or in the file and import again.", $"被拒绝的行及原因见 {result.ErrorFile}；更正后重新导入即可。")).ConfigureAwait(false);
        }
    }

    private static string N(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
