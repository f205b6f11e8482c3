using System.CommandLine;
using Clientele.Documents;
using Clientele.Host.Printing;
using Clientele.Storage;

namespace Clientele.Host.Mailings;

/// <summary><c>clientele archive list|show|render|verify</c>.</summary>
internal static class ArchiveCommands
{
    public static Command Build(CommandRunner runner)
    {
        var client = new Option<string>("--client") { Description = runner.Say("Only this client's.", "仅限该客户。"), HelpName = "CLIENT" };
        var output = new Option<string>("--output") { Description = runner.Say("The folder to write to; output/archive of the workspace by default.", "输出文件夹，默认工作区的 output/archive。"), HelpName = "DIR" };
        var document = Document(runner);
        var rendered = Document(runner);
        return runner.Command(
            "archive", "What was written: from which templates and data, and again byte for byte.", "文档存档：模板、数据快照与逐字节重现。",
            runner.Command("list", "List the archived documents.", "列出存档文档。", (run, token) => ListAsync(run, run.Value(client), token), client),
            runner.Command("show", "Show what is known of one document.", "显示一份文档的存档信息。", (run, token) => ShowAsync(run, run.Value(document)!, token), document),
            runner.Command("render", "Render a letter again from its snapshot.", "根据快照重现函件。", (run, token) => RenderAsync(run, run.Value(rendered)!, run.Value(output), token), rendered, output),
            runner.Command("verify", "Render every letter again and compare it with what was written.", "重现全部函件并与原文比对。", VerifyAsync));
    }

    private static Argument<string> Document(CommandRunner runner) => new("document") { Description = runner.Say("The document's id, or the beginning of it.", "文档编号或其开头。") };

    private static async Task<int> ListAsync(Run run, string? client, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var only = client is null ? null : await run.ClientAsync(client, cancellationToken).ConfigureAwait(false);
        var rows = new List<(ArchivedDocument Document, string Client)>();
        await foreach (var row in crm.Store.Documents.AllAsync(cancellationToken).Where(row => only is null || row.Client == only.Id).ConfigureAwait(false))
        {
            rows.Add((row, row.Client is { } id ? (await crm.Store.Clients.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Name ?? "" : ""));
        }

        await run.ListAsync(
            new Listing<(ArchivedDocument Document, string Client)>(
                new("as_of", new("Day", "日期"), row => row.Document.AsOf),
                new("name", new("Document", "文档"), row => row.Document.Name),
                new("client", new("Client", "客户"), row => row.Client),
                new("language", new("Language", "语言"), row => row.Document.Culture),
                new("id", new("Id", "编号"), row => row.Document.Id.ToString())),
            rows).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ShowAsync(Run run, string id, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var shown = await crm.Archive.ShowAsync((await Found.DocumentAsync(run, crm, id, cancellationToken).ConfigureAwait(false)).Id, cancellationToken).ConfigureAwait(false);
        var client = shown.Row.Client is { } of ? await crm.Store.Clients.FindAsync(of, cancellationToken).ConfigureAwait(false) : null;
        await run.CardAsync(
            new Listing<ArchivedLetter>(
                new("id", new("Id", "编号"), one => one.Row.Id.ToString()),
                new("as_of", new("Day", "日期"), one => one.Row.AsOf),
                new("name", new("Document", "文档"), one => one.Row.Name),
                new("client", new("Client", "客户"), _ => client?.Name ?? ""),
                new("language", new("Language", "语言"), one => one.Row.Culture),
                new("template", new("Template", "模板"), one => one.Row.Template),
                new("template_hash", new("Hash of the templates", "模板哈希"), one => one.Row.TemplateHash),
                new("forms", new("Forms", "格式"), one => (IEnumerable<string>)[.. one.Forms.Select(form => $"{form.Form} {form.Hash}")]),
                new("overrides", new("Guards overridden", "越权放行"), one => (IEnumerable<string>)[.. one.Overridden.Select(decision => $"{decision.Guard}: {decision.Person} ({decision.Role}) {decision.Because}")]),
                new("erased", new("Erased", "已删除"), one => one.Erased)),
            shown).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> RenderAsync(Run run, string id, string? output, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var document = await Found.DocumentAsync(run, crm, id, cancellationToken).ConfigureAwait(false);
        var folder = Directory.CreateDirectory(Path.GetFullPath(output ?? Path.Combine(run.Workspace.Output, "archive"))).FullName;
        var kept = (await crm.Store.Documents.FormsAsync(document.Id, cancellationToken).ConfigureAwait(false)).Where(form => form.Content is not null).Select(form => form.Form).ToList();
        var files = new List<string>();
        foreach (var format in LetterFormat.All.Where(format => format.IsReproducible || kept.Contains(format.Name)))
        {
            var file = await crm.Archive.RenderAsync(document.Id, format, cancellationToken).ConfigureAwait(false);
            files.Add(Path.Combine(folder, $"{document.Id}{format.Extension}"));
            await File.WriteAllBytesAsync(files[^1], file.Content, cancellationToken).ConfigureAwait(false);
        }

        await run.ListAsync(new Listing<string>(new Column<string>("file", new("File", "文件"), file => file)), files).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> VerifyAsync(Run run, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var checks = await crm.Archive.VerifyAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var counts = checks.CountBy(check => check.State).ToDictionary();
        foreach (var check in checks.Where(check => check.State == ArchiveState.Different))
        {
            await run.NoteAsync(run.Say($"{check.Row.Id} {check.Row.Name}: comes out otherwise ({string.Join(", ", check.Forms)}).", $"{check.Row.Id} {check.Row.Name}：重现结果不一致（{string.Join("、", check.Forms)}）。")).ConfigureAwait(false);
        }

        await run.CardAsync(
            new Listing<IReadOnlyDictionary<ArchiveState, int>>(
                new("same", new("The same byte for byte", "逐字节一致"), one => one.GetValueOrDefault(ArchiveState.Same)),
                new("erased", new("A person was erased", "已删除个人信息"), one => one.GetValueOrDefault(ArchiveState.Erased)),
                new("different", new("Different", "不一致"), one => one.GetValueOrDefault(ArchiveState.Different)),
                new("hash_only", new("Archived with hashes alone", "仅存哈希"), one => one.GetValueOrDefault(ArchiveState.HashOnly))),
            counts).ConfigureAwait(false);
        return counts.ContainsKey(ArchiveState.Different) ? 1 : 0;
    }
}
