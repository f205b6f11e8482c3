namespace Clientele.Practices.KeyAccounts;

/// <summary>Key accounts: who buys often, much and profitably, and comes back. One large purchase does not make one.</summary>
internal static class KeyAccount
{
    public static AttributeDefinition MarginRate { get; } = new() { Name = "core.margin_rate", Title = new("Margin rate (0 to 1)", "毛利率（0至1）"), Kind = ValueKind.Number };

    public static Scheme Scheme { get; } = new ScoreScheme
    {
        Name = "core.key_accounts",
        Title = new("Key accounts", "大客户界定"),
        Description = new(
            "Frequency .2, amount .3, margin .1, loyalty .25, recency .15; a key account from .50, with three orders in twelve months and a loyalty of .5 at least.",
            "频率 0.2、金额 0.3、毛利 0.1、忠诚度 0.25、近度 0.15，达到 0.50 且近12个月成交不少于三次、忠诚度不低于 0.5 者为大客户。"),
        Source = "Key accounts, texts 002 and 004",
        Population = "core.sales_count > 0",
        Factors =
        [
            new(new("Frequency", "频率"), KeyClients.HalfAt("core.sales_count_12m", 3), 0.2m),
            new(new("Amount", "金额"), "core.sales_index", 0.3m),
            new(new("Margin", "毛利"), "core.margin_rate ?? 0", 0.1m),
            new(new("Loyalty", "忠诚度"), "core.loyalty_behaviour ?? 0", 0.25m),
            new(new("Recency", "近度"), "core.recency < 365 ? 1 - core.recency / 365 : 0", 0.15m),
        ],
        Cuts =
        [
            new("key", new("Key account", "大客户"), 0.50m, "core.sales_count_12m >= 3 && core.loyalty_behaviour >= 0.5"),
            new("other", new("Other client", "其他客户")),
        ],
        Band = 0.03m,
    };
}
