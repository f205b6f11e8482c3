using System.CommandLine;

namespace Clientele.Host.PluginCommands;

/// <summary><c>clientele plugins apply</c>: does what <c>plan</c> says, all of it or nothing.</summary>
internal static class ApplyCommand
{
    public static Command Build(CommandRunner runner)
    {
        var asked = new PlanQuestion(runner);
        var accept = new Option<bool>("--accept") { Description = runner.Say("Accept what the plan says would be lost or stop running.", "接受计划所列的数据丢失或停止运行。") };
        var planned = new Option<string>("--plan") { Description = runner.Say("The plan you looked at; when something has changed since, nothing is done.", "您所查看的计划编号；若情况已变化则不执行。"), HelpName = "PLAN" };
        return runner.Command("apply", "Install, update or remove plugins and migrate their data, all of it or nothing.", "安装、更新或移除插件并迁移其数据；要么全部完成，要么不做任何改动。", (run, token) => ApplyAsync(run, asked, run.Value(accept), run.Value(planned), token), [.. asked.Parts, accept, planned]);
    }

    private static async Task<int> ApplyAsync(Run run, PlanQuestion asked, bool accept, string? planned, CancellationToken cancellationToken)
    {
        var plan = await PlanQuestion.Planner(run).ApplyAsync(asked.Request(run), accept, planned, cancellationToken).ConfigureAwait(false);
        if (run.Json)
        {
            await run.LineAsync(PlanJson.Write(run, plan)).ConfigureAwait(false);
            return 0;
        }

        await new PlanPrinting(run).WriteAsync(plan).ConfigureAwait(false);
        await run.NoteAsync(plan.IsEmpty ? run.Say("There was nothing to do.", "无需任何改动。") : run.Say("Done.", "已完成。")).ConfigureAwait(false);
        return 0;
    }
}
