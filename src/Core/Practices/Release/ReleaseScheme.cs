namespace Clientele.Practices.Release;

/// <summary>Relationships that cost more than they bring: recommended for rest, never put to rest without a person's approval, and never deleted.</summary>
internal static class ReleaseScheme
{
    public static AttributeDefinition ReferralValue { get; } = new() { Name = "core.referral_value", Title = new("Yearly value of referrals", "年度推荐价值"), Kind = ValueKind.Number };

    public static Scheme Scheme { get; } = new RuleScheme
    {
        Name = "core.release",
        Title = new("Relationships to rest", "低价值关系的放弃"),
        Description = new(
            "Recommended when the net relationship value was negative for two years in a row, potential does not outweigh the loss, and the client influences nobody. Resting is a person's decision: put the client into 'dormant' by hand, and take that back when things change.",
            "净关系价值连续两年为负、增值潜力不足以弥补亏损且对其他客户无影响力时，建议放弃。是否休眠须人工批准：将客户手工归入“休眠”，情况变化时可随时撤回。"),
        Source = "Releasing low-value relationships, text 002",
        Rules =
        [
            new("dormant", new("Dormant (approved)", "休眠（已批准）"), "false"),
            new("caution", new("Handle with care (negative influence)", "谨慎处理（负面影响力）"), "core.influence < 0"),
            new("recommended", new("Release recommended", "建议放弃"), "core.net_relationship_value < 0 && core.net_value_year_before < 0 && (core.potential ?? 0) + core.net_relationship_value < 0 && (core.influence ?? 0) == 0"),
            new("kept", new("Kept", "继续维护")),
        ],
        Treatments = new Dictionary<string, Treatment>(StringComparer.Ordinal)
        {
            ["dormant"] = new() { Strategy = new("No planned contact; answer when asked.", "不再主动联系，有问必答。"), StopsFollowUps = true },
            ["recommended"] = new() { Strategy = new("Ask for approval to let the relationship rest; until then tasks go on.", "报批休眠；批准之前照常维护。") },
            ["caution"] = new() { Strategy = new("Settle what is open before anything else: others listen to this client.", "先解决遗留问题：该客户会影响他人。") },
        },
    };
}
