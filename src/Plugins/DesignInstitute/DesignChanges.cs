namespace Clientele.DesignInstitute;

/// <summary>A wish beyond the brief: what it costs in fee, days and knock-on redesign is laid before the client, who decides (row S4-14).</summary>
internal static class DesignChanges
{
    private static readonly DetailField Change = new("change", new("What is asked for", "变更内容"), Required: true);

    public static IPluginBuilder AddDesignChanges(this IPluginBuilder builder) => builder.TouchpointKinds(
        new TouchpointKind { Name = "design_institute.change_requested", Title = new("Design change requested", "提出设计变更"), Roles = TouchpointRoles.Contact, Details = [Change] },
        new TouchpointKind
        {
            Name = "design_institute.change_assessed",
            Title = new("Effect of the change assessed", "变更影响评估"),
            Details =
            [
                Change,
                new("extra_fee", new("Extra design fee", "增加设计费"), ValueKind.Number),
                new("extra_days", new("Extra days", "增加天数"), ValueKind.Number),
                new("affected", new("Disciplines and sheets affected", "受影响专业及图纸")),
                new("alternative", new("Alternative", "替代方案")),
            ],
        },
        new TouchpointKind { Name = "design_institute.change_decided", Title = new("Client decided on the change", "客户确认变更"), Roles = TouchpointRoles.Contact, Details = [new("decision", new("Decision", "决定"), Required: true)] });
}
