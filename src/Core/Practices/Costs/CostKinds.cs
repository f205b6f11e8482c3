namespace Clientele.Practices.Costs;

/// <summary>What is booked on clients: money and hours by purpose, and the budgets to keep to.</summary>
internal static class CostKinds
{
    public const string Cost = "core.cost";
    public const string Budget = "core.budget";
    public const string HourlyRate = "core.hourly_rate";

    public const string Acquisition = "acquisition";
    public const string Retention = "retention";
    public const string Offensive = "offensive";
    public const string Defensive = "defensive";
    public const string Service = "service";
    public const string Rebate = "rebate";
    public const string Relationship = "relationship";

    private static readonly Dictionary<string, LocalizedText> Titles = new(StringComparer.Ordinal)
    {
        [Acquisition] = new("Winning clients", "获客"),
        [Retention] = new("Keeping clients", "保客"),
        [Offensive] = new("Offensive marketing", "进攻性营销"),
        [Defensive] = new("Defensive marketing", "防守性营销"),
        [Service] = new("Service", "服务"),
        [Rebate] = new("Rebates", "返利"),
        [Relationship] = new("Relationship", "关系维护"),
    };

    /// <summary>What people read for a purpose; a firm's own one is its own title.</summary>
    public static LocalizedText PurposeTitle(string purpose) => Titles.GetValueOrDefault(purpose) ?? (string.IsNullOrWhiteSpace(purpose) ? new("no purpose stated", "未注明用途") : LocalizedText.Same(purpose));

    /// <summary>The purposes are words, so that a firm may add its own; those above are the ones the core counts.</summary>
    public static TouchpointKind CostKind { get; } = new()
    {
        Name = Cost,
        Title = new("Cost", "费用支出"),
        Roles = TouchpointRoles.Cost,
        Details = [new("purpose", new("Purpose", "用途")), new("hours", new("Hours", "工时"), ValueKind.Number), new("programme", new("Programme", "项目或计划"))],
    };

    public static TouchpointKind BudgetKind { get; } = new()
    {
        Name = Budget,
        Title = new("Budget", "预算"),
        Details = [new("programme", new("Programme", "项目或计划"))],
    };

    public static AttributeDefinition Rate { get; } = new() { Name = HourlyRate, Title = new("Cost of a working hour", "每工时成本"), Kind = ValueKind.Number };
}
