namespace Clientele.RealEstate;

/// <summary>The service desk: a case is received, passed on, dealt with, visited and only then closed (rows S2-48, S0-09).</summary>
internal static class ServiceDesk
{
    public const string MatterType = "real_estate.service_case";
    public const string Reply = "real_estate.reply_due";
    public const string ReturnVisit = "real_estate.complaint_visit_due";

    private static readonly TouchpointKind[] Kinds =
    [
        new()
        {
            Name = "real_estate.complaint_received",
            Title = new("Complaint received", "受理投诉"),
            Roles = TouchpointRoles.Complaint,
            Details =
            [
                new("category", new("Category", "类别")),
                new("priority", new("Priority", "紧急程度")),
                new("unit", new("Unit concerned", "所涉部位或房号")),
                new("handled_by", new("Department in charge", "责任部门")),
                new("description", new("What was reported", "反映事项")),
            ],
        },
        new()
        {
            Name = "real_estate.case_assigned",
            Title = new("Passed to a department", "转交责任部门"),
            Details = [new("handled_by", new("Department in charge", "责任部门"), Required: true)],
        },
        new() { Name = "real_estate.case_started", Title = new("Work begun", "开始处理") },
        new()
        {
            Name = "real_estate.case_inspected",
            Title = new("Inspected", "现场查验"),
            Details = [new("disposition", new("Result", "查验结果"))],
        },
        new() { Name = "real_estate.complaint_replied", Title = new("Reply given to the client", "答复客户"), Roles = TouchpointRoles.Contact },
        new()
        {
            Name = "real_estate.complaint_closed",
            Title = new("Dealt with", "处理完毕"),
            Details = [new("disposition", new("Result", "处理结果"))],
        },
        new()
        {
            Name = "real_estate.complaint_visited",
            Title = new("Return visit after a complaint", "投诉回访"),
            Roles = TouchpointRoles.Contact,
            Details = [new("satisfaction", new("Satisfaction, 1 to 10", "满意度（1至10分）"), ValueKind.Number, Required: true), new("findings", new("Findings", "回访记录"))],
        },
        new() { Name = "real_estate.case_reopened", Title = new("Taken up again", "重新处理"), Roles = TouchpointRoles.Contact },
        new() { Name = "real_estate.case_confirmed", Title = new("Confirmed by the client", "客户确认"), Roles = TouchpointRoles.Contact },
    ];

    private static readonly MatterType Case = new()
    {
        Name = MatterType,
        Title = new("Service case", "服务工单"),
        Stages =
        [
            new("received", new("Received", "已受理")),
            new("assigned", new("Assigned", "已派单")),
            new("in_progress", new("In progress", "处理中")),
            new("resolved", new("Dealt with", "已处理")),
            new("revisited", new("Visited", "已回访")),
            new("closed", new("Closed", "已关闭"), Final: true),
        ],
        Moves =
        [
            new("received", "assigned", "real_estate.case_assigned"),
            new("assigned", "in_progress", "real_estate.case_started"),
            new("received", "in_progress", "real_estate.case_inspected"),
            new("assigned", "in_progress", "real_estate.case_inspected"),
            new("in_progress", "resolved", "real_estate.complaint_closed"),

            // A public register tells when a complaint came in and how it was disposed of, and nothing between.
            new("received", "resolved", "real_estate.complaint_closed"),
            new("assigned", "resolved", "real_estate.complaint_closed"),

            // Nobody closes a case before the client was visited and asked; who is not content takes it back to work.
            new("resolved", "revisited", "real_estate.complaint_visited"),
            new("resolved", "in_progress", "real_estate.case_reopened"),
            new("revisited", "in_progress", "real_estate.case_reopened"),
            new("revisited", "closed", "real_estate.case_confirmed")
            {
                Requires =
                [
                    new("after.resolved.detail.satisfaction >= 0", new("The client's satisfaction with the solution is not recorded.", "尚未登记客户对处理结果的满意度。")),
                    new("matter.open_linked == 0", new("Something the return visit found is still open.", "回访发现的问题尚未解决。")),
                ],
            },
        ],
    };

    public static IPluginBuilder AddServiceDesk(this IPluginBuilder builder) => builder
        .TouchpointKinds(Kinds)
        .MatterTypes(Case)
        .Policies(
            new StagePolicy
            {
                Name = Reply,
                Title = new("Reply to a complaint", "投诉答复"),
                MatterType = MatterType,
                Stage = "received",
                AfterDays = 1,
                Priority = CarePriority.Urgent,
                FulfilledBy = ["real_estate.complaint_replied"],
            },
            new StagePolicy
            {
                Name = ReturnVisit,
                Title = new("Return visit after a complaint", "投诉回访"),
                MatterType = MatterType,
                Stage = "resolved",
                AfterDays = 3,
                InWorkingDays = true,
                Priority = CarePriority.Urgent,
                FulfilledBy = ["real_estate.complaint_visited"],
            });
}
