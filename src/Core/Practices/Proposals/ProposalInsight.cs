using Clientele.Analysis.Choice;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Proposals;

/// <summary>Which alternative serves a client best, by the client's own requirements (row S0-16).</summary>
internal sealed class ProposalInsight : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.proposals",
        Title = new("Best solution by the client's requirements", "最佳方案比选"),
        Description = new(
            "Alternatives scored 0 to 10 against the client's weighted requirements; one that fails a must-have is out, and every alternative says what it misses.",
            "按客户要求的权重对各方案评分（0至10分）；不满足必备要求的方案予以排除，并列出各方案未达标的要求。"),
        Source = "Weighted sum model, Fishburn 1967; text 000",
        Kinds = [ProposalKinds.Requirement, ProposalKinds.Score],
        Computation = new ProposalInsight(),
    };

    private sealed record Brief(ClientId Client, IReadOnlyList<WeightedRequirement> Requirements, IReadOnlyList<ScoredAlternative> Alternatives)
    {
        public Finding<IReadOnlyList<RankedAlternative>> Ranked { get; } = WeightedScoring.Rank(Requirements, Alternatives);
    }

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var briefs = await ReadAsync(input, cancellationToken).ConfigureAwait(false);
        var ranked = briefs.Where(brief => brief.Ranked.IsKnown).ToList();
        if (ranked.Count == 0)
        {
            return briefs.Select(brief => brief.Ranked.Refusal).FirstOrDefault() is { } refusal
                ? InsightResult.Refused(refusal)
                : Shown.Nothing("No alternatives have been scored against requirements.", "尚无按要求评分的方案。");
        }

        return new InsightResult
        {
            Figures = ranked.Count == 1 ? Best(ranked[0]) : [new("briefs", new("Comparisons", "比选项目"), ranked.Count, MeasureUnit.Count)],
            Tables = ranked.Count == 1 ? [Ranking(ranked), Comparison(ranked[0])] : [Ranking(ranked)],
            Reasons = [.. briefs.Select(brief => brief.Ranked.Refusal).OfType<Reason>()],
        };
    }

    private static async Task<List<Brief>> ReadAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var facts = new List<Touchpoint>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            facts.Add(fact);
        }

        return [.. facts.GroupBy(fact => (fact.Client, fact.Matter)).Select(group => Of(group.Key.Client, [.. group])).Where(brief => brief.Requirements.Count > 0 || brief.Alternatives.Count > 0)];
    }

    // The latest word on a requirement or a score counts.
    private static Brief Of(ClientId client, IReadOnlyList<Touchpoint> facts) => new(
        client,
        [
            .. facts.Where(fact => fact.Kind == ProposalKinds.Requirement).GroupBy(fact => fact.Details.Text("requirement"), StringComparer.Ordinal).Select(said => said.Last().Details)
                .Select(details => new WeightedRequirement(details.Text("requirement"), details.Number("weight") ?? 0, details.Text("must_have") == "true", details.Number("least") ?? 6)),
        ],
        [
            .. facts.Where(fact => fact.Kind == ProposalKinds.Score).GroupBy(fact => fact.Details.Text("alternative"), StringComparer.Ordinal)
                .Select(scored => new ScoredAlternative(scored.Key, scored.GroupBy(fact => fact.Details.Text("requirement"), StringComparer.Ordinal).ToDictionary(said => said.Key, said => said.Last().Details.Number("score") ?? 0, StringComparer.Ordinal))),
        ]);

    private static IReadOnlyList<Figure> Best(Brief brief) => brief.Ranked.Value![0] is { Excluded: false } best
        ? [new("best", new("Best solution", "推荐方案"), best.Score) { Verdict = LocalizedText.Same(best.Name) }]
        : [new("best", new("Best solution", "推荐方案"), null) { Verdict = new("every alternative is out", "各方案均不满足必备要求"), Alert = true }];

    private static InsightTable Ranking(IReadOnlyList<Brief> briefs) => new(
        "ranking",
        new("Alternatives by score", "方案评分排名"),
        [Shown.Column("client", "Client", "客户"), Shown.Column("alternative", "Alternative", "方案"), Shown.Column("score", "Score", "得分"), Shown.Column("verdict", "Verdict", "结论"), Shown.Column("misses", "Does not meet", "未达标要求")],
        [.. briefs.SelectMany(brief => brief.Ranked.Value!.Select((ranked, place) => new InsightRow(
            brief.Client, InsightCell.Same(ranked.Name), ranked.Score, Verdict(ranked, place), InsightCell.Same(string.Join(", ", ranked.Misses))) { Clients = [brief.Client] }))]);

    private static LocalizedText Verdict(RankedAlternative ranked, int place) => ranked switch
    {
        { Failed.Count: > 0 } => new($"out: fails {string.Join(", ", ranked.Failed)}", $"排除：不满足必备要求“{string.Join("、", ranked.Failed)}”"),
        { Unscored.Count: > 0 } => new($"out: not scored for {string.Join(", ", ranked.Unscored)}", $"排除：未评分“{string.Join("、", ranked.Unscored)}”"),
        _ when place == 0 => new("best", "推荐"),
        _ => new(FormattableString.Invariant($"no. {place + 1}"), FormattableString.Invariant($"第{place + 1}")),
    };

    private static InsightTable Comparison(Brief brief)
    {
        var ranked = brief.Ranked.Value!;
        var scores = brief.Alternatives.ToDictionary(alternative => alternative.Name, alternative => alternative.Scores, StringComparer.Ordinal);
        return new(
            "comparison",
            new("Requirement by requirement", "逐项比较"),
            [
                Shown.Column("requirement", "Requirement", "要求"), Shown.Column("weight", "Weight", "权重", MeasureUnit.Ratio), Shown.Column("must_have", "Must be met", "必备"),
                .. ranked.Select((alternative, at) => new InsightColumn(FormattableString.Invariant($"alternative_{at + 1}"), LocalizedText.Same(alternative.Name))),
            ],
            [.. brief.Requirements.Select(requirement => new InsightRow([
                InsightCell.Same(requirement.Name), requirement.Weight, requirement.MustHave ? new LocalizedText("yes", "是") : new LocalizedText("no", "否"),
                .. ranked.Select(alternative => scores[alternative.Name].TryGetValue(requirement.Name, out var score) ? (InsightCell)score : default),
            ]) { Clients = [brief.Client] })]);
    }
}
