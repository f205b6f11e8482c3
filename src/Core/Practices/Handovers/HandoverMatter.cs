namespace Clientele.Practices.Handovers;

/// <summary>A client handed from one employee to another: nothing is accepted that is not complete, and nothing is owned before it is accepted (rows S1-11, S1-12).</summary>
internal static class HandoverMatter
{
    public const string MatterType = "core.handover";
    public const string Prepared = "core.handover_prepared";
    public const string Submitted = "core.handover_submitted";
    public const string Accepted = "core.handover_accepted";
    public const string Rejected = "core.handover_rejected";

    /// <summary>What the file must speak of. Where there is nothing to tell, that is told: an empty section is an omission.</summary>
    public static IReadOnlyList<(DetailField Field, Requirement Requirement)> Contents { get; } =
    [
        Content("contacts", new("Contacts and who decides", "联系人与决策关系")),
        Content("preferences", new("Preferences of the client", "客户偏好")),
        Content("promises", new("Open promises", "未兑现承诺")),
        Content("expectations", new("Expectations and gaps", "客户期望与差距")),
        Content("quotations", new("Quotations and prices", "报价情况")),
        Content("issues", new("Unresolved issues", "未决问题")),
    ];

    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        new()
        {
            Name = Prepared,
            Title = new("Handover prepared", "准备移交"),
            Details =
            [
                new("from", new("Who hands over", "移交人")), new("to", new("Who takes over", "接收人")), new("role", new("Role at the client", "负责角色")),
                new("due", new("To be accepted by", "接收期限"), ValueKind.Date), new("consulted_days", new("Days the giver is still asked", "移交后协助天数"), ValueKind.Number),
                .. Contents.Select(content => content.Field), new("competitors", new("Competitors", "竞争对手情况")),
            ],
        },
        new() { Name = Submitted, Title = new("Handover submitted", "提交移交") },
        new() { Name = Accepted, Title = new("Handover accepted", "接收移交") },
        new() { Name = Rejected, Title = new("Handover rejected", "退回移交"), Details = [new("reason", new("Reason", "原因"), ValueKind.Text, Required: true)] },
    ];

    public static MatterType Type { get; } = new()
    {
        Name = MatterType,
        Title = new("Handover", "客户移交"),
        Stages =
        [
            new("preparing", new("Being prepared", "准备中")), new("submitted", new("Submitted", "待接收")), new("accepted", new("Accepted", "已接收"), Final: true),
        ],
        Moves =
        [
            new("preparing", "submitted", Submitted)
            {
                Requires =
                [
                    .. Contents.Select(content => content.Requirement),
                    new("detail.to != null && detail.role != null", new("Who takes over, and in which role, is not stated.", "未注明接收人及其负责角色。")),
                ],
            },
            new("submitted", "accepted", Accepted),
            new("submitted", "preparing", Rejected),
        ],
    };

    private static (DetailField, Requirement) Content(string name, LocalizedText title) => (
        new DetailField(name, title),
        new Requirement($"detail.{name} != null", new($"'{title.En}' is missing from the file; fill it in, or state that there is nothing.", $"移交资料缺少“{title.Zh}”；请补充，确无内容的请注明。")));
}
