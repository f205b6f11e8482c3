namespace Clientele.Practices;

/// <summary>Values that schemes of the core read and that a person enters until a measure of the same name computes them.</summary>
internal static class AwaitedMeasures
{
    public static IReadOnlyList<AttributeDefinition> All { get; } =
    [
        new() { Name = "core.relationship_value", Title = new("Relationship value", "关系价值"), Kind = ValueKind.Number },
        new() { Name = "core.responsiveness", Title = new("Responsiveness", "反应度"), Kind = ValueKind.Number },
        new() { Name = "core.loyalty_behaviour", Title = new("Loyalty in behaviour", "行为忠诚度"), Kind = ValueKind.Number },
        new() { Name = "core.loyalty_attitude", Title = new("Loyalty in attitude", "态度忠诚度"), Kind = ValueKind.Number },
    ];
}
