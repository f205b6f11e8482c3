namespace Clientele.Practices.Remedies;

/// <summary>Something went wrong on the client's side: both sides mend it together, and nobody blames (row S1-22).</summary>
internal static class ClientIncident
{
    private const string Ours = "core.remedy_ours";
    private const string Theirs = "core.remedy_client";

    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        Action(Ours, new("Remedy: what we do", "补救措施（我方）")),
        Action(Theirs, new("Remedy: what the client does", "补救措施（客户方）")),
        new() { Name = "core.remedy_agreed", Title = new("Joint remedy plan agreed", "共同补救方案商定"), Roles = TouchpointRoles.Contact },
        new() { Name = "core.remedy_done", Title = new("Joint remedy carried out", "共同补救完成") },
    ];

    public static MatterType Type { get; } = new()
    {
        Name = "core.client_incident",
        Title = new("Error on the client's side", "客户方失误的共同补救"),
        Stages = [new("noticed", new("Noticed", "已发现")), new("planned", new("Plan agreed", "方案已商定")), new("done", new("Mended", "已补救"), Final: true)],
        Moves =
        [
            new("noticed", "planned", "core.remedy_agreed")
            {
                Requires =
                [
                    new($"count.{Ours} >= 1", new("The plan has no action of ours; a joint remedy has at least one, with its day.", "方案中没有我方的措施；共同补救至少应有一项我方措施并注明日期。")),
                    new($"count.{Theirs} >= 1", new("The plan has no action of the client's; a joint remedy has at least one, with its day.", "方案中没有客户方的措施；共同补救至少应有一项客户方措施并注明日期。")),
                ],
            },
            new("planned", "done", "core.remedy_done"),
        ],
    };

    private static TouchpointKind Action(string name, LocalizedText title) => new()
    {
        Name = name,
        Title = title,
        Details = [new("action", new("Action", "措施"), ValueKind.Text, Required: true), new("due", new("Due", "到期日"), ValueKind.Date, Required: true)],
    };
}
