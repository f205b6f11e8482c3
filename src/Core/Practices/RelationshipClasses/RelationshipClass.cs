namespace Clientele.Practices.RelationshipClasses;

/// <summary>Clients who buy, stable or to be stabilised, and those who may, by how promising they are.</summary>
internal static class RelationshipClass
{
    private const string Retained = "core.recency <= 730";

    public static Measure Satisfaction { get; } = new FactMeasure
    {
        Name = "core.survey_score",
        Title = new("Mean survey score in 12 months", "近12个月满意度评分均值"),
        Description = new("The mean of the scores a client gave in the last twelve months; missing when it gave none.", "近12个月客户评分的平均值；无评分时缺失。"),
        Aggregate = Aggregate.Average,
        Kinds = ["core.survey_answer"],
        Detail = "score",
        Window = Window.Months(12),
    };

    public static Scheme Scheme { get; } = new RuleScheme
    {
        Name = "core.relationship",
        Title = new("Actual and potential clients", "现实客户与潜在客户"),
        Description = new(
            "Actual: a sale within two years. Stable: three sales or more, the last no longer ago than one and a half times the usual interval, and a mean survey score of 4 at least. Potential clients by lead score.",
            "两年内有成交者为现实客户；成交三次以上、距上次成交不超过常见间隔的1.5倍且满意度均值不低于4者为稳定客户。潜在客户按线索评分划分。"),
        Source = "Actual and potential clients, text 002",
        Rules =
        [
            new("stable", new("Actual: stable", "现实客户：稳定"), $"{Retained} && core.sales_count >= 3 && core.recency <= 1.5 * core.sale_interval && core.survey_score >= 4"),
            new("to_stabilise", new("Actual: to be stabilised", "现实客户：待稳定"), Retained),
            new("push", new("Potential: push", "潜在客户：重点推进"), "core.lead_score >= 70"),
            new("strengthen", new("Potential: strengthen contact", "潜在客户：加强沟通"), "core.lead_score >= 40"),
            new("general", new("Potential: general contact", "潜在客户：一般联系")),
        ],
        Treatments = new Dictionary<string, Treatment>(StringComparer.Ordinal)
        {
            ["stable"] = Treat(30, new("Deepen: next projects and referrals.", "深化合作：后续项目与转介绍。"), new("Plans for the coming years.", "今后几年的计划。")),
            ["to_stabilise"] = Treat(30, new("Earn the second and third order; settle what disturbed the first.", "争取再次合作，解决首次合作中的问题。"), new("What would keep them from coming back.", "可能影响再次合作的因素。")),
            ["push"] = Treat(14, new("Push: a proposal and a decision date.", "重点推进：提交方案，约定决策时间。"), new("Budget, decision-makers, date.", "预算、决策人、时间。")),
            ["strengthen"] = Treat(30, new("Strengthen contact: answer what is still open.", "加强沟通，解答未决问题。"), new("Needs and who decides.", "需求与决策人。")),
            ["general"] = Treat(90, new("Stay in contact.", "保持一般联系。"), new("Whether there is a need at all.", "是否存在需求。")),
        },
    };

    private static Treatment Treat(int days, LocalizedText strategy, LocalizedText information) => new() { ContactEveryDays = days, Strategy = strategy, InformationTarget = information };
}
