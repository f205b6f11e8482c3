namespace Clientele.Practices.LifeCycle;

/// <summary>What to do when a client enters a stage: tasks that are opened once, and lapse unstarted when it leaves.</summary>
internal static class Playbook
{
    public const string Done = "core.task_done";

    public static TouchpointKind Kind { get; } = new() { Name = Done, Title = new("Task done", "任务完成"), Details = [new("task", new("Task", "任务")), new("result", new("Result", "结果"))] };

    public static IReadOnlyList<Policy> Policies { get; } =
    [
        Task("exploration", "vip_card", new("Register for the VIP card", "办理贵宾卡"), 7),
        Task("exploration", "profile", new("Complete the client's information", "收集完善客户信息"), 14),
        Task("exploration", "order_count", new("Find out how much the client orders in all", "了解客户订单数量"), 21),
        Task("development", "uplift_plan", new("Draw up a plan to raise the value of the cooperation", "制定客户价值提升方案"), 7),
        Task("development", "next_service", new("Introduce a further service", "推介增值服务"), 14),
        Task("development", "yearly_goal", new("Agree on a goal for the year", "商定年度合作目标"), 28),
        Task("stability", "deepen", new("Visit at management level", "高层走访，深化关系"), 14),
        Task("stability", "potential", new("Review the potential value", "评估潜在价值"), 28),
        Task("decline", "diagnose", new("Diagnose why the client withdraws", "诊断衰退原因"), 7),
        Task("decline", "recover", new("Offer a way back", "提出挽回方案"), 14),
        Task("decline", "decide", new("Decide: recover or release", "决定挽回或放弃"), 28),
    ];

    private static SegmentPolicy Task(string stage, string name, LocalizedText title, int days) => new()
    {
        Name = $"core.playbook_{stage}_{name}",
        Title = title,
        Scheme = "core.life_cycle",
        Segment = stage,
        AfterDays = days,
        FulfilledBy = [Done],
    };
}
