namespace Clientele.DesignInstitute;

/// <summary>The letters an institute sends and the report its director reads.</summary>
internal static class Documents
{
    private static readonly LetterDefinition[] Letters =
    [
        new()
        {
            Name = "design_institute.return_visit_letter",
            Title = new("Return-visit letter", "设计回访函"),
            Template = "return-visit",
            Purpose = "service",
            Policy = ReturnVisits.Regular,
        },
        new()
        {
            Name = "design_institute.next_phase_letter",
            Title = new("Next-phase letter", "期次衔接函"),
            Template = "next-phase",
            Purpose = "service",
            Policy = PhaseFollowOn.NextPhase,
            MatterType = DesignProjects.MatterType,
            Stages = ["acceptance", "return_visits"],
        },
        new()
        {
            Name = "design_institute.capability_briefing_letter",
            Title = new("Invitation to a capability briefing", "优势专业推介邀请函"),
            Template = "capability-briefing",
            Purpose = "marketing",
            Policy = KeyClientCare.Briefing,
        },
        new()
        {
            Name = "design_institute.acceptance_visit_letter",
            Title = new("Visit after acceptance", "竣工后设计回访函"),
            Template = "acceptance-visit",
            Purpose = "service",
            Policy = ReturnVisits.AfterAcceptance,
            MatterType = DesignProjects.MatterType,
            Stages = ["acceptance"],
        },
        new() { Name = "design_institute.year_end_letter", Title = new("Year-end letter with survey", "年度致函及满意度调查"), Template = "year-end", Purpose = "service", Policy = ReturnVisits.YearEnd },
        new() { Name = "design_institute.progress_letter", Title = new("Notice of a slip", "进度情况通报函"), Template = "progress", Policy = EarnedValue.Notice },
        new()
        {
            Name = "design_institute.change_letter",
            Title = new("Effect of a design change", "设计变更影响说明函"),
            Template = "change-impact",
            Insights = [ChangeImpact.Insight.Name],
            MatterType = DesignProjects.MatterType,
            Stages = ["scheme", "preliminary", "construction_drawings", "drawing_review", "disclosure", "site_service"],
        },
        new()
        {
            Name = "design_institute.proposal_letter",
            Title = new("Comparison of the proposals", "设计方案比选函"),
            Template = "proposal-comparison",
            Insights = ["core.proposals"],
            MatterType = DesignProjects.MatterType,
            Stages = ["commission", "scheme", "preliminary"],
        },
        new()
        {
            Name = "design_institute.introduction_letter",
            Title = new("The institute and projects like yours", "本院介绍与类似业绩推荐函"),
            Template = "introduction",
            Purpose = "marketing",
            Insights = ["core.similar_references"],
            Registers = ["core.firm_profile"],
        },
        new()
        {
            Name = "design_institute.superior_report",
            Title = new("Sheet for the client's superior", "供客户向上级汇报的材料"),
            Template = "superior-report",
            Insights = ["core.proposals", "core.similar_references"],
            MatterType = DesignProjects.MatterType,
        },
    ];

    public static IPluginBuilder AddDocuments(this IPluginBuilder builder) => builder
        .Letters(Letters)
        .Reports(
            new ReportDefinition
            {
                Name = "design_institute.clients",
                Title = new("Clients and design projects", "客户与设计项目分析报告"),
                Template = "clients",
                Scheme = ClientLevels.Scheme,
                Measure = ClientLevels.Fees,
                MatterType = DesignProjects.MatterType,
                Policies = [ReturnVisits.Regular, ReturnVisits.AfterAcceptance, PhaseFollowOn.NextPhase, KeyClientCare.Briefing],
            },
            new ReportDefinition
            {
                Name = "design_institute.key_clients",
                Title = new("Key clients", "重点客户维护报告"),
                Template = "key-clients",
                Scheme = ClientLevels.Scheme,
                Measure = "design_institute.fees_36m",
                Policies = [KeyClientCare.Briefing, KeyClientCare.Showcase, KeyClientCare.ValueAdded],
            });
}
