using System.Globalization;
using Clientele.Measures;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>The sentences that a stored membership's values make.</summary>
internal sealed class StoredReasons(Catalogue catalogue, MeasurePlan plan)
{
    public IReadOnlyList<Reason> Of(SchemePlan scheme, StoredMembership membership) => (scheme, scheme.Scheme) switch
    {
        _ when membership.Version == SegmentWriting.Overridden => [Override(membership)],
        (_, RankScheme rank) when membership.Reasons.TryGetValue("rank", out var place) => [Rank(rank, membership, place)],
        (_, RuleScheme rules) when rules.Rules.FirstOrDefault(rule => rule.Name == membership.Segment) is { } rule => [Rule(rule, membership)],
        (ScorePlan score, _) when membership.Version == scheme.Version => [Score(score, membership)],
        (MatrixPlan matrix, _) when membership.Version == scheme.Version => [Matrix(matrix, membership)],
        _ => [new Reason("stored", new($"Decided by version {membership.Version} of the scheme.", $"由该分类法的版本 {membership.Version} 判定。")) { Facts = membership.Reasons }],
    };

    private static Reason Override(StoredMembership membership)
    {
        var (author, why) = (membership.Reasons.GetValueOrDefault(OverridesOfDay.AuthorFact), membership.Reasons.GetValueOrDefault(OverridesOfDay.WhyFact));
        var until = membership.Reasons.GetValueOrDefault(OverridesOfDay.UntilFact);
        return new Reason("override", new(
            $"{author} put the client here by hand{(until is null ? "" : $", until {until}")}: {why}",
            $"由 {author} 人工指定{(until is null ? "" : $"，有效至 {until}")}：{why}")) { Facts = membership.Reasons };
    }

    private Reason Rank(RankScheme scheme, StoredMembership membership, string place)
    {
        var facts = membership.Reasons;
        var title = catalogue.Measures[scheme.Measure].Title;
        var value = decimal.Parse(facts[scheme.Measure], CultureInfo.InvariantCulture).ToString("#,0.##", CultureInfo.InvariantCulture);
        var before = decimal.Parse(facts["share_before"], CultureInfo.InvariantCulture).ToString("0.0%", CultureInfo.InvariantCulture);
        var (whole, wholeZh) = scheme.Basis == RankBasis.Clients ? ("are {0} of the clients", "占客户数的 {0}") : ("bring {0} of the total", "合计占 {0}");
        return new Reason("rank", new(
            $"{title.En} {value}: rank {place} of {facts["population"]}; the clients before it {string.Format(CultureInfo.InvariantCulture, whole, before)}.",
            $"{title.Zh} {value}，在 {facts["population"]} 家客户中排名第 {place}；排名在其之前的客户{string.Format(CultureInfo.InvariantCulture, wholeZh, before)}。")) { Facts = facts };
    }

    private static Reason Rule(SegmentRule rule, StoredMembership membership)
    {
        var read = string.Join(", ", membership.Reasons.Select(pair => $"{pair.Key} = {pair.Value}"));
        return rule.When.Length == 0
            ? new Reason("otherwise", new($"No earlier rule holds{(read.Length > 0 ? $" ({read})" : "")}.", $"之前各条规则均不成立{(read.Length > 0 ? $"({read})" : "")}。")) { Facts = membership.Reasons }
            : new Reason("rule", new($"{rule.When} holds{(read.Length > 0 ? $" ({read})" : "")}.", $"规则 {rule.When} 成立{(read.Length > 0 ? $"({read})" : "")}。")) { Facts = membership.Reasons };
    }

    private Reason Score(ScorePlan score, StoredMembership membership)
    {
        var values = StoredValues.Of(membership, plan, catalogue);
        var parts = score.Factors.Select(factor => (factor.Factor.Title, Part: (factor.Rule.Value(values).NumberOrNull() ?? 0) * factor.Factor.Weight)).ToList();
        var total = membership.Reasons.GetValueOrDefault(ScorePlan.ScoreFact);
        return new Reason("score", new(
            $"Score {total}: {string.Join(", ", parts.Select(part => $"{part.Title.En} {Number(part.Part)}"))}.",
            $"得分 {total}：{string.Join("，", parts.Select(part => $"{part.Title.Zh} {Number(part.Part)}"))}。")) { Facts = membership.Reasons };
    }

    private static Reason Matrix(MatrixPlan plan, StoredMembership membership)
    {
        var (rows, columns) = (plan.Matrix.Rows, plan.Matrix.Columns);
        return new Reason("matrix", new(
            $"{rows.Title.En} {Value(membership, rows)} (cut at {Cuts(membership, "row_cuts")}), {columns.Title.En} {Value(membership, columns)} (cut at {Cuts(membership, "column_cuts")}).",
            $"{rows.Title.Zh} {Value(membership, rows, "缺失")}（分界 {Cuts(membership, "row_cuts")}），{columns.Title.Zh} {Value(membership, columns, "缺失")}（分界 {Cuts(membership, "column_cuts")}）。")) { Facts = membership.Reasons };
    }

    private static string Value(StoredMembership membership, MatrixAxis axis, string missing = "missing") => membership.Reasons.GetValueOrDefault(axis.Value) ?? missing;

    private static string Cuts(StoredMembership membership, string name) => string.Join(" / ", StoredValues.Numbers(membership, name).Select(Number));

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
