namespace Clientele.Practices.Release;

/// <summary>What a relationship leaves after its costs: margin and referral value less cost to serve. Service hours count as costs booked at their rate.</summary>
internal static class NetValue
{
    public static IReadOnlyList<Measure> Measures { get; } =
    [
        Sum("core.costs_12m", new("Costs in 12 months", "近12个月费用"), TouchpointRoles.Cost, 12, new("The costs booked on the client in the last twelve months.", "近12个月登记在该客户名下的费用之和。")),
        Sum("core.costs_24m", new("Costs in 24 months", "近24个月费用"), TouchpointRoles.Cost, 24, new("The costs booked on the client in the last two years.", "近24个月登记在该客户名下的费用之和。")),
        Sum("core.sales_24m", new("Sales in 24 months", "近24个月销售额"), TouchpointRoles.Sale, 24, new("The amounts of the sales of the last two years.", "近24个月成交金额之和。")),
        Net("core.net_relationship_value", new("Net relationship value of the year", "本年净关系价值"), "core.sales_12m", "core.costs_12m"),
        Net("core.net_value_year_before", new("Net relationship value of the year before", "上年净关系价值"), "(core.sales_24m - core.sales_12m)", "(core.costs_24m - core.costs_12m)"),
    ];

    private static FactMeasure Sum(string name, LocalizedText title, TouchpointRoles roles, int months, LocalizedText description) =>
        new() { Name = name, Title = title, Unit = MeasureUnit.Money, Aggregate = Aggregate.Sum, Roles = roles, Window = Window.Months(months), Description = description };

    private static ExpressionMeasure Net(string name, LocalizedText title, string sales, string costs) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Money,
        Description = new("Sales by the margin rate, plus the yearly value of referrals, less the costs booked; missing without a margin rate.", "销售额 × 毛利率 + 年度推荐价值 − 已登记费用；无毛利率时缺失。"),
        Source = "Net relationship value, text 002",
        Expression = $"{sales} * core.margin_rate + (core.referral_value ?? 0) - {costs}",
    };
}
