namespace Clientele.Contractor;

/// <summary>A wish beyond the contract: its price, its days and what it touches are laid before the client, who decides (row S4-14).</summary>
internal static class Variations
{
    private static readonly DetailField Change = new("change", new("What is asked for", "变更内容"), Required: true);

    public static IPluginBuilder AddVariations(this IPluginBuilder builder) => builder.TouchpointKinds(
        new TouchpointKind { Name = "contractor.variation_requested", Title = new("Variation requested", "提出工程变更"), Roles = TouchpointRoles.Contact, Details = [Change] },
        new TouchpointKind
        {
            Name = "contractor.variation_assessed",
            Title = new("Effect of the variation assessed", "变更影响评估"),
            Details =
            [
                Change,
                new("extra_cost", new("Extra cost", "增加费用"), ValueKind.Number),
                new("extra_days", new("Extra days", "顺延天数"), ValueKind.Number),
                new("affected", new("What else it touches", "受影响部位")),
                new("alternative", new("Alternative", "替代方案")),
            ],
        },
        new TouchpointKind { Name = "contractor.variation_decided", Title = new("Client decided on the variation", "业主确认变更"), Roles = TouchpointRoles.Contact, Details = [new("decision", new("Decision", "决定"), Required: true)] });
}
