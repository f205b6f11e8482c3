namespace Clientele.DesignInstitute;

/// <summary>The end of a phase is the start of the next: needs are written down where they are heard, and asked for once the visits are done (rows S0-10, S0-17).</summary>
internal static class PhaseFollowOn
{
    public const string NextPhase = "design_institute.next_phase_due";

    private static readonly TouchpointKind[] Kinds =
    [
        new()
        {
            Name = "design_institute.project_need_named",
            Title = new("Coming project named by the client", "客户提出项目需求"),
            Roles = TouchpointRoles.Contact,
            Details =
            [
                new("project", new("Project", "项目名称"), Required: true),
                new("scale", new("Scale", "规模")),
                new("expected_on", new("Expected to start", "预计启动日期"), ValueKind.Date),
                new("budget", new("Budget", "投资估算"), ValueKind.Number),
            ],
        },
        new()
        {
            Name = "design_institute.proposal_presented",
            Title = new("Proposal presented", "方案汇报"),
            Roles = TouchpointRoles.Contact,
            Details = [new("project", new("Project", "项目名称"))],
        },
    ];

    public static IPluginBuilder AddPhaseFollowOn(this IPluginBuilder builder) => builder
        .TouchpointKinds(Kinds)
        .Measures(new FactMeasure
        {
            Name = "design_institute.needs_named_12m",
            Title = new("Coming projects named in 12 months", "近12个月提出的项目需求"),
            Unit = MeasureUnit.Count,
            Aggregate = Aggregate.Count,
            Kinds = ["design_institute.project_need_named"],
            Window = Window.Months(12),
        })
        .Policies(new StagePolicy
        {
            Name = NextPhase,
            Title = new("Ask about the next phase", "期次衔接"),
            MatterType = DesignProjects.MatterType,
            Stage = "return_visits",
            AfterDays = 14,
            OwnerRole = "marketer",
            FulfilledBy = ["design_institute.project_need_named", "design_institute.proposal_presented"],
        });
}
