using System.Globalization;
using Clientele.Analysis.Indicators;
using Clientele.Practices.History;

namespace Clientele.Practices.Indicators;

/// <summary>The value chain of client relationship management: what the data show of the primary activities, and how people grade the supporting ones.</summary>
internal sealed class ValueChainInsight : IInsightComputation
{
    private const string Kind = "core.self_assessment";

    public static Insight Insight { get; } = new()
    {
        Name = "core.value_chain",
        Title = new("CRM value chain", "客户关系管理价值链"),
        Description = new("Ten activities from 0 to 5. The five primary ones are scored from the data (clients in a class, with a profile, reached, buying, cared for in time); a grade recorded as a self-assessment takes the place of any, and is the only source for the five supporting ones.", "十项活动按0至5分评价。五项基本活动由数据得出（已分类、有档案、有接触、有成交、近半年有联系的客户比例）；登记的自评分可替代，五项支持活动仅以自评为准。"),
        Source = "Buttle 2004; Porter 1985",
        Reads = ["core.region", "core.lead_source", "core.touches_12m", "core.sales_12m", "core.days_since_touch"],
        Schemes = ["core.abc"],
        Kinds = [Kind],
        Computation = new ValueChainInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var clients = await input.ClientsAsync(cancellationToken: cancellationToken).Select(client => (
            client.Id, Placed: client.Segment("core.abc") is not null, Profiled: client.Text("core.region") is not null || client.Text("core.lead_source") is not null,
            Reached: client.Number("core.touches_12m") > 0, Buying: client.Number("core.sales_12m") > 0, Cared: client.Number("core.days_since_touch") <= 183)).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (clients.Count == 0)
        {
            return Told.NoClients();
        }

        var evidence = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["portfolio"] = Share(clients.Count(client => client.Placed)),
            ["intimacy"] = Share(clients.Count(client => client.Profiled)),
            ["network"] = Share(clients.Count(client => client.Reached)),
            ["value"] = Share(clients.Count(client => client.Buying)),
            ["lifecycle"] = Share(clients.Count(client => client.Cared)),
        };
        var grades = (await input.TouchpointsAsync(cancellationToken).Select(Grade).Where(grade => grade is not null).ToListAsync(cancellationToken).ConfigureAwait(false)).OfType<(string Activity, double Score, DateOnly On, string Note)>().OrderBy(grade => grade.On).GroupBy(grade => grade.Activity).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        return Result(evidence, grades);

        double Share(int count) => Math.Round(5.0 * count / clients.Count, 1);
    }

    private static (string Activity, double Score, DateOnly On, string Note)? Grade(Touchpoint touchpoint) =>
        double.TryParse(touchpoint.Details.GetValueOrDefault("score"), CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 5 && touchpoint.Details.GetValueOrDefault("activity") is { } activity
            ? (activity, score, touchpoint.OccurredOn, touchpoint.Details.GetValueOrDefault("note") ?? "") : null;

    private static InsightResult Result(Dictionary<string, double> evidence, Dictionary<string, List<(string Activity, double Score, DateOnly On, string Note)>> grades)
    {
        var scores = ValueChain.Activities.Select(activity => (Activity: activity, Grade: grades.GetValueOrDefault(activity.Name)?[^1], Score: grades.GetValueOrDefault(activity.Name)?[^1].Score ?? (evidence.TryGetValue(activity.Name, out var share) ? share : (double?)null))).ToList();
        var known = scores.Where(score => score.Score is not null).Select(score => new ChainScore(score.Activity.Name, score.Score!.Value)).ToList();
        var before = grades.Where(pair => pair.Value.Count > 1).Select(pair => new ChainScore(pair.Key, pair.Value[^2].Score)).ToList();
        var found = ValueChain.Assess(known, before);
        var primary = scores.Where(score => score.Activity.Primary).ToList();
        return new InsightResult
        {
            Figures =
            [
                Told.Figure("primary", new("Mean of the primary activities", "基本活动均值"), Finding.Of(Math.Round(primary.Average(score => score.Score!.Value), 2))),
                new("weakest_primary", new("Weakest primary activity", "最弱的基本活动"), null) { Verdict = primary.MinBy(score => score.Score)!.Activity.Title, Alert = true },
                found.IsKnown ? Told.Figure("support", new("Mean of the supporting activities", "支持活动均值"), Finding.Of(Math.Round(found.Value.SupportMean, 2))) : new("support", new("Mean of the supporting activities", "支持活动均值"), null) { Verdict = new("not graded yet", "尚未自评") },
                .. found.IsKnown ? [new Figure("weakest_support", new("Weakest supporting activity", "最弱的支持活动"), null) { Verdict = found.Value.WeakestSupport.Title, Alert = true }] : Array.Empty<Figure>(),
            ],
            Tables =
            [
                new(
                    "activities", new("Activities", "活动"),
                    [new("activity", new("Activity", "活动")), new("score", new("Score", "评分")), new("change", new("Change", "变化")), new("evidence", new("Rests on", "依据"))],
                    [.. scores.Select(score => new InsightRow(
                        score.Activity.Title, score.Score is { } value ? InsightCell.Measured(value, 1) : default, found.IsKnown && found.Value.Changes.TryGetValue(score.Activity.Name, out var change) ? InsightCell.Measured(change, 1) : default,
                        score.Grade is { } grade ? new LocalizedText($"Self-assessment of {grade.On:yyyy-MM-dd} {grade.Note}".TrimEnd(), $"{grade.On:yyyy-MM-dd} 自评 {grade.Note}".TrimEnd()) : score.Activity.Primary ? new LocalizedText("Facts on record", "登记的事实") : new LocalizedText("Not graded yet", "尚未自评")))]),
            ],
            Charts = [new(ChartKind.Radar, "activities", new("Value chain, 0 to 5", "价值链评分（0至5分）")) { Label = "activity", Values = ["score"] }],
            Reasons = found.IsKnown ? [] : [found.Refusal],
        };
    }
}
