namespace Clientele.DesignInstitute;

/// <summary>The three tracks by which key clients are kept: show the strengths, show the service, add value. A track counts only touchpoints of its own kind; a dinner counts for none (row S0-11).</summary>
internal static class KeyClientCare
{
    public const string Briefing = "design_institute.briefing_due";
    public const string Showcase = "design_institute.showcase_due";
    public const string ValueAdded = "design_institute.value_added_due";

    private static readonly string[] Tracks = ["capability_briefing", "service_showcase", "value_added_service"];

    private static readonly TouchpointKind[] Kinds =
    [
        new()
        {
            Name = "design_institute.capability_briefing",
            Title = new("Capability briefing", "优势专业推介"),
            Roles = TouchpointRoles.Contact,
            Details = [new("subject", new("Subject", "主题"))],
        },
        new()
        {
            Name = "design_institute.service_showcase",
            Title = new("Showing a finished design", "服务成果展示"),
            Roles = TouchpointRoles.Contact,
            Details = [new("project", new("Project shown", "展示项目"))],
        },
        new()
        {
            Name = "design_institute.value_added_service",
            Title = new("Value-added service", "增值服务"),
            Roles = TouchpointRoles.Contact,
            Details = [new("service", new("Service", "服务内容"))],
        },
    ];

    private static readonly AttributeDefinition[] Plan =
    [
        new() { Name = "design_institute.planned_capability_briefing", Title = new("Briefings planned this year", "本年计划推介次数"), Kind = ValueKind.Number },
        new() { Name = "design_institute.planned_service_showcase", Title = new("Showings planned this year", "本年计划展示次数"), Kind = ValueKind.Number },
        new() { Name = "design_institute.planned_value_added_service", Title = new("Value-added services planned this year", "本年计划增值服务次数"), Kind = ValueKind.Number },
    ];

    private static readonly (string Track, LocalizedText Title)[] Named =
    [
        ("capability_briefing", new("Capability briefing", "优势推介")), ("service_showcase", new("Service showcase", "成果展示")), ("value_added_service", new("Value-added service", "增值服务")),
    ];

    private static readonly LocalizedText[] Done =
    [
        new("Briefings held this year", "本年已推介次数"),
        new("Showings held this year", "本年已展示次数"),
        new("Value-added services this year", "本年已提供增值服务次数"),
    ];

    public static IPluginBuilder AddKeyClientCare(this IPluginBuilder builder) => builder
        .TouchpointKinds(Kinds)
        .Attributes(Plan)
        .Measures([.. Tracks.Select(ThisYear), .. Tracks.Select(Since), .. Tracks.Select(Coverage), Overall])
        .Insights(KeyClientPlan.Of(Named))
        .Policies(
            new InsightPolicy { Name = "design_institute.key_plan_gap", Title = new("Fill the gaps of the key client's plan", "补齐重点客户维护计划"), Insight = KeyClientPlan.Name, Table = "gaps" },
            EveryHalfYear(Briefing, new("Capability briefing for a key client", "重点客户优势推介"), "design_institute.capability_briefing"),
            EveryHalfYear(Showcase, new("Showcase for a key client", "重点客户成果展示"), "design_institute.service_showcase"),
            EveryHalfYear(ValueAdded, new("Added value for a key client", "重点客户增值服务"), "design_institute.value_added_service"));

    private static FactMeasure ThisYear(string track, int index) => new()
    {
        Name = $"design_institute.{track}_this_year",
        Title = Done[index],
        Unit = MeasureUnit.Count,
        Aggregate = Aggregate.Count,
        Kinds = [$"design_institute.{track}"],
        Window = Window.CalendarYear,
    };

    private static FactMeasure Since(string track, int index) => new()
    {
        Name = KeyClientPlan.Since(track),
        Title = new($"Days since the last: {Named[index].Title.En}", $"距上次天数：{Named[index].Title.Zh}"),
        Unit = MeasureUnit.Days,
        Aggregate = Aggregate.DaysSinceLast,
        Kinds = [$"design_institute.{track}"],
    };

    private static ComputedMeasure Coverage(string track, int index) => new()
    {
        Name = $"design_institute.{track}_coverage",
        Title = new($"Plan kept: {Done[index].En}", $"计划完成率：{Done[index].Zh}"),
        Unit = MeasureUnit.Ratio,
        Reads = [$"design_institute.{track}_this_year", $"design_institute.planned_{track}"],
        Computation = new PlanCoverage([track]),
    };

    private static ComputedMeasure Overall => new()
    {
        Name = "design_institute.key_care_coverage",
        Title = new("Plan kept over the three tracks", "重点客户维护计划总完成率"),
        Unit = MeasureUnit.Ratio,
        Description = new("The mean of the three tracks, each at most 100 %: too much of one does not make up for another.", "三项完成率的平均数，每项最高按100%计，不以多补少。"),
        Reads = [.. Tracks.Select(track => $"design_institute.{track}_this_year"), .. Tracks.Select(track => $"design_institute.planned_{track}")],
        Computation = new PlanCoverage(Tracks),
    };

    private static CadencePolicy EveryHalfYear(string name, LocalizedText title, string kind) => new()
    {
        Name = name,
        Title = title,
        Scheme = ClientLevels.Scheme,
        EveryDays = new Dictionary<string, int>(StringComparer.Ordinal) { ["key"] = 182 },
        FulfilledBy = [kind],

        // A track counts touchpoints of its own kind only, so another visit does not stand for it.
        Merges = false,
    };
}
