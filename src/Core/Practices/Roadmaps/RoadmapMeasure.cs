using Clientele.Practices.Showing;

namespace Clientele.Practices.Roadmaps;

/// <summary>The share of a client's roadmap that we can do already (row S4-43).</summary>
internal sealed class RoadmapMeasure : IHistoryComputation
{
    private const int Development = 2;
    private const string Stage = "core.life_cycle_stage";

    public static Measure Measure { get; } = new HistoryMeasure
    {
        Name = "core.roadmap_match",
        Title = new("Roadmap matched by our capabilities", "长期规划能力匹配度"),
        Unit = MeasureUnit.Ratio,
        Description = new(
            "Items of the roadmap in force that we can do, of all. Missing where a client that develops is not planned for 3 to 5 years.",
            "现行长期规划中我方已具备能力的事项占比。发展期客户的规划年限不在3至5年的，视为无效。"),
        Source = "Long-term client plan, text 004",
        Kinds = [Roadmap.Drawn, Roadmap.Item],
        Singly = true,
        Reads = [Stage],
        Computation = new RoadmapMeasure(),
    };

    public MeasureResult Compute(HistoryInput input)
    {
        var roadmap = Roadmap.Of([.. input.Facts.OrderBy(fact => fact.First).Select(fact => (fact.Kind, fact.First, fact.Details))]);
        return roadmap is null
            ? MeasureResult.Missing(new("No roadmap was drawn.", "尚未制定长期规划。"))
            : roadmap.Match(input.Number(Stage) == Development).Measure([
                .. roadmap.Items.Where(item => !item.Matched).Select(item => new Reason("gap", new($"gap: {item.Name}{(item.Capability.Length > 0 ? $" ({item.Capability})" : "")}", $"能力缺口：{item.Name}{(item.Capability.Length > 0 ? $"（{item.Capability}）" : "")}"))),
            ]);
    }
}
