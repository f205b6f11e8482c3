namespace Clientele.Contractor;

/// <summary>A project's life, from the lead to the end of the warranty, in three rounds of marketing: signing, building, settling (row S1-09).</summary>
internal static class Projects
{
    public const string MatterType = "contractor.project";

    private static readonly TouchpointKind[] Kinds =
    [
        new()
        {
            Name = "contractor.project_found",
            Title = new("Project found in the market", "获悉项目信息"),
            Details = [new("stage", new("Stage", "阶段")), new("tender_on", new("Tender expected on", "预计招标日期"), ValueKind.Date), new("learned_from", new("Learned from", "信息来源"))],
        },
        new()
        {
            Name = "contractor.bid_submitted",
            Title = new("Bid submitted", "递交投标文件"),
            Details = [new("opening_on", new("Bid opening", "开标日期"), ValueKind.Date)],
        },
        new()
        {
            Name = "contractor.bid_lost",
            Title = new("Bid not won", "未中标"),
            Details = [new("rank", new("Our rank", "我方名次"), ValueKind.Number), new("reason", new("Reason", "原因")), new("winner", new("Winner", "中标单位"))],
        },
        new()
        {
            Name = "contractor.contract_signed",
            Title = new("Contract signed", "签订施工合同"),
            Roles = TouchpointRoles.Sale,
            Details = [new("contract_number", new("Contract number", "合同编号")), new("due_on", new("Completion due on", "约定竣工日期"), ValueKind.Date), new("supplier", new("Contractor", "承包单位"))],
        },
        new()
        {
            Name = "contractor.handover_accepted",
            Title = new("Project team accepted the handover", "项目部接收交底"),
            Details = [new("project_manager", new("Project manager", "项目经理"), Required: true), new("commercial_manager", new("Commercial manager", "商务经理"))],
        },
        new()
        {
            Name = "contractor.completion_accepted",
            Title = new("Completion accepted", "竣工验收合格"),
            Details = [new("accepted_on", new("Accepted on", "验收日期"), ValueKind.Date)],
        },
        new()
        {
            Name = "contractor.settlement_agreed",
            Title = new("Final account agreed, collection handed over", "结算定案并移交清欠"),
            Details = [new("collector", new("Who collects", "清欠责任人"), Required: true)],
        },
        new() { Name = "contractor.balance_collected", Title = new("Balance collected", "工程款收讫"), Roles = TouchpointRoles.Payment },
        new()
        {
            Name = "contractor.warranty_entered",
            Title = new("Only the warranty is left", "转入保修服务"),
            Details = [new("warranty_until", new("Warranty until", "保修期至"), ValueKind.Date)],
        },
        new() { Name = "contractor.warranty_ended", Title = new("Warranty ended", "保修期满") },
    ];

    private static readonly MatterType Project = new()
    {
        Name = MatterType,
        Title = new("Construction project", "施工项目"),
        Stages =
        [
            new("lead", new("Lead", "项目跟踪")),
            new("bid", new("Bidding", "投标")),
            new("signed", new("Signed", "已签约")) { Success = true },
            new("executing", new("Under construction", "施工中")),
            new("completed", new("Completed", "已竣工")),
            new("settled", new("Account agreed", "已结算")),
            new("collected", new("Paid up", "已收款")),
            new("warranty", new("In warranty", "保修期")),
            new("closed", new("Closed", "已关闭"), Final: true),
            new("lost", new("Not won", "未中标"), Final: true),
        ],
        Moves =
        [
            new("lead", "bid", "contractor.bid_submitted"),
            new("bid", "lost", "contractor.bid_lost"),
            new("bid", "signed", "contractor.contract_signed"),

            // A contract register knows nothing of the bid, and a directly awarded job had none.
            new("lead", "signed", "contractor.contract_signed"),

            // The second round begins when the project team accepts what marketing hands over (S1-11), not on the first day on site;
            // the third when the collector takes over with the agreed account (S1-12).
            new("signed", "executing", "contractor.handover_accepted"),
            new("executing", "completed", "contractor.completion_accepted"),
            new("completed", "settled", "contractor.settlement_agreed"),
            new("settled", "collected", "contractor.balance_collected"),
            new("collected", "warranty", "contractor.warranty_entered"),
            new("warranty", "closed", "contractor.warranty_ended"),
        ],
    };

    public static IPluginBuilder AddProjects(this IPluginBuilder builder) => builder
        .TouchpointKinds(Kinds)
        .MatterTypes(Project);
}
