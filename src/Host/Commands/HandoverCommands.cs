using System.CommandLine;
using Clientele.Documents;
using Clientele.Handovers;
using Clientele.Host.Printing;

namespace Clientele.Host.Commands;

/// <summary><c>clientele handover list|show|begin|fill|submit|accept|reject|sheet</c>.</summary>
internal static class HandoverCommands
{
    public static Command Build(CommandRunner runner)
    {
        var handover = new Argument<string>("handover") { Description = runner.Say("The handover's id, or the beginning of it.", "移交编号或其开头。") };
        var by = new Option<string>("--by") { Description = runner.Say("Who does it.", "经办人。"), HelpName = "NAME" };
        var because = new Option<string>("--because") { Description = runner.Say("Why it is rejected.", "退回原因。"), HelpName = "TEXT" };
        var sections = new Option<string[]>("--section") { Description = runner.Say("What is to be said, as preferences=\"mornings only\"; may be given more than once.", "补充内容，如 preferences=上午联系，可重复给出。"), HelpName = "NAME=TEXT" };
        var culture = new Option<string[]>("--culture") { Description = runner.Say("The language of the sheet, zh-CN or en; may be given twice.", "移交单语言：zh-CN 或 en，可重复给出。"), HelpName = "LANG" };
        var output = new Option<string>("--output") { Description = runner.Say("The folder to write to; output/handovers of the workspace by default.", "输出文件夹，默认工作区的 output/handovers。"), HelpName = "DIR" };
        return runner.Command(
            "handover", "Clients that pass from one employee to another, with a file that must be complete.", "客户移交：资料齐全方可提交，接收之日起更换负责人。",
            runner.Command("list", "List the handovers, those to be accepted first.", "列出移交，待接收者在前。", ListAsync),
            runner.Command("show", "Show a handover's file and what it lacks.", "显示移交资料及所缺内容。", (run, token) => ShowAsync(run, run.Value(handover)!, token), handover),
            HandoverBeginning.Build(runner),
            runner.Command("fill", "State what the store does not know; 'none' says that there is nothing.", "补充系统未掌握的内容；确无内容请注明“无”。", (run, token) => FillAsync(run, run.Value(handover)!, FactOptions.Details(run, run.Value(sections) ?? []), run.Value(by) ?? "", token), handover, sections, by),
            runner.Command("submit", "Submit the file to the receiver.", "提交移交资料。", (run, token) => MoveAsync(run, run.Value(handover)!, (crm, id) => crm.Handovers.SubmitAsync(id, run.AsOf, run.Value(by) ?? "", token), token), handover, by),
            runner.Command("accept", "Accept the file: from the as-of day on the receiver looks after the client.", "接收移交：自基准日起由接收人负责。", (run, token) => MoveAsync(run, run.Value(handover)!, (crm, id) => crm.Handovers.AcceptAsync(id, run.AsOf, run.Value(by) ?? "", token), token), handover, by),
            runner.Command("reject", "Send the file back with a reason.", "退回移交并说明原因。", (run, token) => MoveAsync(run, run.Value(handover)!, (crm, id) => crm.Handovers.RejectAsync(id, run.AsOf, run.Value(because) ?? "", run.Value(by) ?? "", token), token), handover, because, by),
            runner.Command("sheet", "Write the file as a printable HTML sheet.", "生成可打印的移交单（HTML）。", (run, token) => SheetAsync(run, run.Value(handover)!, run.Value(culture) ?? [], run.Value(output), token), handover, culture, output));
    }

    private static async Task<int> ListAsync(Run run, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        await run.ListAsync(
            new Listing<HandoverFile>(
                new("id", new("Id", "编号"), file => file.Matter.Id.ToString()),
                new("client", new("Client", "客户"), file => file.Client.Name),
                new("from", new("From", "移交人"), file => file.From),
                new("to", new("To", "接收人"), file => file.To),
                new("role", new("Role", "角色"), file => file.Role),
                new("stage", new("Stage", "阶段"), file => run.Json ? file.Stage : MattersCommands.Stage(run, crm, file.Matter, file.Stage)),
                new("due", new("Due", "期限"), file => file.Due),
                new("overdue", new("Overdue", "逾期"), file => run.Json ? file.Overdue : file.Overdue ? run.Say("yes", "是") : ""),
                new("consulted_until", new("Giver is asked until", "协助至"), file => file.ConsultedUntil),
                new("rejection", new("Rejected because", "退回原因"), file => file.Rejection)),
            await crm.Handovers.ListAsync(run.AsOf, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ShowAsync(Run run, string text, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var file = await crm.Handovers.ShowAsync((await MattersCommands.FindAsync(run, text, cancellationToken).ConfigureAwait(false)).Id, run.AsOf, cancellationToken).ConfigureAwait(false);
        if (!run.Json)
        {
            await run.LineAsync($"{file.Matter.Title} · {file.Role} · {MattersCommands.Stage(run, crm, file.Matter, file.Stage)}").ConfigureAwait(false);
        }

        await run.ListAsync(
            new Listing<HandoverSection>(
                new("section", new("Section", "内容"), section => run.Json ? section.Name : run.Say(section.Title)),
                new("missing", new("Missing", "缺失"), section => run.Json ? section.Missing : section.Missing ? run.Say("missing", "缺失") : ""),
                new("stated", new("Stated", "说明"), section => section.Stated),
                new("lines", new("On record", "系统记录"), section => section.Lines.Select(run.Say).ToList())), file.Sections).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> FillAsync(Run run, string text, IReadOnlyDictionary<string, string> sections, string by, CancellationToken cancellationToken)
    {
        if (sections.Count == 0)
        {
            throw new UsageException(run.Say("Say what is to be stated with --section, such as --section preferences=mornings.", "请用 --section 给出内容，如 --section preferences=上午联系。"));
        }

        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        await crm.Handovers.FillAsync((await MattersCommands.FindAsync(run, text, cancellationToken).ConfigureAwait(false)).Id, sections, run.AsOf, by, cancellationToken).ConfigureAwait(false);
        return await ShowAsync(run, text, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> MoveAsync(Run run, string text, Func<Crm, MatterId, Task<Clientele.Matters.MoveAnswer>> move, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var matter = await MattersCommands.FindAsync(run, text, cancellationToken).ConfigureAwait(false);
        return await MattersCommands.AnswerAsync(run, crm, await move(crm, matter.Id).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task<int> SheetAsync(Run run, string text, IReadOnlyList<string> cultures, string? output, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var matter = await MattersCommands.FindAsync(run, text, cancellationToken).ConfigureAwait(false);
        var folder = Path.GetFullPath(output ?? Path.Combine(run.Workspace.Output, "handovers"));
        Directory.CreateDirectory(folder);
        foreach (var language in cultures.Count > 0 ? cultures.Select(Cultures.Of).ToList() : [DocumentLanguage.Of(run.Language.Culture.Name) ?? DocumentLanguage.English])
        {
            var sheet = await crm.Handovers.SheetAsync(matter.Id, run.AsOf, language, cancellationToken).ConfigureAwait(false);
            var path = Path.Combine(folder, $"handover-{matter.Id.ToString()[..8]}.{language.Culture}.html");
            await File.WriteAllTextAsync(path, sheet, cancellationToken).ConfigureAwait(false);
            await run.LineAsync(run.Json ? $"{{ \"file\": {System.Text.Json.JsonSerializer.Serialize(path)} }}" : path).ConfigureAwait(false);
        }

        return 0;
    }
}
