namespace Clientele.Practices.ClientPortfolio;

/// <summary>Relationship value beside responsiveness: whom to pursue, whom to win back, whom to develop cheaply, whom to leave at the least.</summary>
internal static class Portfolio
{
    public static Scheme Scheme { get; } = new MatrixScheme
    {
        Name = "core.portfolio",
        Title = new("Client portfolio", "客户组合分析"),
        Description = new("Relationship value by responsiveness, each cut at the median of the clients.", "按关系价值与反应度划分，分界为全体客户的中位数。"),
        Source = "Client portfolio analysis, text 001",
        Rows = new(new("Relationship value", "关系价值"), "core.relationship_value", [AxisCut.Median]),
        Columns = new(new("Responsiveness", "反应度"), "core.responsiveness", [AxisCut.Median]),
        Cells =
        [
            new("pursue", new("Pursue (high value, high response)", "重点追求（高价值、高反应）"), 1, 1),
            new("repair", new("Repair (high value, low response)", "修复关系（高价值、低反应）"), 1, 0),
            new("develop", new("Develop cheaply (low value, high response)", "低成本培育（低价值、高反应）"), 0, 1),
            new("minimal", new("Minimal (low value, low response)", "最低投入（低价值、低反应）"), 0, 0),
        ],
        Treatments = new Dictionary<string, Treatment>(StringComparer.Ordinal)
        {
            ["pursue"] = new() { Strategy = new("Put the best people on them; raise the value of every project.", "投入最优资源，逐项提升合作价值。"), CapacityWeight = 50, Priority = 3 },
            ["repair"] = new() { Strategy = new("Find out why they do not answer, and put it right before offering anything.", "先查明不响应的原因并加以改善，再谈新的合作。"), CapacityWeight = 25, Priority = 2 },
            ["develop"] = new() { Strategy = new("Stay in touch at little cost, by letter and telephone; look for larger needs.", "以信函、电话等低成本方式保持联系，发掘更大需求。"), CapacityWeight = 15, Priority = 1 },
            ["minimal"] = new() { Strategy = new("Answer when asked.", "有问必答，不主动投入。"), CapacityWeight = 10 },
        },
    };
}
