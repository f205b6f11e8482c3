namespace Clientele.Practices.Relationships;

/// <summary>The terms on which a client is valued: his own, or those assumed of every client, which the reasons of a value then name.</summary>
internal static class Terms
{
    public const string MarginRate = "core.margin_rate";
    public const string RetentionRate = "core.retention_rate";
    public const string DiscountRate = "core.discount_rate";
    public const decimal UsualRetention = 0.80m;
    public const decimal UsualDiscount = 0.10m;
    public const int Horizon = 3;

    public static IReadOnlyList<AttributeDefinition> Attributes { get; } =
    [
        new() { Name = MarginRate, Title = new("Margin rate (0 to 1)", "毛利率（0至1）"), Kind = ValueKind.Number },
        new() { Name = RetentionRate, Title = new("Retention rate a year (0 to 1)", "年保留率（0至1）"), Kind = ValueKind.Number },
        new() { Name = DiscountRate, Title = new("Discount rate a year (0 to 1)", "年贴现率（0至1）"), Kind = ValueKind.Number },
    ];

    public static Reason Assumed { get; } = new("assumed", new(
        "Where a client's own rates are not known, a retention rate of 80 % and a discount rate of 10 % a year are assumed.",
        "客户自身比率未知时，假定年保留率为80%、年贴现率为10%。"));
}
