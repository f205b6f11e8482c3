namespace Clientele.Practices.Concentration;

/// <summary>The report of what the population tells: on whom the business rests, where clients stand, who moved, what comes next, and what winning, keeping and losing them is worth.</summary>
internal static class InsightReport
{
    public static ReportDefinition Definition { get; } = new()
    {
        Name = "core.insight",
        Title = new("Client insight", "客户洞察报告"),
        Template = "insights",
        Scheme = "core.abc",
        Measure = "core.sales",
        Insights = ["core.pareto", "core.class_shares", "core.portfolio_matrix", "core.movement", "core.sales_growth", "core.forecast", "core.life_cycle", "core.ranking", "core.relationship_values", "core.acquisition_cost", "core.churn"],
    };
}
