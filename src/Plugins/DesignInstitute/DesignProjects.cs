namespace Clientele.DesignInstitute;

/// <summary>A design from the commission to the return visits: the phases of the trade, each left only by the fact that ends it.</summary>
internal static class DesignProjects
{
    public const string MatterType = "design_institute.project";

    private static readonly TouchpointKind[] Kinds =
    [
        new()
        {
            Name = "design_institute.contract_signed",
            Title = new("Design contract signed", "签订设计合同"),
            Roles = TouchpointRoles.Sale,
            Details = [new("contract_number", new("Contract number", "合同编号")), new("due_on", new("Due on", "约定完成日期"), ValueKind.Date), new("supplier", new("Design firm", "设计单位")), new("project", new("Project, as the client named it", "项目名称（与项目需求一致）")), new("phase", new("Phase of the project", "期数"), ValueKind.Number), new("phase_ends_on", new("End of the phase", "本期结束日期"), ValueKind.Date)],
        },
        new() { Name = "design_institute.scheme_approved", Title = new("Scheme approved", "方案设计通过") },
        new() { Name = "design_institute.preliminary_approved", Title = new("Preliminary design approved", "初步设计批复") },
        new() { Name = "design_institute.drawings_issued", Title = new("Construction drawings issued", "施工图出图"), Details = [new("sheets", new("Number of sheets", "图纸张数"), ValueKind.Number)] },
        new() { Name = "design_institute.review_returned", Title = new("Returned by the drawing review", "审图退改"), Details = [new("comments", new("Number of comments", "审查意见条数"), ValueKind.Number)] },
        new() { Name = "design_institute.review_passed", Title = new("Drawing review passed", "施工图审查合格"), Details = [new("certificate", new("Certificate number", "合格书编号"))] },
        new() { Name = "design_institute.disclosure_held", Title = new("Design disclosed to the builders", "设计交底"), Roles = TouchpointRoles.Contact },
        new() { Name = "design_institute.site_service", Title = new("Service on site", "现场服务"), Roles = TouchpointRoles.Contact, Details = [new("question", new("Question settled", "处理事项"))] },
        new() { Name = "design_institute.acceptance_passed", Title = new("Works accepted", "竣工验收通过"), Details = [new("accepted_on", new("Accepted on", "验收日期"), ValueKind.Date)] },
        new() { Name = "design_institute.issue_raised", Title = new("Issue raised", "提出问题"), Details = [new("issue", new("Issue", "问题"), Required: true)] },
        new() { Name = "design_institute.issue_settled", Title = new("Issue settled", "问题解决"), Details = [new("issue", new("Issue", "问题"), Required: true)] },
        new() { Name = "design_institute.project_closed", Title = new("Project closed", "项目闭环"), Details = [new("lessons", new("Lessons", "经验教训")), new("unmet_needs", new("Needs not met", "未满足的需求"))] },
    ];

    private static readonly MatterType Project = new()
    {
        Name = MatterType,
        Title = new("Design project", "设计项目"),
        Stages =
        [
            new("commission", new("Commission sought", "委托洽谈")),
            new("scheme", new("Scheme", "方案设计")),
            new("preliminary", new("Preliminary design", "初步设计")),
            new("construction_drawings", new("Construction drawings", "施工图设计")),
            new("drawing_review", new("Drawing review", "施工图审查")),
            new("disclosure", new("Disclosure", "设计交底")),
            new("site_service", new("Site service", "现场服务")),
            new("acceptance", new("Accepted", "竣工验收")),
            new("return_visits", new("Return visits", "设计回访")),
            new("closed", new("Closed", "已闭环"), Final: true),
        ],
        Moves =
        [
            new("commission", "scheme", "design_institute.contract_signed"),
            new("scheme", "preliminary", "design_institute.scheme_approved"),
            new("preliminary", "construction_drawings", "design_institute.preliminary_approved"),
            new("construction_drawings", "drawing_review", "design_institute.drawings_issued"),
            new("drawing_review", "construction_drawings", "design_institute.review_returned"),
            new("drawing_review", "disclosure", "design_institute.review_passed"),
            new("disclosure", "site_service", "design_institute.disclosure_held"),
            new("site_service", "acceptance", "design_institute.acceptance_passed"),

            new("acceptance", "return_visits", "design_institute.return_visit"),
            Closing("acceptance"),
            Closing("return_visits"),
        ],

        // The end of a phase is the start of the next: sought sixty days before, or when this one is closed (S0-10).
        FollowOns =
        [
            new()
            {
                Name = "next_phase",
                Title = new("Next phase", "下一期"),
                Type = MatterType,
                Stage = "closed",
                Before = "phase_ends_on",
                LeadDays = 60,
                Carries = ["project", "lessons", "unmet_needs"],
            },
        ],
    };

    // Whoever asks for the end without these is told of each that is missing; nobody has to know the list (S0-10).
    private static Move Closing(string from) => new(from, "closed", "design_institute.project_closed")
    {
        Requires =
        [
            new("count.design_institute.acceptance_passed >= 1", new("The deliverables have not been accepted.", "设计成果尚未通过验收。")),
            new("count.design_institute.issue_raised <= count.design_institute.issue_settled && (detail.open_issues ?? 0) == 0", new("There are open issues; settle them first.", "尚有未决问题，请先解决。")),
            new("count.design_institute.return_visit >= 1", new("Nobody has made a return visit.", "尚未进行设计回访。")),
            new("detail.satisfaction != null", new("The client's satisfaction has not been recorded.", "尚未登记客户满意度。")),
        ],
    };

    public static IPluginBuilder AddDesignProjects(this IPluginBuilder builder) => builder
        .TouchpointKinds(Kinds)
        .MatterTypes(Project);
}
