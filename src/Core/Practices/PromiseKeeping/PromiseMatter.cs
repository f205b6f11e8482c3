using Clientele.Practices.Loyalty;

namespace Clientele.Practices.PromiseKeeping;

/// <summary>A promise from the request to the evidence (rows S1-23, S1-24). It belongs to the client and not to who made it, so that it survives a handover.</summary>
internal static class PromiseMatter
{
    public const string MatterType = "core.promise";
    public const string Requested = "core.promise_requested";
    public const string Approved = "core.promise_approved";
    public const string Declined = "core.promise_declined";
    public const string Broken = "core.promise_broken";

    private static readonly DetailField Reference = new("reference", new("Reference", "编号"));
    private static readonly DetailField At = new("at", new("At what time, as 09:30", "时刻（如 09:30）"));
    private static readonly DetailField Role = new("approver_role", new("Role of who answered", "答复人角色"), ValueKind.Text, Required: true);

    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        new()
        {
            Name = Requested,
            Title = new("Promise asked for", "客户要求承诺"),
            Details =
            [
                Reference, At,
                new("promise", new("What is to be promised", "拟承诺内容"), ValueKind.Text, Required: true),
                new("due", new("To be kept by", "兑现期限"), ValueKind.Date),
                new("authority", new("Role that may approve it", "有权批准的角色"), ValueKind.Text, Required: true),
                new("reply_hours", new("Hours until our reply", "答复时限（小时）"), ValueKind.Number, Required: true),
            ],
        },
        new() { Name = Approved, Title = new("Promise approved", "批准承诺"), Details = [Reference, At, Role, new("due", new("To be kept by", "兑现期限"), ValueKind.Date)] },
        new() { Name = Declined, Title = new("Promise declined", "不予承诺"), Details = [Reference, At, Role, new("reason", new("Reason", "原因"))] },
        new() { Name = SurveyKinds.PromiseMade, Title = new("Promise made", "作出承诺"), Details = [Reference, new("promise", new("What was promised", "承诺内容")), new("due", new("Due", "到期日"), ValueKind.Date, Required: true)] },
        new() { Name = SurveyKinds.PromiseKept, Title = new("Promise kept", "兑现承诺"), Details = [Reference, new("evidence", new("Evidence", "凭据"))] },
        new() { Name = Broken, Title = new("Promise not kept", "未能兑现承诺"), Details = [Reference, new("reason", new("Reason", "原因"))] },
    ];

    public static MatterType Type { get; } = new()
    {
        Name = MatterType,
        Title = new("Promise", "承诺"),
        Stages =
        [
            new("requested", new("Asked for, not approved", "待批准")),
            new("open", new("Promised", "待兑现")),
            new("kept", new("Kept", "已兑现"), Final: true) { Success = true },
            new("broken", new("Not kept", "未兑现"), Final: true),
            new("declined", new("Declined", "不予承诺"), Final: true),
        ],
        Moves =
        [
            new("requested", "open", Approved)
            {
                Requires =
                [
                    new($"count.{Requested} >= 1", new("What is to be promised was not written down; record the request first.", "尚未登记拟承诺的内容，请先登记要求。")),
                    new("detail.approver_role == detail.authority", new("Only the holder of the role that the request names may approve it.", "只有要求中指定的角色有权批准。")),
                ],
            },
            new("requested", "declined", Declined),

            // A contract or a register tells of a promise that is made already, by whoever may.
            new("requested", "open", SurveyKinds.PromiseMade),
            new("open", "kept", SurveyKinds.PromiseKept)
            {
                Requires = [new("detail.evidence != null", new("There is no evidence that it was kept; name it.", "缺少兑现凭据，请注明。"))],
            },
            new("open", "broken", Broken),
        ],
    };
}
