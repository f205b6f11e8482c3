using System.CommandLine;
using Clientele.Documents;
using Clientele.Host.Printing;

namespace Clientele.Host.Commands;

/// <summary><c>clientele letters render|list</c>.</summary>
internal static class LettersCommands
{
    internal static readonly Listing<LetterFile> Files = new(
        new("letter", new("Letter", "函件"), file => file.Letter),
        new("client", new("Client", "客户"), file => file.Client),
        new("language", new("Language", "语言"), file => file.Culture),
        new("state", new("State", "状态"), file => file.Refusals.Count == 0 ? "written" : "refused"),
        new("reason", new("Reason", "原因"), file => file.Refusals),
        new("file", new("File", "文件"), file => file.Path));

    public static Command Build(CommandRunner runner)
    {
        var letter = new Option<string>("--letter") { Description = runner.Say("The letter to write, such as contractor.return_visit_letter.", "函件名称，如 contractor.return_visit_letter。"), HelpName = "NAME" };
        var client = new Option<string>("--client") { Description = runner.Say("Only for this client: id, external id, or part of the name.", "只写给该客户：编号、外部编号或名称的一部分。"), HelpName = "CLIENT" };
        var due = new Option<bool>("--due") { Description = runner.Say("For every follow-up due as of the day whose policy has a letter.", "为基准日到期且有对应函件的每项跟进撰写。") };
        var culture = new Option<string[]>("--culture") { Description = runner.Say("The language of the letter, zh-CN or en; the client's by default; may be given twice.", "函件语言：zh-CN 或 en，默认客户语言，可重复给出。"), HelpName = "LANG" };
        var format = new Option<string[]>("--format") { Description = runner.Say("What to write: html, text, markdown, docx, eml, pdf; several with commas; html,text by default.", "输出格式：html、text、markdown、docx、eml、pdf，可用逗号分隔多个，默认 html,text。"), HelpName = "FORMATS" };
        var pdf = new Option<bool>("--pdf") { Description = runner.Say("Also write a PDF, with an installed Chromium or LibreOffice.", "另生成 PDF（需已安装 Chromium 或 LibreOffice）。") };
        var output = new Option<string>("--output") { Description = runner.Say("The folder to write to; output/letters of the workspace by default.", "输出文件夹，默认工作区的 output/letters。"), HelpName = "DIR" };
        var overrides = new OverrideOptions(runner);
        return runner.Command(
            "letters", "Letters to clients.", "客户函件。",
            runner.Command("list", "List the registered letters.", "列出已注册的函件。", ListAsync),
            runner.Command("render", "Write letters as HTML, plain text, DOCX, e-mail or PDF; every letter passes the guards.", "生成函件（HTML、纯文本、DOCX、电子邮件或 PDF）；每封函件均须通过把关。", (run, token) => RenderAsync(run, run.Value(letter), run.Value(client), run.Value(due), run.Value(culture) ?? [], Formats(run.Value(format) ?? [], run.Value(pdf)), run.Value(output), overrides.Of(run), token), letter, client, due, culture, format, pdf, output, overrides.Guards, overrides.By, overrides.Role, overrides.Because));
    }

    private static async Task<int> ListAsync(Run run, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        await run.ListAsync(
            new Listing<LetterDefinition>(
                new("name", new("Letter", "函件"), letter => letter.Name),
                new("title", new("Title", "标题"), letter => run.Say(letter.Title)),
                new("purpose", new("Consent needed for", "所需同意"), letter => letter.Purpose),
                new("policy", new("Policy", "维护策略"), letter => letter.Policy),
                new("matter_type", new("Matter", "事项"), letter => letter.MatterType)),
            [.. crm.Catalogue.Letters.Values]).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> RenderAsync(Run run, string? letter, string? client, bool due, IReadOnlyList<string> cultures, IReadOnlyList<LetterFormat> formats, string? output, IReadOnlyList<GuardOverride> overrides, CancellationToken cancellationToken)
    {
        if (!due && (letter is null || client is null))
        {
            await run.NoteAsync(run.Say("Say which letter (--letter) and for whom (--client), or --due for all that are due; 'clientele letters list' names the letters.", "请用 --letter 指定函件、用 --client 指定客户，或用 --due 为全部到期跟进撰写；clientele letters list 可列出函件。")).ConfigureAwait(false);
            return 2;
        }

        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var recipient = client is null ? null : await run.ClientAsync(client, cancellationToken).ConfigureAwait(false);
        var requests = due
            ? await DueLetters.RequestsAsync(crm, run.AsOf, letter, recipient?.Id, cancellationToken).ConfigureAwait(false)
            : [crm.Letters.Request(letter!, recipient!.Id, run.AsOf)];
        var writer = new LetterFiles(crm, Path.GetFullPath(output ?? Path.Combine(run.Workspace.Output, "letters")), [.. cultures.Select(Cultures.Of)]) { Formats = formats, Overrides = overrides };
        var files = await LongWork.RunAsync(run.Say("Writing letters", "撰写函件"), progress => writer.WriteAsync(run.Language, requests, progress, cancellationToken)).ConfigureAwait(false);
        await run.ListAsync(Files, files).ConfigureAwait(false);
        return files.Count > 0 && files.All(file => file.Refusals.Count > 0) && !due ? 1 : 0;
    }

    private static IReadOnlyList<LetterFormat> Formats(IReadOnlyList<string> stated, bool pdf)
    {
        var named = stated.SelectMany(names => names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(LetterFormat.Named).ToList();
        return [.. (named.Count == 0 ? [LetterFormat.Html, LetterFormat.Text] : named).Concat(pdf ? [LetterFormat.Pdf] : []).Distinct()];
    }
}
