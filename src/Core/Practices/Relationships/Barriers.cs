using Clientele.Analysis.RelationshipValue;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>The reasons of a client to stay, as estimated last for each type.</summary>
internal sealed class Barriers : IHistoryComputation
{
    public const string Kind = "core.barrier";
    private const string Advantage = "core.competitor_advantage";

    public static TouchpointKind BarrierKindOf { get; } = new()
    {
        Name = Kind,
        Title = new("Reason to stay, estimated", "转移成本估计"),
        Details = [new("type", new("Type: contractual, technical, learning, relational or financial", "类型：contractual、technical、learning、relational或financial"), ValueKind.Text, Required: true)],
    };

    public static AttributeDefinition AdvantageAttribute { get; } = new() { Name = Advantage, Title = new("Net advantage of the best competitor, in money", "最强竞争对手的净优势（金额）"), Kind = ValueKind.Number };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        new HistoryMeasure
        {
            Name = "core.switching_barriers",
            Title = new("Switching barriers", "转移成本"),
            Unit = MeasureUnit.Money,
            Description = new("What leaving would cost the client: the latest estimate of each type of reason to stay, together. Missing when none is on record.", "客户转投他方的代价：各类转移成本最近一次估计之和。无记录时缺失。"),
            Source = "Switching barriers, text 002",
            Kinds = [Kind],
            Singly = true,
            Computation = new Barriers(),
        },
        new ExpressionMeasure
        {
            Name = "core.defection_margin",
            Title = new("Defection margin", "流失边际"),
            Unit = MeasureUnit.Money,
            Description = new("Switching barriers less the net advantage of the best competitor; at zero or below, leaving pays for the client.", "转移成本减去最强竞争对手的净优势；不高于零时，客户离开更有利。"),
            Source = "Switching barriers, text 002",
            Expression = $"core.switching_barriers - {Advantage}",
        },
    ];

    public MeasureResult Compute(HistoryInput input)
    {
        var latest = new Dictionary<BarrierKind, decimal>();
        foreach (var fact in input.Facts)
        {
            if (Enum.TryParse<BarrierKind>(fact.Details.Text("type"), ignoreCase: true, out var kind))
            {
                latest[kind] = fact.Amount;
            }
        }

        // An estimate of zero says that the reason is gone.
        var found = SwitchingBarriers.Of([.. latest.Where(entry => entry.Value != 0).Select(entry => new Analysis.RelationshipValue.Barrier(entry.Key, entry.Value))], 0);
        return found.Then(value => Finding.Of(value.Barriers)).Measure();
    }
}
