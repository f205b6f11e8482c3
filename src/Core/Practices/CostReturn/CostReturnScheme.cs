namespace Clientele.Practices.CostReturn;

/// <summary>Client profit by client cost: the crude baseline that finer indices are held against.</summary>
internal static class CostReturnScheme
{
    public static Measure Measure { get; } = new ExpressionMeasure
    {
        Name = "core.cost_return",
        Title = new("Cost-return ratio", "成本收益率"),
        Unit = MeasureUnit.Ratio,
        Description = new("Profit of twelve months by its costs; missing without costs.", "近12个月利润与费用之比；无费用时缺失。"),
        Source = "High-end and low-end clients, text 002",
        Expression = "(core.sales_12m - core.costs_12m) / core.costs_12m",
    };

    public static Scheme Scheme { get; } = new ScoreScheme
    {
        Name = "core.cost_return_class",
        Title = new("High-end and low-end clients", "高端与低端客户"),
        Description = new("Profit by cost, cut at 30 %: a baseline, crude on purpose.", "成本收益率以30%为界；仅作粗略基准。"),
        Source = "High-end and low-end clients, text 002",
        Factors = [new(new("Cost-return ratio", "成本收益率"), "core.cost_return")],
        Cuts = [new("high", new("High-end", "高端客户"), 0.30m), new("low", new("Low-end", "低端客户"))],
    };
}
