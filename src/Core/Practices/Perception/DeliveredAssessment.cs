using Clientele.Analysis.PerceivedValue;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Perception;

/// <summary>What is delivered to a client and what it costs him, by us and by others.</summary>
internal sealed class DeliveredAssessment(Func<decimal, IReadOnlyList<decimal>, Finding<decimal>> part) : IHistoryComputation
{
    public const string Kind = "core.delivered_assessment";

    public static readonly IReadOnlyList<(string Name, string En, string Zh)> Parts =
    [
        ("product", "Product value", "产品价值"), ("service", "Service value", "服务价值"), ("personnel", "Personnel value", "人员价值"), ("image", "Image value", "形象价值"),
        ("money", "Monetary cost", "货币成本"), ("time", "Time cost", "时间成本"), ("energy", "Energy cost", "体力成本"), ("psychic", "Psychic cost", "精神成本"),
    ];

    public static TouchpointKind AssessmentKind { get; } = new()
    {
        Name = Kind,
        Title = new("Assessment of delivered value", "让渡价值评价"),
        Details = [new("offer", new("Who delivers (empty for us)", "提供者（本企业留空）")), .. Parts.Select(part => new DetailField(part.Name, new(part.En, part.Zh), ValueKind.Number))],
    };

    public const string Lever = "core.delivered_lever";

    /// <summary>Something the firm could do, by which one part of what is delivered would change.</summary>
    public static TouchpointKind LeverKind { get; } = new()
    {
        Name = Lever,
        Title = new("Possible improvement of delivered value", "让渡价值改进方案"),
        Details =
        [
            new("name", new("What would be done", "方案"), Required: true),
            new("part", new("Which part it changes: product, service, personnel, image, money, time, energy, psychic", "所改变的部分：product、service、personnel、image、money、time、energy、psychic"), Required: true),
            new("change", new("By how much, in the unit of the assessment; a cost that falls is negative", "变化量（评价所用单位；成本下降为负）"), ValueKind.Number, Required: true),
            new("cost", new("What it costs us", "我方成本"), ValueKind.Number, Required: true),
        ],
    };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        Of("core.delivered_value", new("Delivered value", "客户让渡价值"), (ours, _) => Finding.Of(ours), new("Total value less total cost of our latest assessment (Kotler), in the unit of the assessment, points or money; missing without one.", "最近一次评价中总价值减去总成本（Kotler），单位与评价一致（分值或金额）；无评价时缺失。"), "Kotler 1994"),
        Of("core.delivered_advantage", new("Delivered value above the average of the alternatives", "高于替代选择平均水平的让渡价值"), Repurchase.Difference, new("Our delivered value less the mean of the latest assessments of others; missing when no alternative was assessed.", "本企业让渡价值减去其他提供者最近评价的均值；未评价替代选择时缺失。"), "Thibaut and Kelley 1959"),
    ];

    public MeasureResult Compute(HistoryInput input)
    {
        var latest = input.Facts.GroupBy(fact => fact.Details.Text("offer"), StringComparer.Ordinal).ToDictionary(offer => offer.Key, offer => Delivered(offer.Last().Details).Value(), StringComparer.Ordinal);
        return latest.Remove("", out var ours)
            ? ours.Then(value => part(value, [.. latest.Values.Where(other => other.IsKnown).Select(other => other.Value)])).Measure()
            : MeasureResult.Missing(new("What we deliver has not been assessed.", "尚未评价本企业的让渡价值。"));
    }

    public static DeliveredValue Delivered(IReadOnlyDictionary<string, string> details)
    {
        decimal Part(string name) => details.Number(name) ?? 0;
        return new(Part("product"), Part("service"), Part("personnel"), Part("image"), Part("money"), Part("time"), Part("energy"), Part("psychic"));
    }

    private static HistoryMeasure Of(string name, LocalizedText title, Func<decimal, IReadOnlyList<decimal>, Finding<decimal>> part, LocalizedText description, string source) => new()
    {
        Name = name,
        Title = title,
        Description = description,
        Source = source,
        Kinds = [Kind],
        Singly = true,
        Computation = new DeliveredAssessment(part),
    };
}
