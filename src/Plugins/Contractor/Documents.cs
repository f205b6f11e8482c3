namespace Clientele.Contractor;

/// <summary>The letters a contractor sends and the report its director reads.</summary>
internal static class Documents
{
    public static IPluginBuilder AddDocuments(this IPluginBuilder builder) => builder
        .Letters(
            new LetterDefinition
            {
                Name = "contractor.return_visit_letter",
                Title = new("Return-visit letter", "工程回访函"),
                Template = "return-visit",
                Purpose = "service",
                Policy = ReturnVisits.Regular,
            },
            new LetterDefinition
            {
                Name = "contractor.project_start_letter",
                Title = new("Introduction of the project team", "项目团队介绍函"),
                Template = "project-start",
                Policy = ReturnVisits.Introduction,
                MatterType = Projects.MatterType,
                Stages = ["signed", "executing"],
            },
            new LetterDefinition
            {
                Name = "contractor.warranty_notice",
                Title = new("Completion and warranty notice", "竣工保修告知函"),
                Template = "warranty-notice",
                Policy = ReturnVisits.AfterCompletion,
                MatterType = Projects.MatterType,
                Stages = ["completed", "settled", "collected", "warranty"],
            })
        .Reports(new ReportDefinition
        {
            Name = "contractor.clients",
            Title = new("Owners and projects", "业主与项目分析报告"),
            Template = "clients",
            Scheme = OwnerClasses.Scheme,
            Measure = "core.sales",
            MatterType = Projects.MatterType,
            Policies = [ReturnVisits.Regular, ReturnVisits.Introduction, ReturnVisits.AfterCompletion, ReturnVisits.AfterUse],
        });
}
