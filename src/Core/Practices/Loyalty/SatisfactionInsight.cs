using Clientele.Analysis.Loyalty;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Loyalty;

/// <summary>How satisfied clients are, how many buy again and recommend, and how many said so.</summary>
internal sealed class SatisfactionInsight : IInsightComputation
{
    private const string Recommend = "recommend";

    public static Insight Insight { get; } = new()
    {
        Name = "core.satisfaction",
        Title = new("Satisfaction, repurchase and recommendation", "满意度、重购率与推荐意愿"),
        Description = new(
            "The satisfaction index of the answers of twelve months (weighted mean scores, scaled to 100; equal weights where no question has one), the part of first-time buyers who bought again within twelve months, and the net promoter score; with sample size, response rate and 95 % intervals.",
            "近12个月答复的满意度指数（加权平均分折算为百分制，未设权重时等权）、首次购买客户12个月内再次购买的比例、净推荐值；并给出样本量、回复率与95%置信区间。"),
        Source = "Wilson 1927; Reichheld 2003",
        Kinds = [SurveyKinds.Answer, SurveyKinds.Asked],
        Roles = TouchpointRoles.Sale,
        Computation = new SatisfactionInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var from = input.AsOf.YearBegin();
        var questions = new SortedDictionary<string, List<(decimal Score, decimal? Weight)>>(StringComparer.Ordinal);
        HashSet<ClientId> asked = [], answered = [];
        var orders = new Dictionary<ClientId, List<DateOnly>>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            switch (fact.Kind)
            {
                case SurveyKinds.Asked when fact.OccurredOn >= from:
                    asked.Add(fact.Client);
                    break;
                case SurveyKinds.Answer when fact.OccurredOn >= from && SurveyKinds.Share(fact.Details) is { } share:
                    answered.Add(fact.Client);
                    questions.TryAdd(fact.Details.Text("question"), []);
                    questions[fact.Details.Text("question")].Add((10 * share, fact.Details.Number("weight")));
                    break;
                case SurveyKinds.Asked or SurveyKinds.Answer:
                    break;
                default:
                    orders.TryAdd(fact.Client, []);
                    orders[fact.Client].Add(fact.OccurredOn);
                    break;
            }
        }

        // Who answered was asked, whether or not the sending is on record.
        asked.UnionWith(answered);
        var scored = questions.Where(question => question.Key != Recommend).ToList();
        var satisfaction = scored.Count == 0
            ? Finding.Refused<Satisfaction>("no_answers", new("No answers of the last twelve months are on record.", "近12个月没有满意度答复。"))
            : Satisfaction.Of(Weighted(scored), 10, answered.Count, asked.Count);
        var repurchase = Satisfaction.RepurchaseRate(orders.Values, input.AsOf);
        return satisfaction.IsKnown || repurchase.IsKnown
            ? Result(satisfaction, repurchase, Satisfaction.NetPromoterScore([.. questions.GetValueOrDefault(Recommend, []).Select(answer => (double)answer.Score)]), scored)
            : InsightResult.Refused(satisfaction.Refusal);
    }

    private static WeightedScore[] Weighted(IReadOnlyList<KeyValuePair<string, List<(decimal Score, decimal? Weight)>>> questions)
    {
        var weighed = questions.Any(question => question.Value[^1].Weight is not null);
        return [.. questions.Select(question => new WeightedScore(weighed ? (double)(question.Value[^1].Weight ?? 0) : 1.0 / questions.Count, (double)question.Value.Average(answer => answer.Score)))];
    }

    private static InsightResult Result(Finding<Satisfaction> satisfaction, Finding<Proportion> repurchase, Finding<double> promoters, IReadOnlyList<KeyValuePair<string, List<(decimal Score, decimal? Weight)>>> questions)
    {
        Figure Part(string name, LocalizedText title, Func<Proportion, double> part) => Shown.Figure(name, title, repurchase.Then(rate => Finding.Of(part(rate))).Number(), MeasureUnit.Ratio);
        return new InsightResult
        {
            Figures =
            [
                Shown.Figure("index", new("Satisfaction index (of 100)", "满意度指数（百分制）"), satisfaction.Then(found => Finding.Of(found.Index)).Number()),
                Shown.Figure("answered", new("Clients who answered", "答复客户数"), satisfaction.Then(found => Finding.Of((decimal)found.Response.Part)), MeasureUnit.Count),
                Shown.Figure("response_rate", new("Response rate", "回复率"), satisfaction.Then(found => Finding.Of(found.Response.Share)).Number(), MeasureUnit.Ratio),
                Part("repurchase", new("First-time buyers who bought again within 12 months", "首次购买后12个月内再次购买的比例"), rate => rate.Share),
                Part("repurchase_from", new("At least (95 %)", "至少（95%）"), rate => rate.From),
                Part("repurchase_to", new("At most (95 %)", "至多（95%）"), rate => rate.To),
                Shown.Figure("buyers", new("First-time buyers whose window is over or who bought again", "窗口期已满或已再次购买的首次购买客户"), repurchase.Then(rate => Finding.Of((decimal)rate.Whole)), MeasureUnit.Count),
                Shown.Figure("promoters", new("Net promoter score", "净推荐值"), promoters.Number()),
            ],
            Tables =
            [
                new(
                    "questions",
                    new("Questions", "问题"),
                    [Shown.Column("question", "Question", "问题"), Shown.Column("score", "Mean score (of 10)", "平均分（满分10）"), Shown.Column("answers", "Answers", "答复数", MeasureUnit.Count)],
                    [.. questions.Select(question => new InsightRow(InsightCell.Same(question.Key), Math.Round(question.Value.Average(answer => answer.Score), 6), (long)question.Value.Count))]),
            ],
        };
    }
}
