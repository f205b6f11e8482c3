namespace Clientele.Practices.Complaints;

/// <summary>A complaint from its receipt to the visit after it: resolved is not closed (row S0-09).</summary>
internal static class ComplaintCase
{
    public const string MatterType = "core.complaint_case";

    private const string Resolved = "core.complaint_resolved";
    private const string Visited = "core.complaint_visited";
    private const string Reopened = "core.complaint_reopened";
    private const string Closed = "core.complaint_closed";

    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        new() { Name = Resolved, Title = new("Complaint resolved", "投诉处理完毕"), Details = [new("disposition", new("What was done", "处理结果"))] },
        new()
        {
            Name = Visited,
            Title = new("Return visit after a complaint", "投诉回访"),
            Roles = TouchpointRoles.Contact,
            Details = [new("satisfaction", new("Satisfaction, 1 to 10", "满意度（1至10分）"), ValueKind.Number), new("findings", new("Findings", "回访情况"))],
        },
        new() { Name = Reopened, Title = new("Complaint taken up again", "投诉重新处理") },
        new() { Name = Closed, Title = new("Complaint closed", "投诉结案"), Details = [new("satisfaction", new("Satisfaction, 1 to 10", "满意度（1至10分）"), ValueKind.Number)] },
    ];

    public static MatterType Type { get; } = new()
    {
        Name = MatterType,
        Title = new("Complaint", "投诉"),
        Stages = [new("received", new("Received", "已受理")), new("resolved", new("Resolved", "已处理")), new("closed", new("Closed", "已结案"), Final: true)],
        Moves =
        [
            new("received", "resolved", Resolved),
            new("resolved", "received", Reopened),
            new("resolved", "closed", Closed)
            {
                Requires =
                [
                    new($"after.resolved.count.{Visited} >= 1", new("The client has not been visited since the complaint was resolved; make the return visit first.", "投诉处理完毕后尚未回访，请先完成投诉回访。")),
                    new("after.resolved.detail.satisfaction >= 0", new("The client's satisfaction with the solution is not recorded; ask for it and record the score.", "尚未登记客户对处理结果的满意度，请征询并登记评分。")),
                    new("matter.open_linked == 0", new("Something the visit found is still open; settle it first.", "回访发现的问题尚未解决，请先处理。")),
                ],
            },
        ],
    };
}
