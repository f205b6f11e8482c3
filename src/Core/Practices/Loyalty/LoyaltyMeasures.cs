using Clientele.Practices.Showing;

namespace Clientele.Practices.Loyalty;

/// <summary>What a client does and what he thinks, each between 0 and 1.</summary>
internal static class LoyaltyMeasures
{
    private const string Source = "Dick and Basu 1994";
    private const string Behaviour = "(core.tenure < 1825 ? core.tenure / 1825 : 1) + (core.sales_count < 6 ? (core.sales_count - 1) / 5 : 1) + (core.sales_count_12m < 5 ? core.sales_count_12m / 5 : 1)";

    public static IReadOnlyList<Measure> All { get; } =
    [
        new ExpressionMeasure
        {
            Name = "core.loyalty_behaviour",
            Title = new("Loyalty in behaviour", "行为忠诚度"),
            Unit = MeasureUnit.Ratio,
            Description = new("The mean of tenure (5 years are 1), further purchases (5 are 1), purchases of the last twelve months (5 are 1) and, where it is known, the share of wallet; missing before the first sale.", "合作年限（5年为1）、复购次数（5次为1）、近12个月成交次数（5次为1）及（已知时）客户份额的平均值；首次成交前缺失。"),
            Source = Source,
            Expression = $"core.share_of_wallet == null ? ({Behaviour}) / 3 : ({Behaviour} + core.share_of_wallet) / 4",
        },
        new HistoryMeasure
        {
            Name = "core.loyalty_attitude",
            Title = new("Loyalty in attitude", "态度忠诚度"),
            Unit = MeasureUnit.Ratio,
            Description = new("The mean of the client's latest answers on recommendation, trust, tolerance of price and of faults (questions recommend, trust, price_tolerance, fault_tolerance), each as a part of the best score; missing without one.", "客户最近对推荐、信任、价格容忍与差错容忍问题（recommend、trust、price_tolerance、fault_tolerance）的评分占满分比例的平均值；无答复时缺失。"),
            Source = Source,
            Kinds = [SurveyKinds.Answer],
            Singly = true,
            Computation = new Attitude(),
        },
    ];

    private sealed class Attitude : IHistoryComputation
    {
        public MeasureResult Compute(HistoryInput input) => Latest(input) with { HoldsUntil = DateOnly.MaxValue };

        private static MeasureResult Latest(HistoryInput input)
        {
            var latest = input.Facts.Where(fact => fact.Details.Text("question") is "recommend" or "trust" or "price_tolerance" or "fault_tolerance" && SurveyKinds.Share(fact.Details) is not null)
                .GroupBy(fact => fact.Details.Text("question"), StringComparer.Ordinal)
                .Select(question => SurveyKinds.Share(question.Last().Details)!.Value)
                .ToList();
            return latest.Count == 0
                ? MeasureResult.Missing(new("The client has not answered on recommendation, trust or tolerance.", "客户尚未就推荐、信任或容忍度作答。"))
                : MeasureResult.Of(Math.Round(latest.Average(), 6));
        }
    }
}
