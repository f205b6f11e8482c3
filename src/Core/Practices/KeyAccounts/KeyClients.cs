namespace Clientele.Practices.KeyAccounts;

/// <summary>Clients who move the firm and other clients, whether they buy much or not yet at all.</summary>
internal static class KeyClients
{
    /// <summary>An index that grows with an amount and nears 1: one half at the amount stated.</summary>
    public static string HalfAt(string measure, int amount) => $"{measure} / ({measure} + {amount})";

    public static IReadOnlyList<AttributeDefinition> Attributes { get; } =
    [
        new() { Name = "core.influence", Title = new("Influence on other clients (−1 to 1)", "对其他客户的影响力（−1至1）"), Kind = ValueKind.Number },
        new() { Name = "core.strategic_weight", Title = new("Strategic weight (0 to 1)", "战略意义（0至1）"), Kind = ValueKind.Number },
    ];

    public static Measure SalesIndex { get; } = new ExpressionMeasure
    {
        Name = "core.sales_index",
        Title = new("Sales index (0 to 1)", "销售指数（0至1）"),
        Unit = MeasureUnit.Ratio,
        Description = new("Grows with the sales of twelve months and nears 1; one half at a million.", "随近12个月销售额增长并趋近于 1，一百万时为 0.5。"),
        Expression = $"core.sales_12m > 0 ? {HalfAt("core.sales_12m", 1_000_000)} : 0",
    };

    public static Scheme Scheme { get; } = new ScoreScheme
    {
        Name = "core.key_clients",
        Title = new("Key clients by impact and influence", "关键客户（影响与带动作用）"),
        Description = new("Sales .5, influence on other clients .3, strategic weight .2; key from .50. Actual and potential clients alike.", "销售 0.5、影响力 0.3、战略意义 0.2，达到 0.50 为关键客户；现实客户与潜在客户均参与评定。"),
        Source = "Key clients, text 002",
        Factors =
        [
            new(new("Sales", "销售"), "core.sales_index", 0.5m),
            new(new("Influence", "影响力"), "core.influence ?? 0", 0.3m),
            new(new("Strategic weight", "战略意义"), "core.strategic_weight ?? 0", 0.2m),
        ],
        Cuts = [new("key", new("Key client", "关键客户"), 0.50m), new("other", new("Other client", "其他客户"))],
        Band = 0.03m,
    };
}
