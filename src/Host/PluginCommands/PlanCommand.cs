using System.CommandLine;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins plan</c>: what installing, updating or removing would do, before anything changes.</summary>
internal static class PlanCommand
{
    public static Command Build(CommandRunner runner)
    {
        var asked = new PlanQuestion(runner);
        return runner.Command("plan", "Say what installing, updating or removing plugins would do to this workspace; changes nothing.", "说明安装、更新或移除插件会对工作区造成什么变化；不做任何改动。", (run, token) => PlanAsync(run, asked, token), asked.Parts);
    }

    private static async Task<int> PlanAsync(Run run, PlanQuestion asked, CancellationToken cancellationToken)
    {
        var plan = await PlanQuestion.Planner(run).PlanAsync(asked.Request(run), cancellationToken).ConfigureAwait(false);
        if (run.Json)
        {
            await run.LineAsync(PlanJson.Write(run, plan)).ConfigureAwait(false);
            return plan.IsApplicable ? 0 : 1;
        }

        await new PlanPrinting(run).WriteAsync(plan).ConfigureAwait(false);
        await run.NoteAsync(Advice(run, plan, asked)).ConfigureAwait(false);
        return plan.IsApplicable ? 0 : 1;
    }

    private static string Advice(Run run, PluginPlan plan, PlanQuestion asked)
    {
        if (!plan.IsApplicable)
        {
            return run.Say("This cannot be applied; nothing was changed.", "该计划无法执行；未做任何改动。");
        }

        var command = $"clientele plugins apply {asked.Again(run)}--plan {plan.Fingerprint}{(plan.NeedsAcceptance ? " --accept" : "")}";
        return plan.NeedsAcceptance
            ? run.Say($"Nothing was changed. Something would be lost, no longer be read, or stop running; if that is what you want: {command}", $"未做任何改动。执行后会有数据丢失、不再读取或插件停止运行；确认执行：{command}")
            : run.Say($"Nothing was changed. To do this: {command}", $"未做任何改动。执行：{command}");
    }
}
