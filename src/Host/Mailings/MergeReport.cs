using System.Globalization;
using System.Net;
using System.Text;
using Clientele.Host.Printing;
using Clientele.Storage;
using CsvHelper;

namespace Clientele.Host.Mailings;

/// <summary>The merge report of a mailing in its three forms, streamed entry by entry.</summary>
internal static class MergeReport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The columns that the terminal, JSON and CSV share.</summary>
    public static IReadOnlyList<Column<EntryLine>> Columns(Run run) =>
    [
        new("client", new("Client", "客户"), line => line.Client),
        new("contact", new("Contact", "联系人"), line => line.Contact),
        new("letter", new("Letter", "函件"), line => run.Json ? line.Entry.Letter : line.Letter),
        new("matter", new("Matter", "事项"), line => line.Matter),
        new("language", new("Language", "语言"), line => line.Entry.Culture),
        new("state", new("State", "状态"), line => run.Json ? line.Entry.State.ToString().ToLowerInvariant() : EntryLine.State(run, line.Entry.State)),
        new("on", new("On", "日期"), line => line.Entry.On),
        new("reasons", new("Why", "原因"), line => line.Reasons(run)),
        new("notes", new("Missing", "缺少资料"), line => line.Notes(run)),
        new("id", new("Id", "编号"), line => line.Entry.Id.ToString()),
    ];

    public static async Task PrintAsync(Run run, Crm crm, Mailing mailing, CancellationToken cancellationToken) =>
        await run.ListAsync(new Listing<EntryLine>([.. Columns(run)]), await LinesAsync(run, crm, mailing, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);

    public static async Task WriteCsvAsync(Run run, Crm crm, Mailing mailing, string path, CancellationToken cancellationToken)
    {
        var file = new StreamWriter(path, append: false, Utf8);
        await using (file.ConfigureAwait(false))
        {
            var csv = CsvWriter.Create(file, CsvWriterOptions.Default with { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true);
            await using (csv.ConfigureAwait(false))
            {
                var columns = Columns(run);
                csv.WriteRecord([.. columns.Select(column => run.Say(column.Title))]);
                await foreach (var line in LinesAsync(run, crm, mailing, cancellationToken).ConfigureAwait(false))
                {
                    csv.WriteRecord([.. columns.Select(column => Cell(column.Value(line)))]);
                }
            }
        }
    }

    public static async Task WritePageAsync(Run run, Crm crm, Mailing mailing, string path, CancellationToken cancellationToken)
    {
        var counts = await crm.Store.Mailings.CountsAsync(mailing.Id, cancellationToken).ConfigureAwait(false);
        var title = run.Say($"Merge report of {mailing.AsOf:yyyy-MM-dd}", $"合并报告 {mailing.AsOf:yyyy-MM-dd}");
        var page = new StreamWriter(path, append: false, Utf8) { NewLine = "\n" };
        await using (page.ConfigureAwait(false))
        {
            await page.WriteLineAsync($$"""
                <!DOCTYPE html>
                <html lang="{{run.Language.Culture.Name}}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{{Html(title)}}</title>
                <style>
                body { font: 14px/1.5 "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif; margin: 2rem; color: #1a1a1a; }
                table { border-collapse: collapse; width: 100%; }
                th, td { border-bottom: 1px solid #d0d0d0; padding: .3rem .5rem; text-align: left; vertical-align: top; }
                th { background: #f4f4f4; }
                ul { margin: 0; padding-left: 1rem; }
                .held td, .failed td, .uncertain td { background: #fff6e5; }
                @media print { body { margin: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
                </style>
                </head>
                <body>
                <h1>{{Html(title)}}</h1>
                <p>{{Html(string.Join(run.Say("; ", "；"), counts.OrderBy(count => count.Key).Select(count => run.Say($"{EntryLine.State(run, count.Key)}: {count.Value}", $"{EntryLine.State(run, count.Key)}：{count.Value}"))))}}</p>
                <table>
                <thead><tr>{{string.Concat(Columns(run).Select(column => $"<th scope=\"col\">{Html(run.Say(column.Title))}</th>"))}}</tr></thead>
                <tbody>
                """).ConfigureAwait(false);
            await foreach (var line in LinesAsync(run, crm, mailing, cancellationToken).ConfigureAwait(false))
            {
                await page.WriteLineAsync($"<tr class=\"{line.Entry.State.ToString().ToLowerInvariant()}\">{string.Concat(Columns(run).Select(column => $"<td>{HtmlCell(column.Value(line))}</td>"))}</tr>").ConfigureAwait(false);
            }

            await page.WriteLineAsync("</tbody>\n</table>\n</body>\n</html>").ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<EntryLine> LinesAsync(Run run, Crm crm, Mailing mailing, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in crm.Store.Mailings.EntriesAsync(mailing.Id, cancellationToken).ConfigureAwait(false))
        {
            yield return await EntryLine.OfAsync(run, crm, entry, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<string> list => string.Join("; ", list),
        _ => value.ToString() ?? "",
    };

    private static string HtmlCell(object? value) => value is IReadOnlyList<string> list
        ? list.Count == 0 ? "" : $"<ul>{string.Concat(list.Select(item => $"<li>{Html(item)}</li>"))}</ul>"
        : Html(Cell(value));

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
