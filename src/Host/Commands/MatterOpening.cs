using System.CommandLine;

namespace Clientele.Host.Commands;

/// <summary><c>clientele matters open</c>.</summary>
internal static class MatterOpening
{
    public static Command Build(CommandRunner runner)
    {
        var type = new Argument<string>("type") { Description = runner.Say("The matter's type, such as core.complaint_case.", "事项类型，如 core.complaint_case。") };
        var title = new Argument<string>("title") { Description = runner.Say("What it is called.", "标题。") };
        var client = new Option<string>("--client") { Description = runner.Say("For whom: id, external id, or part of the name.", "客户：编号、外部编号或名称的一部分。"), HelpName = "CLIENT", Required = true };
        var origin = new Option<string>("--origin") { Description = runner.Say("The matter it came of, such as the complaint whose visit found it.", "来源事项，如发现问题的投诉。"), HelpName = "MATTER" };
        return runner.Command(
            "open", "Open a matter for a client as of the day.", "为客户新建事项（按基准日）。",
            (run, token) => RunAsync(run, run.Value(type)!, run.Value(title)!, run.Value(client)!, run.Value(origin), token), type, title, client, origin);
    }

    private static async Task<int> RunAsync(Run run, string type, string title, string client, string? origin, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var of = await run.ClientAsync(client, cancellationToken).ConfigureAwait(false);
        var from = origin is null ? null : await MattersCommands.FindAsync(run, origin, cancellationToken).ConfigureAwait(false);
        var matter = new Matter { Id = MatterId.New(run.Time), Client = of.Id, Type = type, Title = title, OpenedOn = run.AsOf, Origin = from?.Id };
        await crm.Matters.OpenAsync(matter, cancellationToken).ConfigureAwait(false);
        await run.LineAsync(run.Json ? $"{{ \"matter\": \"{matter.Id}\" }}" : run.Say($"Opened: {title} ({matter.Id}).", $"已新建：{title}（{matter.Id}）。")).ConfigureAwait(false);
        return 0;
    }
}
