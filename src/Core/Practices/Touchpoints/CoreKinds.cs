namespace Clientele.Practices.Touchpoints;

/// <summary>The facts that happen with any client.</summary>
internal static class CoreKinds
{
    public static IReadOnlyList<TouchpointKind> All { get; } =
    [
        new() { Name = "core.sale", Title = new("Sale", "成交"), Roles = TouchpointRoles.Sale, Details = [new("title", new("Title", "名称")), new("reference", new("Reference", "编号")), new("period", new("Period", "期间")), new("line", new("Line of business", "业务线")), new("list_amount", new("Amount at list price", "标价金额"), ValueKind.Number)] },
        new() { Name = "core.lead", Title = new("Lead", "线索"), Details = [new("title", new("Title", "名称")), new("line", new("Line of business", "业务线"))] },
        new() { Name = "core.payment", Title = new("Payment received", "回款"), Roles = TouchpointRoles.Payment, Details = [new("reference", new("Reference", "编号")), new("due_on", new("Due on", "到期日"), ValueKind.Date)] },
        Costs.CostKinds.CostKind,
        Costs.CostKinds.BudgetKind,
        new() { Name = "core.visit", Title = new("Visit", "拜访"), Roles = TouchpointRoles.Contact, Details = [new("purpose", new("Purpose", "目的")), new("findings", new("Findings", "回访情况")), new("hours", new("Hours", "工时"), ValueKind.Number)] },
        new() { Name = "core.call", Title = new("Telephone call", "电话"), Roles = TouchpointRoles.Contact },
        new() { Name = "core.call_missed", Title = new("Call without an answer", "未接通电话") },
        new() { Name = "core.message", Title = new("Message exchanged", "往来信息"), Roles = TouchpointRoles.Contact },
        new() { Name = "core.letter_sent", Title = new("Letter sent", "发函"), Details = [new("letter", new("Letter", "函件")), new("reference", new("Reference", "编号"))] },
        new() { Name = "core.letter_bounced", Title = new("Letter came back", "退信"), Details = [new("letter", new("Letter", "函件")), new("reference", new("Reference", "编号")), new("status", new("Status", "状态码"))] },
        new() { Name = "core.complaint", Title = new("Complaint", "投诉"), Roles = TouchpointRoles.Complaint, Details = [new("severity", new("Severity, 1 the worst", "严重程度（1最重）"))] },
        Loyalty.SurveyKinds.AnswerKind,
        new() { Name = "core.self_assessment", Title = new("Self-assessment of an activity", "活动自评"), Details = [new("activity", new("Activity", "活动"), Required: true), new("score", new("Score, 0 to 5", "评分（0至5）"), ValueKind.Number, Required: true), new("note", new("Note", "说明"))] },
        new() { Name = "core.note", Title = new("Note", "备注"), Details = [new("title", new("Title", "名称")), new("reference", new("Reference", "编号"))] },
    ];
}
