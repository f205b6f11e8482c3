using System.CommandLine;
using Clientele.Handovers;

namespace Clientele.Host.Commands;

/// <summary><c>clientele handover begin</c>.</summary>
internal static class HandoverBeginning
{
    public static Command Build(CommandRunner runner)
    {
        var client = new Argument<string>("client") { Description = runner.Say("Id, external id, or part of the name.", "编号、外部编号或名称的一部分。") };
        var from = new Option<string>("--from") { Description = runner.Say("Who hands over.", "移交人。"), HelpName = "NAME", Required = true };
        var to = new Option<string>("--to") { Description = runner.Say("Who takes over.", "接收人。"), HelpName = "NAME", Required = true };
        var role = new Option<string>("--role") { Description = runner.Say("The role at the client, such as service or collector.", "负责角色，如 service、collector。"), HelpName = "ROLE", DefaultValueFactory = _ => "service" };
        var within = new Option<int>("--within") { Description = runner.Say("Days until it is to be accepted.", "应在多少天内接收。"), HelpName = "DAYS", DefaultValueFactory = _ => 7 };
        var consulted = new Option<int>("--consulted") { Description = runner.Say("Days after the acceptance on which the giver is still asked.", "接收后移交人继续协助的天数。"), HelpName = "DAYS", DefaultValueFactory = _ => 30 };
        var origin = new Option<string>("--origin") { Description = runner.Say("The matter it is about, such as the project.", "相关事项，如项目。"), HelpName = "MATTER" };
        return runner.Command(
            "begin", "Begin a handover as of the day; what the store knows fills the file.", "自基准日发起移交；系统已有的资料自动填入。",
            (run, token) => RunAsync(run, run.Value(client)!, new HandoverRequest { Client = default, From = run.Value(from)!, To = run.Value(to)!, Role = run.Value(role)!, On = run.AsOf, WithinDays = run.Value(within), ConsultedDays = run.Value(consulted) }, run.Value(origin), token),
            client, from, to, role, within, consulted, origin);
    }

    private static async Task<int> RunAsync(Run run, string client, HandoverRequest request, string? origin, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var of = await run.ClientAsync(client, cancellationToken).ConfigureAwait(false);
        var about = origin is null ? null : await MattersCommands.FindAsync(run, origin, cancellationToken).ConfigureAwait(false);
        var id = await crm.Handovers.BeginAsync(request with { Client = of.Id, Origin = about?.Id }, cancellationToken).ConfigureAwait(false);
        await run.LineAsync(run.Json ? $"{{ \"handover\": \"{id}\" }}" : run.Say($"Begun: {id}.", $"已发起移交：{id}。")).ConfigureAwait(false);
        return 0;
    }
}
