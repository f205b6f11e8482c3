using System.CommandLine;
using Clientele.Care;
using Clientele.Host.Printing;
using Spectre.Console;

namespace Clientele.Host.Commands;

/// <summary><c>clientele care today</c>: whom do I owe a visit, and why?</summary>
internal static class CareToday
{
    private sealed record Line(int Rank, OwedContact Contact);

    public static Command Build(CommandRunner runner)
    {
        var owner = new Option<string>("--owner") { Description = runner.Say("Only what this person owns, or was passed to.", "只列该负责人（含上报给其）的事项。"), HelpName = "NAME" };
        return runner.Command("today", "Whom do I owe a visit, and why? Ranked, with rule, evidence and deadline.", "今天该回访谁、为什么：按轻重排序，附规则、依据与期限。", (run, token) => ListAsync(run, run.Value(owner), token), owner);
    }

    private static async Task<int> ListAsync(Run run, string? owner, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        await crm.Segments.RunAsync(run.AsOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        await crm.Planner.PlanAsync(run.AsOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        var owed = (await crm.Care.OwedAsync(run.AsOf, owner, cancellationToken).ConfigureAwait(false)).Select((contact, index) => new Line(index + 1, contact)).ToList();
        if (!run.Json && Terminal.Is(run.Output))
        {
            owed.ForEach(line => Show(run, line));
        }
        else
        {
            await run.ListAsync(Columns(run), owed).ConfigureAwait(false);
        }

        if (owed.Count == 0 && !run.Json)
        {
            await run.NoteAsync(owner is null
                ? run.Say("Nothing is owed today.", "今天没有应办事项。")
                : run.Say($"{owner} owes nothing today.", $"{owner} 今天没有应办事项。")).ConfigureAwait(false);
        }

        return 0;
    }

    private static Listing<Line> Columns(Run run) => new(
        new("rank", new("Rank", "序号"), line => line.Rank),
        new("client", new("Client", "客户"), line => line.Contact.Client.Name),
        new("rule", new("Rule", "规则"), line => run.Json ? line.Contact.FollowUp.Policy : Title(run, line.Contact)),
        new("deadline", new("Deadline", "期限"), line => line.Contact.FollowUp.DueOn),
        new("days_overdue", new("Overdue (days)", "逾期天数"), line => Overdue(run, line.Contact)),
        new("planned_on", new("Planned on", "安排日期"), line => line.Contact.FollowUp.PlannedOn),
        new("owner", new("Owner", "负责人"), line => run.Json ? line.Contact.FollowUp.Owner : Owner(run, line.Contact)),
        new("escalated_to", new("Passed to", "上报"), line => line.Contact.FollowUp.EscalatedTo),
        new("priority", new("Priority", "优先级"), line => line.Contact.Priority.ToString().ToLowerInvariant()),
        new("value", new("Value", "客户价值"), line => line.Contact.Value),
        new("held", new("Held back", "暂缓"), line => run.Json ? line.Contact.FollowUp.IsHeld : line.Contact.FollowUp.IsHeld ? run.Say("held", "暂缓") : ""),
        new("evidence", new("Evidence", "依据"), line => line.Contact.FollowUp.Reasons.Select(run.Say)),
        new("together", new("Together with", "一并办理"), line => line.Contact.Together.Select(followUp => followUp.Policy)),
        new("id", new("Id", "编号"), line => line.Contact.FollowUp.Id.ToString()));

    // A block a contact rather than a table: it wraps on a narrow terminal, and the evidence stays readable.
    private static void Show(Run run, Line line)
    {
        var (contact, console) = (line.Contact, Terminal.On(run.Output));
        var overdue = Overdue(run, contact);
        var late = contact.FollowUp.IsHeld ? run.Say("held back", "暂缓") : overdue > 0 ? run.Say($"{overdue} days overdue", $"逾期 {overdue} 天") : run.Say("due", "应办");
        console.Write(new Markup($"[bold]{line.Rank}. {Markup.Escape(contact.Client.Name)}[/] · {Markup.Escape(Title(run, contact))} · {contact.FollowUp.DueOn:yyyy-MM-dd}, {(overdue > 0 ? "[red]" : "[default]")}{late}[/] · {Markup.Escape(Owner(run, contact))}\n"));
        foreach (var reason in contact.FollowUp.Reasons)
        {
            console.Write(new Padder(new Text(run.Say(reason)), new Padding(3, 0, 0, 0)));
        }

        console.Write(new Padder(new Text($"clientele care draft {contact.FollowUp.Id.ToString()[..8]}", new Style(decoration: Decoration.Dim)), new Padding(3, 0, 0, 1)));
    }

    private static int Overdue(Run run, OwedContact contact) => Math.Max(0, run.AsOf.DayNumber - contact.FollowUp.DueOn.DayNumber);

    private static string Title(Run run, OwedContact contact) => contact.Policy is { } policy ? run.Say(policy.Title) : contact.FollowUp.Policy;

    private static string Owner(Run run, OwedContact contact) => contact.FollowUp.Owner.Length > 0 ? contact.FollowUp.Owner
        : contact.Policy is { } policy ? run.Say($"nobody ({policy.OwnerRole})", $"未指定（{policy.OwnerRole}）") : run.Say("nobody yet", "未指定");
}
