namespace Clientele.DesignInstitute;

/// <summary>Coming projects as the client's managers name them: one lead each however many of them name it, and what became of it (row S0-17).</summary>
internal static class ProjectNeeds
{
    public const string Named = "design_institute.project_need_named";
    public const string Presented = "design_institute.proposal_presented";
    public const string Proposal = "design_institute.proposal_due";

    public static IPluginBuilder AddProjectNeeds(this IPluginBuilder builder) => builder
        .TouchpointKinds(
            new TouchpointKind
            {
                Name = Named,
                Title = new("Coming project named by the client", "客户提出项目需求"),
                Roles = TouchpointRoles.Contact,
                Details =
                [
                    new("project", new("Project", "项目名称"), Required: true), new("address", new("Address", "项目地址")), new("kind", new("Kind", "类型")), new("scale", new("Scale", "规模")),
                    new("expected_on", new("Expected to start", "预计启动日期"), ValueKind.Date), new("budget", new("Budget", "投资估算"), ValueKind.Number), new("decision_path", new("Who decides, in which order", "决策路径")),
                ],
            },
            new TouchpointKind { Name = Presented, Title = new("Proposal presented", "方案汇报"), Roles = TouchpointRoles.Contact, Details = [new("project", new("Project", "项目名称")), new("benefits", new("What it brings the client", "为客户带来的成效")), new("risks_handled", new("Risks and how they are handled", "风险及应对"))] })
        .Measures(new FactMeasure
        {
            Name = "design_institute.needs_named_12m",
            Title = new("Coming projects named in 12 months", "近12个月提出的项目需求"),
            Unit = MeasureUnit.Count,
            Aggregate = Aggregate.Count,
            Kinds = [Named],
            Window = Window.Months(12),
        })
        .Insights(NeedsRegister.Insight)
        .Policies(new InsightPolicy
        {
            Name = Proposal,
            Title = new("Present a proposal before the project starts", "项目启动前汇报方案"),
            Insight = NeedsRegister.Insight.Name,
            Table = "soon",
            OwnerRole = "marketer",
        });
}
