namespace Clientele.Practices.ValueClasses;

/// <summary>Large, medium and small clients as the text on profit-based classes has them: those that bring the first 60 % of the year's sales, the next 25 %, and the rest.</summary>
internal static class ValueClass
{
    public static Scheme Scheme { get; } = new RankScheme
    {
        Name = "core.value_class",
        Title = new("Large, medium and small clients", "大、中、小客户"),
        Description = new("By the sales of twelve months: large bring the first 60 %, medium the next 25 %, small the last 15 %.", "按近12个月销售额：大客户占前60%，中客户占其次25%，小客户占其余15%。"),
        Source = "Profit-based classes, text 004",
        Population = "core.sales_12m > 0",
        Measure = "core.sales_12m",
        Cuts =
        [
            new("large", new("Large", "大客户"), 0.60m),
            new("medium", new("Medium", "中客户"), 0.85m),
            new("small", new("Small", "小客户"), 1m),
        ],
        Treatments = new Dictionary<string, Treatment>(StringComparer.Ordinal)
        {
            ["large"] = new() { CapacityWeight = 60, Priority = 2, LeadDays = 7 },
            ["medium"] = new() { CapacityWeight = 25, Priority = 1 },
            ["small"] = new() { CapacityWeight = 15, CapacityFloor = 0 },
        },
    };
}
