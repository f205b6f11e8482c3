namespace Clientele.Practices.Opportunities;

/// <summary>A chance of further work. One that came of another matter (a phase, a review) is a follow-on; one without an origin is cold (rows S0-10, S1-26).</summary>
internal static class Opportunity
{
    public const string MatterType = "core.opportunity";

    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        new() { Name = "core.opportunity_won", Title = new("Opportunity won", "商机成交"), Details = [new("reference", new("Reference", "编号"))] },
        new() { Name = "core.opportunity_lost", Title = new("Opportunity lost", "商机未成交"), Details = [new("reason", new("Reason", "原因"))] },
    ];

    public static MatterType Type { get; } = new()
    {
        Name = MatterType,
        Title = new("Opportunity", "商机"),
        Stages = [new("open", new("Open", "跟进中")), new("won", new("Won", "已成交"), Final: true) { Success = true }, new("lost", new("Lost", "未成交"), Final: true)],
        Moves = [new("open", "won", "core.opportunity_won"), new("open", "lost", "core.opportunity_lost"), new("lost", "won", "core.opportunity_won")],
    };
}
