namespace Clientele.Benchmarks.Pass;

/// <summary>The standard set as schemes: RFM with growth as rules, classes of 12-month sales as a ranking, relationship value by responsiveness as a matrix with cuts at medians.</summary>
internal sealed class StandardSet : IPlugin
{
    public static readonly string[] Schemes = ["bench.rfm", "core.value_class", "core.portfolio"];

    public void Configure(IPluginBuilder builder) => builder
        .Measures(new ExpressionMeasure
        {
            Name = "bench.growth", Title = new("Growth of sales", "销售增长率"), Unit = MeasureUnit.Ratio, Expression = "core.sales_12m / (core.sales_24m - core.sales_12m) - 1",
        })
        .Schemes(new RuleScheme
        {
            Name = "bench.rfm", Title = new("RFM", "RFM"),
            Rules =
            [
                new("rising", new("Rising", "上升"), "core.recency <= 180 && core.sales_count_12m >= 2 && bench.growth > 0.1"),
                new("best", new("Best", "最佳"), "core.recency <= 90 && core.sales_count_12m >= 2 && core.sales_12m >= 20000"),
                new("good", new("Good", "良好"), "core.recency <= 365 && core.sales_12m >= 5000"),
                new("asleep", new("Asleep", "沉睡"), "core.recency > 365"),
                new("other", new("Other", "其他")),
            ],
        });
}
