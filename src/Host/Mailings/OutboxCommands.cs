using System.CommandLine;

namespace Clientele.Host.Mailings;

/// <summary><c>clientele outbox plan|list|write|send|resolve|bounces</c>.</summary>
internal static class OutboxCommands
{
    public static Command Build(CommandRunner runner) => runner.Command(
        "outbox", "Mailings: who gets what, sending at most once, letters that came back.", "批量发函：合并报告、发送（每封至多一次）与退信。",
        PlanCommand.Build(runner),
        ListCommand.Build(runner),
        SendCommand.Write(runner),
        SendCommand.Build(runner),
        ResolveCommand.Build(runner),
        BouncesCommand.Build(runner));
}
