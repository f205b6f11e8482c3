namespace Clientele.DesignInstitute;

/// <summary>The letters an institute sends and the report its director reads.</summary>
internal static class Documents
{
    public static IPluginBuilder AddDocuments(this IPluginBuilder builder) => builder
        .Letters(
            new LetterDefinition
            {
                Name = "design_institute.return_visit_letter",
                Title = new("Return-visit letter", "设计回访函"),
                Template = "return-visit",
                Purpose = "service",
                Policy = ReturnVisits.Regular,
            },
            new LetterDefinition
            {
                Name = "design_institute.next_phase_letter",
                Title = new("Next-phase letter", "期次衔接函"),
                Template = "next-phase",
                Purpose = "service",
                Policy = PhaseFollowOn.NextPhase,
                MatterType = DesignProjects.MatterType,
                Stages = ["acceptance", "return_visits"],
            },
            new LetterDefinition
            {
                Name = "design_institute.capability_briefing_letter",
                Title = new("Invitation to a capability briefing", "优势专业推介邀请函"),
                Template = "capability-briefing",
                Purpose = "marketing",
                Policy = KeyClientCare.Briefing,
            })
        .Reports(new ReportDefinition
        {
            Name = "design_institute.clients",
            Title = new("Clients and design projects", "客户与设计项目分析报告"),
            Template = "clients",
            Scheme = ClientLevels.Scheme,
            Measure = "core.sales",
            MatterType = DesignProjects.MatterType,
            Policies = [ReturnVisits.Regular, ReturnVisits.AfterAcceptance, PhaseFollowOn.NextPhase, KeyClientCare.Briefing],
        });
}
