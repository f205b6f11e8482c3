using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Mailings;

namespace Clientele.Host.Mailings;

/// <summary><c>clientele outbox plan</c>: the merge report, before anything is produced.</summary>
internal static class PlanCommand
{
    public static Command Build(CommandRunner runner)
    {
        var letter = new Option<string>("--letter") { Description = runner.Say("The letter, such as contractor.return_visit_letter.", "函件名称，如 contractor.return_visit_letter。"), HelpName = "NAME" };
        var due = new Option<bool>("--due") { Description = runner.Say("For every follow-up due as of the day whose policy has a letter.", "为基准日到期且有对应函件的每项跟进。") };
        var segment = new Option<string>("--segment") { Description = runner.Say("Only for this segment, as SCHEME=SEGMENT.", "仅限该细分，写作 方案=细分。"), HelpName = "SCHEME=SEGMENT" };
        var client = new Option<string[]>("--client") { Description = runner.Say("Only for this client; may be given more than once.", "仅限该客户，可重复给出。"), HelpName = "CLIENT" };
        var occasion = new Option<string>("--occasion") { Description = runner.Say("What makes it another letter than the last of its name, such as \"spring festival 2027\".", "区分同名函件的事由，如“2027春节”。"), HelpName = "TEXT" };
        var daily = new Option<int?>("--daily") { Description = runner.Say("How many letters may go out a day; the rest waits for the next days.", "每日最多发送封数，其余顺延。"), HelpName = "N" };
        var csv = new Option<string>("--csv") { Description = runner.Say("Also write the merge report as CSV.", "同时将合并报告写为 CSV。"), HelpName = "FILE" };
        return runner.Command(
            "plan", "Say who gets what, who is held back and why, and what is missing; nothing is written or sent.", "合并报告：谁收到什么、谁被暂缓及原因、缺什么资料；不生成也不发送。",
            (run, token) => PlanAsync(run, run.Value(letter) ?? "", run.Value(due), run.Value(segment), run.Value(client) ?? [], run.Value(occasion) ?? "", run.Value(daily), run.Value(csv), token),
            letter, due, segment, client, occasion, daily, csv);
    }

    private static async Task<int> PlanAsync(Run run, string letter, bool due, string? segment, IReadOnlyList<string> clients, string occasion, int? daily, string? csv, CancellationToken cancellationToken)
    {
        if (!due && letter.Length == 0)
        {
            throw new UsageException(run.Say("Say which letter (--letter), or --due for all that are due; 'clientele letters list' names the letters.", "请用 --letter 指定函件，或用 --due 为全部到期跟进发函；clientele letters list 可列出函件。"));
        }

        var chosen = segment?.Split('=', 2) ?? ["", ""];
        if (chosen.Length < 2)
        {
            throw new UsageException(run.Say($"--segment is '{segment}'; write SCHEME=SEGMENT, such as core.abc=a.", $"--segment 为“{segment}”，应写作 方案=细分，如 core.abc=a。"));
        }

        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var only = new List<ClientId>();
        foreach (var client in clients)
        {
            only.Add((await run.ClientAsync(client, cancellationToken).ConfigureAwait(false)).Id);
        }

        await crm.Segments.RunAsync(run.AsOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        await crm.Planner.PlanAsync(run.AsOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        var request = new MailingRequest { Letter = letter, Due = due, AsOf = run.AsOf, Scheme = chosen[0], Segment = chosen[1], Clients = only, Occasion = occasion, DailyMaximum = daily };
        var mailing = await LongWork.RunAsync(run.Say("Planning letters", "规划函件"), progress => crm.Mailings.PlanAsync(request, progress: new Share(progress), cancellationToken: cancellationToken)).ConfigureAwait(false);
        var page = Path.Combine(run.Workspace.Output, "outbox", $"{mailing.Id.ToString()[..8]}.html");
        Directory.CreateDirectory(Path.GetDirectoryName(page)!);
        await MergeReport.WritePageAsync(run, crm, mailing, page, cancellationToken).ConfigureAwait(false);
        if (csv is not null)
        {
            await MergeReport.WriteCsvAsync(run, crm, mailing, Path.GetFullPath(csv), cancellationToken).ConfigureAwait(false);
        }

        await MergeReport.PrintAsync(run, crm, mailing, cancellationToken).ConfigureAwait(false);
        await run.NoteAsync(run.Say($"Mailing {mailing.Id}: {page}", $"批次 {mailing.Id}：{page}")).ConfigureAwait(false);
        return 0;
    }
}
