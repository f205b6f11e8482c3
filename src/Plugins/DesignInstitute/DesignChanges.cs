namespace Clientele.DesignInstitute;

/// <summary>A wish beyond the brief: what it costs in fee, days and knock-on redesign is laid before the client, who decides; what the client insists on is done under a supplementary agreement (row S4-14).</summary>
internal static class DesignChanges
{
    public const string Agreed = "design_institute.requirement_agreed";
    public const string Requested = "design_institute.change_requested";
    public const string Assessed = "design_institute.change_assessed";
    public const string Decided = "design_institute.change_decided";

    private static readonly DetailField Change = new("change", new("What is asked for", "变更内容"), Required: true);
    private static readonly DetailField Requirement = new("requirement", new("Requirement concerned", "涉及的要求"));

    public static IPluginBuilder AddDesignChanges(this IPluginBuilder builder) => builder
        .TouchpointKinds(
            new TouchpointKind
            {
                Name = Agreed,
                Title = new("Requirement agreed", "确认设计要求"),
                Details = [new("requirement", new("Requirement", "要求"), Required: true), new("depends_on", new("Requirements it depends on, parted by commas", "所依赖的要求（逗号分隔）"))],
            },
            new TouchpointKind { Name = Requested, Title = new("Design change requested", "提出设计变更"), Roles = TouchpointRoles.Contact, Details = [Change, Requirement] },
            new TouchpointKind
            {
                Name = Assessed,
                Title = new("Effect of the change assessed", "变更影响评估"),
                Details =
                [
                    Change,
                    Requirement,
                    new("extra_fee", new("Extra design fee", "增加设计费"), ValueKind.Number),
                    new("extra_days", new("Extra days", "增加天数"), ValueKind.Number),
                    new("affected", new("Disciplines and sheets affected", "受影响专业及图纸")),
                    new("alternative", new("Alternative", "替代方案")),
                ],
            },
            new TouchpointKind
            {
                Name = Decided,
                Title = new("Client decided on the change", "客户确认变更"),
                Roles = TouchpointRoles.Contact,
                Details =
                [
                    new("decision", new("Decision (accepted, insisted, alternative, withdrawn)", "决定（接受、坚持、替代方案、撤回）"), Required: true),
                    new("change", new("What was asked for, where there are several", "变更内容（有多项时）")), new("agreement", new("Supplementary agreement", "补充协议编号")),
                ],
            })
        .Insights(ChangeImpact.Insight);
}
