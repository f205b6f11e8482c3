namespace Clientele.DesignInstitute;

/// <summary>The institute's return visits: regular by client level, after acceptance, and at the year's end with a survey (row S0-09).</summary>
internal static class ReturnVisits
{
    public const string Regular = "design_institute.return_visit_due";
    public const string AfterAcceptance = "design_institute.acceptance_visit_due";
    public const string YearEnd = "design_institute.yearly_survey_due";

    private static readonly DetailField Satisfaction = new("satisfaction", new("Satisfaction, 1 to 10", "满意度（1至10分）"), ValueKind.Number);

    private static readonly TouchpointKind[] Kinds =
    [
        new()
        {
            Name = "design_institute.return_visit",
            Title = new("Return visit", "设计回访"),
            Roles = TouchpointRoles.Contact,
            Details = [Satisfaction, new("open_issues", new("Open issues", "未决问题数"), ValueKind.Number), new("findings", new("Findings", "回访记录"))],
        },
        new()
        {
            Name = "design_institute.satisfaction_survey",
            Title = new("Satisfaction survey answered", "满意度调查答复"),
            Roles = TouchpointRoles.Contact,
            Details = [Satisfaction],
        },
    ];

    private static readonly Policy[] Visits =
    [
        new CadencePolicy
        {
            Name = Regular,
            Title = new("Regular return visit", "定期回访"),
            Scheme = ClientLevels.Scheme,
            EveryDays = new Dictionary<string, int>(StringComparer.Ordinal) { ["key"] = 30, ["regular"] = 90, ["sleeping"] = 180 },
        },
        new StagePolicy
        {
            Name = AfterAcceptance,
            Title = new("Visit after acceptance", "竣工后回访"),
            MatterType = DesignProjects.MatterType,
            Stage = "acceptance",
            AfterDays = 30,
            OwnerRole = "project_manager",
            FulfilledBy = ["design_institute.return_visit"],
        },
        new CadencePolicy
        {
            Name = YearEnd,
            Title = new("Yearly satisfaction survey", "年度满意度调查"),
            Scheme = ClientLevels.Scheme,
            EveryDays = new Dictionary<string, int>(StringComparer.Ordinal) { ["key"] = 365, ["regular"] = 365 },
            FulfilledBy = ["design_institute.satisfaction_survey"],
        },
    ];

    public static IPluginBuilder AddReturnVisits(this IPluginBuilder builder) => builder
        .TouchpointKinds(Kinds)
        .Policies(Visits);
}
