using System.CommandLine;
using System.Globalization;
using Clientele.Host.Printing;
using Clientele.Promises;

namespace Clientele.Host.Commands;

/// <summary><c>clientele promises list|request</c>.</summary>
internal static class PromisesCommands
{
    public static Command Build(CommandRunner runner)
    {
        var of = new Option<string>("--client") { Description = runner.Say("Only to this client.", "只列对该客户的承诺。"), HelpName = "CLIENT" };
        var person = new Option<string>("--responsible") { Description = runner.Say("Only those that this person must keep.", "只列由此人负责兑现的承诺。"), HelpName = "NAME" };
        var time = new Option<string>("--at") { Description = runner.Say("The time of the day, as 10:30; its end by default.", "时刻，如 10:30，默认当日结束时。"), HelpName = "TIME" };
        var client = new Argument<string>("client") { Description = runner.Say("Id, external id, or part of the name.", "编号、外部编号或名称的一部分。") };
        var text = new Argument<string>("text") { Description = runner.Say("What is to be promised.", "拟承诺内容。") };
        var authority = new Option<string>("--authority") { Description = runner.Say("The role that may approve it.", "有权批准的角色。"), HelpName = "ROLE", Required = true };
        var hours = new Option<decimal>("--reply-hours") { Description = runner.Say("Hours until the client is told.", "答复时限（小时）。"), HelpName = "HOURS", DefaultValueFactory = _ => 24 };
        var due = DayOption.Named("--due", runner.Say, "By when it would be kept.", "兑现期限。");
        var by = new Option<string>("--by") { Description = runner.Say("Who was asked.", "受理人。"), HelpName = "NAME" };
        return runner.Command(
            "promises", "What is promised, who must keep it, and which answers are late.", "承诺台账：承诺事项、责任人及逾期答复。",
            runner.Command("list", "List the promises as of the day.", "列出截至基准日的承诺。", (run, token) => ListAsync(run, run.Value(of), run.Value(person), Time(run, run.Value(time)), token), of, person, time),
            runner.Command("request", "Record what a client wants promised; only a holding reply may go out before it is approved.", "登记客户要求的承诺；批准之前只能发暂复函。", (run, token) => RequestAsync(
                run,
                run.Value(client)!,
                new PromiseRequest { Client = default, Text = run.Value(text)!, At = run.AsOf.ToDateTime(Time(run, run.Value(time)) ?? TimeOnly.MinValue), Authority = run.Value(authority)!, ReplyHours = run.Value(hours), Due = run.Value(due), By = run.Value(by) ?? "" },
                token), client, text, authority, hours, due, by, time));
    }

    private static async Task<int> ListAsync(Run run, string? client, string? person, TimeOnly? time, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var of = client is null ? null : await run.ClientAsync(client, cancellationToken).ConfigureAwait(false);
        var lines = await crm.Promises.ListAsync(run.AsOf, time, of?.Id, cancellationToken).Where(line => person is null || line.Responsible == person).ToListAsync(cancellationToken).ConfigureAwait(false);
        await run.ListAsync(
            new Listing<PromiseLine>(
                new("id", new("Id", "编号"), line => line.Matter.Id.ToString()),
                new("promise", new("Promise", "承诺"), line => line.Text),
                new("stage", new("Stage", "阶段"), line => run.Json ? line.Stage : MattersCommands.Stage(run, crm, line.Matter, line.Stage)),
                new("due", new("Due", "期限"), line => line.Due),
                new("responsible", new("Who must keep it", "责任人"), line => line.Responsible),
                new("authority", new("Who may approve it", "批准角色"), line => line.Authority),
                new("reply_by", new("Answer by", "答复时限"), line => line.ReplyBy?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? ""),
                new("late", new("Late", "逾期"), line => line.ReplyOverdue ? run.Json ? "reply" : run.Say("answer", "答复") : line.Overdue ? run.Json ? "promise" : run.Say("promise", "兑现") : "")), lines).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> RequestAsync(Run run, string client, PromiseRequest request, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var of = await run.ClientAsync(client, cancellationToken).ConfigureAwait(false);
        var id = await crm.Promises.RequestAsync(request with { Client = of.Id }, cancellationToken).ConfigureAwait(false);
        await run.LineAsync(run.Json ? $"{{ \"promise\": \"{id}\" }}" : run.Say($"Recorded: {id}. Until it is approved, send the holding reply (core.holding_letter).", $"已登记：{id}。批准之前请发暂复函（core.holding_letter）。")).ConfigureAwait(false);
        return 0;
    }

    private static TimeOnly? Time(Run run, string? text) => text is null ? null
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw new UsageException(run.Say($"'{text}' is no time; write it as 10:30.", $"“{text}”不是时刻，请写成 10:30。"));
}
