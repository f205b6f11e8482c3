using Clientele.Analysis.PerceivedValue;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Perception;

/// <summary>How a client judges an offer, ours or a competitor's: the amount is the price, the details are what it does for him.</summary>
internal sealed class OfferAssessment : IHistoryComputation
{
    public const string Kind = "core.offer_assessment";

    private static readonly (string Factor, double Weight)[] Factors = [("performance", .3), ("quality", .3), ("brand", .2), ("after_sales", .2)];

    public static TouchpointKind AssessmentKind { get; } = new()
    {
        Name = Kind,
        Title = new("Assessment of an offer by the client", "客户对方案的评价"),
        Details =
        [
            new("offer", new("Whose offer (empty for ours)", "方案提供者（本企业留空）")),
            new("reference", new("What a perfect offer would be worth", "理想方案的价值"), ValueKind.Number, Required: true),
            new("additional_cost", new("Additional cost for the client", "客户的附加成本"), ValueKind.Number),
            new("performance", new("Performance (0 to 1)", "性能（0至1）"), ValueKind.Number, Required: true),
            new("quality", new("Quality (0 to 1)", "质量（0至1）"), ValueKind.Number, Required: true),
            new("brand", new("Brand (0 to 1)", "品牌（0至1）"), ValueKind.Number, Required: true),
            new("after_sales", new("After-sales service (0 to 1)", "售后服务（0至1）"), ValueKind.Number, Required: true),
        ],
    };

    public static Measure Measure { get; } = new HistoryMeasure
    {
        Name = "core.perceived_value",
        Title = new("Value of our offer as the client perceives it", "客户感知价值"),
        Unit = MeasureUnit.Money,
        Description = new("Reference value by weighted utilities (performance and quality 30 % each, brand and after-sales 20 % each), less price and additional cost; from the latest assessment of our offer.", "参照价值乘以加权效用（性能、质量各30%，品牌、售后各20%），减去价格与附加成本；取最近一次评价。"),
        Source = "Benefits less sacrifices, text 002",
        Kinds = [Kind],
        Singly = true,
        Computation = new OfferAssessment(),
    };

    public MeasureResult Compute(HistoryInput input)
    {
        var ours = input.Facts.LastOrDefault(fact => fact.Details.Text("offer").Length == 0);
        return ours.Kind is null
            ? MeasureResult.Missing(new("The client has not assessed our offer.", "客户尚未评价本企业方案。"))
            : Value(ours.Amount, ours.Details).Then(value => Finding.Of(value.Value)).Measure();
    }

    public static Finding<CustomerPerceivedValue> Value(decimal price, IReadOnlyDictionary<string, string> details) => CustomerPerceivedValue.Of(Offer(price, details));

    public static Offer Offer(decimal price, IReadOnlyDictionary<string, string> details) => new(
        details.Number("reference") ?? 0,
        [.. Factors.Select(factor => new ValueFactor(factor.Factor, factor.Weight, (double)(details.Number(factor.Factor) ?? 0)))],
        price,
        details.Number("additional_cost") ?? 0);
}
