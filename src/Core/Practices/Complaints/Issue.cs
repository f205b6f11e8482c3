namespace Clientele.Practices.Complaints;

/// <summary>What a visit found, as a matter of its own that comes of the visited one: it is over only after somebody has gone back and looked (the closed loop of row S0-09).</summary>
internal static class Issue
{
    public const string MatterType = "core.issue";

    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        new() { Name = "core.issue_settled", Title = new("Issue settled", "问题已处理"), Details = [new("disposition", new("What was done", "处理结果"))] },
        new() { Name = "core.issue_verified", Title = new("Verifying visit", "复核回访"), Roles = TouchpointRoles.Contact, Details = [new("findings", new("Findings", "回访情况"))] },
        new() { Name = "core.issue_reopened", Title = new("Issue found again", "问题复现") },
    ];

    public static MatterType Type { get; } = new()
    {
        Name = MatterType,
        Title = new("Issue found", "发现的问题"),
        Stages = [new("found", new("Found", "已发现")), new("settled", new("Settled, not verified", "已处理待复核")), new("verified", new("Verified", "已复核"), Final: true)],
        Moves = [new("found", "settled", "core.issue_settled"), new("settled", "verified", "core.issue_verified"), new("settled", "found", "core.issue_reopened")],
    };
}
