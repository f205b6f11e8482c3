using System.CommandLine;
using System.Globalization;
using Clientele.Care;
using Clientele.Host.Printing;

namespace Clientele.Host.Commands;

/// <summary><c>clientele care today|due|calendar|draft|done|check</c>.</summary>
internal static class CareCommands
{
    public static Command Build(CommandRunner runner)
    {
        var ahead = new Option<int>("--ahead") { Description = runner.Say("Also what falls due in so many days.", "同时列出未来若干天内到期的回访。"), DefaultValueFactory = _ => 0, HelpName = "DAYS" };
        var id = new Argument<string>("follow-up") { Description = runner.Say("The follow-up's id, or the beginning of it.", "跟进任务编号或其开头。") };
        var on = new Option<string>("--on") { Description = runner.Say("The day it was done; the as-of day by default.", "完成日期，默认基准日。"), HelpName = "DATE" };
        var by = new Option<string>("--by") { Description = runner.Say("Who did it; the owner by default.", "完成人，默认负责人。"), HelpName = "NAME" };
        var kind = new Option<string>("--kind") { Description = runner.Say("The kind of touchpoint, such as core.visit.", "触点类型，如 core.visit。"), HelpName = "KIND" };
        var note = new Option<string>("--note") { Description = runner.Say("What was said or seen.", "沟通内容或现场情况。"), HelpName = "TEXT" };
        return runner.Command(
            "care", "Return visits and other follow-ups.", "回访与跟进。",
            runner.Command("due", "List what is due as of the day, with the reason and the owner.", "列出基准日应完成的跟进，含原因与负责人。", (run, token) => DueAsync(run, run.Value(ahead), token), ahead),
            CareToday.Build(runner),
            CareCalendar.Build(runner),
            CareDraft.Build(runner),
            CareCheck.Build(runner),
            runner.Command("done", "Record that a follow-up was done: the touchpoint that fulfils it.", "登记跟进已完成。", (run, token) => DoneAsync(run, run.Value(id)!, Completion(run, run.Value(on), run.Value(by), run.Value(kind), run.Value(note)), token), id, on, by, kind, note));
    }

    private static async Task<int> DueAsync(Run run, int ahead, CancellationToken cancellationToken)
    {
        var lines = await DueFollowUps.ReadAsync(run, ahead, cancellationToken).ConfigureAwait(false);
        await run.ListAsync(new Listing<DueFollowUp>(
            new("due_on", new("Due", "到期日"), line => line.FollowUp.DueOn),
            new("days_overdue", new("Overdue (days)", "逾期天数"), line => Math.Max(0, run.AsOf.DayNumber - line.FollowUp.DueOn.DayNumber)),
            new("client", new("Client", "客户"), line => line.Client.Name),
            new("policy", new("What", "事项"), line => run.Json ? line.FollowUp.Policy : line.What(run)),
            new("owner", new("Owner", "负责人"), line => line.FollowUp.Owner.Length > 0 ? line.FollowUp.Owner : run.Json ? "" : run.Say("nobody yet", "未指定")),
            new("reason", new("Reason", "原因"), line => line.Why(run)),
            new("id", new("Id", "编号"), line => line.FollowUp.Id.ToString())), lines).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> DoneAsync(Run run, string id, Completion completion, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var followUpId = (await DueFollowUps.FindAsync(run, crm, id, cancellationToken).ConfigureAwait(false)).Id;
        var touchpoint = await crm.Care.CompleteAsync(followUpId, completion, cancellationToken).ConfigureAwait(false);
        await run.LineAsync(run.Json ? $"{{ \"follow_up\": \"{followUpId}\", \"touchpoint\": \"{touchpoint.Id}\" }}" : run.Say($"Done: {touchpoint.Kind} on {Day(touchpoint.OccurredOn)}.", $"已完成：{Day(touchpoint.OccurredOn)} {touchpoint.Kind}。")).ConfigureAwait(false);
        return 0;
    }

    private static Completion Completion(Run run, string? on, string? by, string? kind, string? note)
    {
        var day = on is null ? run.AsOf : DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var stated) ? stated
            : throw new ClienteleException(ErrorCodes.RecordInvalid, run.Say($"'{on}' is not a day; write it as 2026-03-31.", $"“{on}”不是日期，请写成 2026-03-31。"));
        return new Completion(day, by ?? "", kind ?? "", Note: note ?? "");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
