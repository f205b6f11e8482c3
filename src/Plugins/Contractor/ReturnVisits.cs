namespace Clientele.Contractor;

/// <summary>Who is visited when: by the client's weight, and at the turns of a project (rows S0-09, S1-11, S1-26).</summary>
internal static class ReturnVisits
{
    public const string Regular = "contractor.return_visit_due";
    public const string Introduction = "contractor.introduction_due";
    public const string AfterCompletion = "contractor.completion_visit_due";
    public const string AfterUse = "contractor.after_use_visit_due";

    private static readonly TouchpointKind[] Kinds =
    [
        new()
        {
            Name = "contractor.quality_visit",
            Title = new("Quality return visit", "工程质量回访"),
            Roles = TouchpointRoles.Contact,
            Details =
            [
                new("kind", new("Kind: routine, seasonal, technical, before warranty end", "回访类别：例行、季节性、技术性、保修期满前")),
                new("satisfaction", new("Satisfaction, 1 to 10", "满意度（1至10分）"), ValueKind.Number),
                new("findings", new("Findings", "回访记录")),
            ],
        },
        new()
        {
            Name = "contractor.introduction_meeting",
            Title = new("Introduction of the project team", "项目团队见面会"),
            Roles = TouchpointRoles.Contact,
            Details = [new("project_manager", new("Project manager", "项目经理"))],
        },
        new()
        {
            Name = "contractor.after_use_review",
            Title = new("Review of the work in use", "工程使用后评价"),
            Roles = TouchpointRoles.Contact,
            Details = [new("satisfaction", new("Satisfaction, 1 to 10", "满意度（1至10分）"), ValueKind.Number), new("next_need", new("Next need the client named", "客户提及的后续需求"))],
        },
    ];

    private static readonly Policy[] Visits =
    [
        new CadencePolicy
        {
            Name = Regular,
            Title = new("Return visit", "定期回访"),
            Scheme = Dealings.Weight,
            EveryDays = new Dictionary<string, int>(StringComparer.Ordinal) { ["key"] = 30, ["important"] = 90, ["ordinary"] = 180 },
        },
        new StagePolicy
        {
            Name = Introduction,
            Title = new("Introduce the project team", "项目团队见面"),
            MatterType = Projects.MatterType,
            Stage = "signed",
            AfterDays = 7,
            OwnerRole = "marketer",
            FulfilledBy = ["contractor.introduction_meeting"],
        },
        new StagePolicy
        {
            Name = AfterCompletion,
            Title = new("Visit after completion", "竣工回访"),
            MatterType = Projects.MatterType,
            Stage = "completed",
            AfterDays = 30,
            OwnerRole = "project_manager",
            FulfilledBy = ["contractor.quality_visit"],
        },
        new StagePolicy
        {
            Name = AfterUse,
            Title = new("Review of the work in use", "使用后评价回访"),
            MatterType = Projects.MatterType,
            Stage = "warranty",
            AfterDays = 180,
            FulfilledBy = ["contractor.after_use_review", "contractor.quality_visit"],
        },
    ];

    public static IPluginBuilder AddReturnVisits(this IPluginBuilder builder) => builder
        .TouchpointKinds(Kinds)
        .Policies(Visits);
}
