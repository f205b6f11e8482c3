namespace Clientele.Practices.Proposals;

/// <summary>What a client requires of a solution, and how each alternative was scored against it. Facts of a matter, or of the client where they belong to none.</summary>
internal static class ProposalKinds
{
    public const string Requirement = "core.requirement_stated";
    public const string Score = "core.alternative_scored";

    public static IReadOnlyList<TouchpointKind> All { get; } =
    [
        new()
        {
            Name = Requirement,
            Title = new("Requirement stated", "客户提出要求"),
            Details =
            [
                new("requirement", new("Requirement", "要求"), Required: true), new("weight", new("Weight (all sum to 1)", "权重（合计为1）"), ValueKind.Number, Required: true),
                new("must_have", new("Must be met", "必须满足"), ValueKind.Boolean), new("least", new("Least score that meets it (6 unless given)", "达标最低分（默认6分）"), ValueKind.Number),
            ],
        },
        new()
        {
            Name = Score,
            Title = new("Alternative scored", "方案评分"),
            Details =
            [
                new("alternative", new("Alternative", "方案"), Required: true), new("requirement", new("Requirement", "要求"), Required: true),
                new("score", new("Score, 0 to 10", "评分（0至10）"), ValueKind.Number, Required: true), new("remark", new("Remark", "说明")),
            ],
        },
    ];
}
