namespace Clientele.DesignInstitute;

/// <summary>The institute's return visits: regular by client level, after acceptance, and at the year's end with a survey (row S0-09).</summary>
internal static class ReturnVisits
{
    public const string Regular = "design_institute.return_visit_due";
    public const string AfterAcceptance = "design_institute.acceptance_visit_due";
    public const string YearEnd = "design_institute.yearly_survey_due";
    public const string YearEndVisit = "design_institute.year_end_visit_due";
    public const string AfterMilestone = "design_institute.disclosure_visit_due";
    public const string AfterComplaint = "design_institute.complaint_visit_due";

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
            Merges = false,
        },
        new OccasionPolicy
        {
            Name = YearEndVisit,
            Title = new("Year-end visit by the institute", "年末院级回访"),
            On = YearlyDay.On(12, 31),
            LeadDays = 21,
            EarlyDays = 30,
            DueDay = DueDayRule.NextWorkingDay,
            When = $"segment.{ClientLevels.Scheme} == \"key\" || segment.{ClientLevels.Scheme} == \"regular\"",
            OwnerRole = "institute",
            FulfilledBy = ["design_institute.return_visit"],
            Merges = false,
        },
        new EventPolicy
        {
            Name = AfterMilestone,
            Title = new("Visit after the drawings were explained on site", "设计交底后回访"),
            After = ["design_institute.disclosure_held"],
            Steps = [new(14)],
            OwnerRole = "project_manager",
            DueDay = DueDayRule.NextWorkingDay,
            FulfilledBy = ["design_institute.return_visit"],
        },
        new EventPolicy
        {
            Name = AfterComplaint,
            Title = new("Visit after a complaint", "投诉回访"),
            After = ["core.complaint"],
            Steps = [new(3, inWorkingDays: true)],
            Priority = CarePriority.Urgent,
            Escalation = new Escalation { AfterDays = 3, Role = "institute" },
            FulfilledBy = ["design_institute.return_visit"],
        },
    ];

    public static IPluginBuilder AddReturnVisits(this IPluginBuilder builder) => builder
        .TouchpointKinds(Kinds)
        .Policies(Visits);
}
