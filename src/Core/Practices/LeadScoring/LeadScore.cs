namespace Clientele.Practices.LeadScoring;

/// <summary>How promising a client is who has not bought yet: points for what is known of need, budget, authority, timing, fit and engagement, fewer with every silent month.</summary>
internal static class LeadScore
{
    private static readonly (string Name, LocalizedText Title)[] Factors =
    [
        ("core.lead_need", new("Need (points)", "需求（分）")),
        ("core.lead_budget", new("Budget (points)", "预算（分）")),
        ("core.lead_authority", new("Authority (points)", "决策权（分）")),
        ("core.lead_timing", new("Timing (points)", "时机（分）")),
        ("core.lead_fit", new("Fit (points)", "契合度（分）")),
        ("core.lead_engagement", new("Engagement (points)", "互动（分）")),
    ];

    private const string Decay = "0 - 10 * (((core.days_since_touch ?? 0) / 30) | math.floor)";

    private static readonly string Known = string.Join(" || ", Factors.Select(factor => $"{factor.Name} != null"));

    private static readonly string Points = string.Join(" + ", Factors.Select(factor => $"({factor.Name} ?? 0)"));

    public static IReadOnlyList<AttributeDefinition> Attributes { get; } = [.. Factors.Select(factor => new AttributeDefinition { Name = factor.Name, Title = factor.Title, Kind = ValueKind.Number })];

    public static Measure Measure { get; } = new ExpressionMeasure
    {
        Name = "core.lead_score",
        Title = new("Lead score", "线索评分"),
        Description = new("The points for need, budget, authority, timing, fit and engagement, less ten for every thirty days without contact, and 0 at least; missing while none is known.", "需求、预算、决策权、时机、契合度、互动各项得分之和，每满30天无接触减10分，最低为 0；各项均未知时缺失。"),
        Source = "Potential clients, texts 002 and 004",
        Expression = $"({Known}) ? ({Points} + ({Decay}) > 0 ? {Points} + ({Decay}) : 0) : null",
    };

    public static Scheme Scheme { get; } = new ScoreScheme
    {
        Name = "core.leads",
        Title = new("Potential clients by lead score", "潜在客户识别"),
        Description = new("Points, less ten for every thirty silent days; push from 70, strengthen from 40.", "各项得分之和，每满30天无接触减10分；70 分以上重点推进，40 分以上加强沟通。"),
        Source = "Potential clients, texts 002 and 004",
        Population = $"core.sales_count == 0 && ({Known})",
        Factors = [.. Factors.Select(factor => new ScoreFactor(factor.Title, $"{factor.Name} ?? 0")), new(new("Silence", "沉默扣分"), Decay)],
        Cuts =
        [
            new("push", new("Push", "重点推进"), 70),
            new("strengthen", new("Strengthen contact", "加强沟通"), 40),
            new("general", new("General contact", "一般联系")),
        ],
    };
}
