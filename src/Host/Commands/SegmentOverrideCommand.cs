using System.CommandLine;

namespace Clientele.Host.Commands;

/// <summary><c>clientele segments override|withdraw</c>.</summary>
internal static class SegmentOverrideCommand
{
    public static Command Build(CommandRunner runner)
    {
        var (client, scheme) = Arguments(runner);
        var segment = new Argument<string>("segment") { Description = runner.Say("The segment's name.", "细分名称。") };
        var author = new Option<string>("--author") { Description = runner.Say("Who decides.", "决定人。"), HelpName = "NAME", Required = true };
        var reason = new Option<string>("--reason") { Description = runner.Say("Why.", "理由。"), HelpName = "TEXT", Required = true };
        var until = DayOption.Named("--until", runner.Say, "The first day the rules decide again.", "自该日起恢复按规则判定。");
        return runner.Command(
            "override", "Put a client into a segment by hand, from the as-of day on; it wins over the rules and shows in every explanation.", "自基准日起手工指定客户的细分；优先于规则，并在说明中注明。",
            (run, token) => RunAsync(run, run.Value(client)!, new(default, run.Value(scheme)!, run.Value(segment)!, run.AsOf, run.Value(until), run.Value(author)!, run.Value(reason)!), token), client, scheme, segment, author, reason, until);
    }

    public static Command BuildWithdraw(CommandRunner runner)
    {
        var (client, scheme) = Arguments(runner);
        return runner.Command("withdraw", "Take a decision by hand back: from the as-of day on, the rules decide.", "撤回手工指定：自基准日起恢复按规则判定。", (run, token) => WithdrawAsync(run, run.Value(client)!, run.Value(scheme)!, token), client, scheme);
    }

    private static (Argument<string> Client, Argument<string> Scheme) Arguments(CommandRunner runner) => (
        new("client") { Description = runner.Say("Id, external id, or part of the name.", "编号、外部编号或名称的一部分。") },
        new("scheme") { Description = runner.Say("The scheme, such as core.abc.", "分类法，如 core.abc。") });

    private static async Task<int> RunAsync(Run run, string text, SegmentOverride decision, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var client = await run.ClientAsync(text, cancellationToken).ConfigureAwait(false);
        await crm.Decisions.OverrideAsync(decision with { Client = client.Id }, cancellationToken).ConfigureAwait(false);
        await run.NoteAsync(run.Say($"{client.Name} is in {decision.Scheme}.{decision.Segment} by hand from {decision.From:yyyy-MM-dd} on.", $"{client.Name} 自 {decision.From:yyyy-MM-dd} 起手工归入 {decision.Scheme}.{decision.Segment}。")).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> WithdrawAsync(Run run, string text, string scheme, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var client = await run.ClientAsync(text, cancellationToken).ConfigureAwait(false);
        await crm.Decisions.WithdrawAsync(client.Id, crm.Catalogue.Scheme(scheme).Name, run.AsOf, cancellationToken).ConfigureAwait(false);
        await run.NoteAsync(run.Say($"From {run.AsOf:yyyy-MM-dd} on the rules of {scheme} decide about {client.Name}; run the segments.", $"自 {run.AsOf:yyyy-MM-dd} 起，{client.Name} 恢复按 {scheme} 的规则判定；请运行细分。")).ConfigureAwait(false);
        return 0;
    }
}
