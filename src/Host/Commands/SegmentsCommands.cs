using System.CommandLine;
using System.Globalization;
using Clientele.Host.Printing;
using Clientele.Segments;
using Clientele.Templating;

namespace Clientele.Host.Commands;

/// <summary><c>clientele segments list|run|explain|moves|override|withdraw</c>.</summary>
internal static class SegmentsCommands
{
    private sealed record Line(SchemeCounts Scheme, SegmentCount Count);

    public static Command Build(CommandRunner runner)
    {
        var client = new Argument<string>("client") { Description = runner.Say("Id, external id, or part of the name.", "编号、外部编号或名称的一部分。") };
        var whyNot = new Option<string?>("--why-not") { Description = runner.Say("Also say what would let the client into this segment, or out of it, such as core.abc.a.", "同时说明何种变化会使客户进入或离开该细分，如 core.abc.a。"), HelpName = "SEGMENT" };
        return runner.Command(
            "segments", "Segments: who belongs where, and why.", "客户细分：归属及原因。",
            runner.Command("list", "List the schemes with their segments, what they divide by, and source.", "列出分类法及其细分、依据与出处。", SegmentListing.RunAsync),
            runner.Command("run", "Measure clients and put them into segments, as of the day.", "按基准日计算指标并划分客户。", RunAsync),
            runner.Command("explain", "Explain a client's segments: which clause held with which values.", "说明客户所属细分的依据：各条款的取值与结果。", (run, token) => ExplainAsync(run, run.Value(client)!, run.Value(whyNot), token), client, whyNot),
            SegmentMovesCommand.Build(runner),
            SegmentOverrideCommand.Build(runner),
            SegmentOverrideCommand.BuildWithdraw(runner));
    }

    private static async Task<int> RunAsync(Run run, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var result = await LongWork.RunAsync(run.Say("Measuring clients", "计算客户指标"), progress => crm.Segments.RunAsync(run.AsOf, new Share(progress), cancellationToken)).ConfigureAwait(false);
        var lines = result.Schemes.SelectMany(scheme => scheme.Segments.Select(count => new Line(scheme, count))).ToList();
        await run.ListAsync(new Listing<Line>(
            new("scheme", new("Scheme", "分类法"), line => run.Json ? line.Scheme.Scheme : run.Say(line.Scheme.Title)),
            new("segment", new("Segment", "细分"), line => run.Json ? line.Count.Segment.Name : run.Say(line.Count.Segment.Title)),
            new("clients", new("Clients", "客户数"), line => line.Count.Count)), lines).ConfigureAwait(false);
        if (!run.Json)
        {
            await run.NoteAsync(run.Say($"{result.Measured} clients measured as of {Day(result.AsOf)}, {result.Moves} moves.", $"基准日 {Day(result.AsOf)}：计算 {result.Measured} 家客户，{result.Moves} 次变动。")).ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task<int> ExplainAsync(Run run, string text, string? whyNot, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var client = await run.ClientAsync(text, cancellationToken).ConfigureAwait(false);
        var explanations = await crm.Explanations.ExplainAsync(client.Id, run.AsOf, cancellationToken).ConfigureAwait(false);
        var counterfactual = whyNot is null ? null : await WhyNot.AskAsync(run, crm, client, whyNot, cancellationToken).ConfigureAwait(false);
        if (run.Json)
        {
            await run.LineAsync(SegmentJson.Write(client, run.AsOf, explanations, counterfactual)).ConfigureAwait(false);
            return 0;
        }

        await run.LineAsync($"{client.Name} · {Day(run.AsOf)}").ConfigureAwait(false);
        foreach (var scheme in explanations)
        {
            await run.LineAsync().ConfigureAwait(false);
            var segment = scheme.Segment is null ? run.Say("in no segment", "不属于任何细分") : run.Say(scheme.Segment.Title) + run.Say($", since {Day(scheme.Since!.Value)}", $"，自 {Day(scheme.Since!.Value)}");
            await run.LineAsync($"{run.Say(scheme.Scheme.Title)} ({scheme.Scheme.Name}): {segment}").ConfigureAwait(false);
            foreach (var reason in scheme.Reasons)
            {
                await run.LineAsync($"  {run.Say(reason)}").ConfigureAwait(false);
            }

            if (scheme.Segment is { } member && scheme.Scheme.Treatments.GetValueOrDefault(member.Name)?.Strategy is { } strategy)
            {
                await run.LineAsync($"  → {run.Say(strategy)}").ConfigureAwait(false);
            }

            if (scheme.Population is { Outcome: not RuleOutcome.Holds } population)
            {
                await run.LineAsync($"  {run.Say("Outside the scheme's population:", "不在该分类法的适用范围内：")}").ConfigureAwait(false);
                await ClauseAsync(run, population, 4).ConfigureAwait(false);
            }

            foreach (var rule in scheme.Rules)
            {
                await RuleAsync(run, rule).ConfigureAwait(false);
            }
        }

        if (counterfactual is not null)
        {
            await WhyNot.PrintAsync(run, counterfactual).ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task RuleAsync(Run run, ExplainedRule rule)
    {
        await run.LineAsync($"  {run.Say(rule.Segment.Title)}: {(rule.Explanation is null ? run.Say("everyone left", "其余客户") : rule.Rule)}").ConfigureAwait(false);
        if (rule.Explanation is not null)
        {
            await ClauseAsync(run, rule.Explanation, 4).ConfigureAwait(false);
        }
    }

    private static async Task ClauseAsync(Run run, RuleExplanation clause, int indent)
    {
        if (clause.Clauses.Count == 0)
        {
            var operands = string.Join(", ", clause.Operands.Select(operand => $"{operand.Name} = {operand.Printed}"));
            await run.LineAsync($"{new string(' ', indent)}{Mark(clause.Outcome)} {clause.Text}{(operands.Length > 0 ? $"  [{operands}]" : "")}").ConfigureAwait(false);
            return;
        }

        foreach (var part in clause.Clauses)
        {
            await ClauseAsync(run, part, indent).ConfigureAwait(false);
        }
    }

    private static string Mark(RuleOutcome outcome) => outcome switch { RuleOutcome.Holds => "+", RuleOutcome.Fails => "-", _ => "?" };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Share(IProgress<double> progress) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => progress.Report(value.Total is > 0 ? (double)value.Done / value.Total.Value : 0);
    }
}
