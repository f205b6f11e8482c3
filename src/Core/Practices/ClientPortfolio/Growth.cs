namespace Clientele.Practices.ClientPortfolio;

/// <summary>What a client brings now beside what it could bring.</summary>
internal static class Growth
{
    public static IReadOnlyList<AttributeDefinition> Attributes { get; } =
    [
        new() { Name = "core.wallet", Title = new("Estimated yearly spending on what we offer", "同类年采购额估计"), Kind = ValueKind.Number },
        new() { Name = "core.win_probability", Title = new("Probability of winning more of it (0 to 1)", "赢得增量的概率（0至1）"), Kind = ValueKind.Number },
        new() { Name = "core.growth_factor", Title = new("Growth of the client's market (1 is none)", "客户市场增长系数（1为不变）"), Kind = ValueKind.Number },
    ];

    public static Measure Potential { get; } = new ExpressionMeasure
    {
        Name = "core.potential",
        Title = new("Potential value", "增值潜力"),
        Unit = MeasureUnit.Money,
        Description = new("What the client spends elsewhere a year, by the probability of winning it and the growth of its market; 0 when nothing is left to win.", "客户尚未给予我方的年采购额 × 赢得概率 × 市场增长系数；无余量时为 0。"),
        Source = "Potential value, text 004",
        Expression = "core.wallet > core.sales_12m ? (core.wallet - core.sales_12m) * core.win_probability * (core.growth_factor ?? 1) : 0",
    };

    public static Scheme Scheme { get; } = new MatrixScheme
    {
        Name = "core.growth",
        Title = new("Current by potential value", "当前价值与增值潜力"),
        Description = new("Sales of twelve months by potential value, each cut at the median of the clients.", "按近12个月销售额与增值潜力划分，分界为全体客户的中位数。"),
        Source = "Current and potential value, text 004",
        Rows = new(new("Current value", "当前价值"), "core.sales_12m", [AxisCut.Median]),
        Columns = new(new("Potential value", "增值潜力"), "core.potential", [AxisCut.Median]),
        Cells =
        [
            new("protect", new("Protect and invest", "保护并投入"), 1, 1),
            new("keep", new("Keep", "维持"), 1, 0),
            new("invest", new("Reshape and invest", "重塑并投入"), 0, 1),
            new("light", new("Light contact", "一般联系"), 0, 0),
        ],
        Treatments = new Dictionary<string, Treatment>(StringComparer.Ordinal)
        {
            ["protect"] = new() { Strategy = new("Protect the relationship and go on investing in it.", "重点保护，持续投入。"), CapacityWeight = 40, Priority = 3 },
            ["keep"] = new() { Strategy = new("Keep what there is at the effort it takes now.", "维持现有关系与投入。"), CapacityWeight = 25, Priority = 2 },
            ["invest"] = new() { Strategy = new("Put resources into reshaping the relationship.", "投入相当的资源，重塑双方关系。"), CapacityWeight = 25, Priority = 2 },
            ["light"] = new() { Strategy = new("Manage it simply: ordinary contact is enough.", "管理从简，保持一般联系即可。"), CapacityWeight = 10 },
        },
    };
}
