namespace Clientele.Practices.Concentration;

/// <summary>The ABC (Pareto) classification: the clients that together bring the first 80 % of sales, the next 15 %, and the rest.</summary>
internal static class Abc
{
    public static Scheme Scheme { get; } = new RankScheme
    {
        Name = "core.abc",
        Title = new("ABC by sales", "销售额ABC分类"),
        Description = new("By all sales: A bring the first 80 %, B the next 15 %, C the last 5 %.", "按累计销售额：A 类占前80%，B 类占其次15%，C 类占其余5%。"),
        Source = "Pareto 1896; Dickie 1951",
        Population = "core.sales > 0",
        Measure = "core.sales",
        Cuts =
        [
            new("a", new("A (first 80%)", "A类（前80%）"), 0.80m),
            new("b", new("B (next 15%)", "B类（其次15%）"), 0.95m),
            new("c", new("C (last 5%)", "C类（其余5%）"), 1m),
        ],
    };

    public static ReportDefinition Report { get; } = new()
    {
        Name = "core.concentration",
        Title = new("Client concentration", "客户集中度分析报告"),
        Template = "concentration",
        Scheme = "core.abc",
        Measure = "core.sales",
    };
}
