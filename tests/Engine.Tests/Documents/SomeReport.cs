using Clientele.Documents;

namespace Clientele.Tests.Documents;

/// <summary>Ordinary facts of a report for tests: ten clients of four classes, some with names that mean something in HTML.</summary>
internal static class SomeReport
{
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    private static readonly (string Name, decimal Value, int Segment)[] Rows =
    [
        ("杭州市城市建设发展中心", 98_000_000m, 0), ("绿城置业有限公司", 61_500_000m, 1), ("O'Neill & Sons <Pty> Ltd", 40_250_000m, 1), ("滨江区教育局", 22_000_000m, 0),
        ("浙东机械厂", 9_800_000m, 2), ("\"星海\"酒店管理", 5_400_000m, 2), ("陈建国", 1_250_000m, 3), ("钱塘医院", 800_000m, 0), ("Harbour Cold Storage", 350_000m, 2), ("李静", 0m, 3),
    ];

    private static readonly Segment[] Segments =
        [new("government", new("Public body", "政府及事业单位")), new("developer", new("Developer", "房地产开发企业")), new("enterprise", new("Enterprise", "企业自建")), new("person", new("Private owner", "个人业主"))];

    private static readonly Stage[] Stages =
        [new("bidding", new("Bidding", "投标")), new("signed", new("Signed", "已签约")), new("executing", new("Under construction", "在建")), new("completed", new("Completed", "已竣工"), Final: true)];

    public static ReportFacts Facts() => new()
    {
        Report = new ReportDefinition { Name = "contractor.clients", Title = new("Owners and projects", "业主与项目分析报告"), Template = "clients", Scheme = "contractor.owner_class", Measure = "core.sales", MatterType = "contractor.project", Policies = ["contractor.return_visits"] },
        AsOf = AsOf,
        Currency = "CNY",
        Firm = SomeLetter.Firm,
        Totals = new ReportTotals(Rows.Length, 143, 12, Rows.Sum(row => row.Value)) { FollowUps = 3 },
        Segments = [.. Segments.Select((segment, index) => new ReportSegment(segment, Rows.Count(row => row.Segment == index), Rows.Where(row => row.Segment == index).Sum(row => row.Value)))],
        Clients = [.. Rows.Select(Client)],
        Concentration = Concentration.Of([.. Rows.Select(row => row.Value)], Rows.Length),
        Stages = [.. Stages.Select((stage, index) => new ReportStage(stage, 2 + index % 3))],
        Matters = [.. Enumerable.Range(0, 5).Select(Matter)],
        Months = [.. Enumerable.Range(0, 12).Select(month => new ReportMonth(new DateOnly(2025, 4, 1).AddMonths(month), 5 + month, month % 4 == 3 ? 0 : 4_000_000m + month * 1_700_000m))],
        FollowUps = [.. Enumerable.Range(0, 3).Select(FollowUp)],
        Invented = true,
    };

    private static ReportClient Client((string Name, decimal Value, int Segment) row, int index) => new(
        index + 1,
        new Client { Id = ClientId.From("test", $"r{index}"), Name = row.Name, ExternalId = $"R-{index:000}", Since = new(2024, 1, 1) },
        Segments[row.Segment].Title,
        row.Value,
        Rows.Take(index + 1).Sum(other => other.Value),
        index % 4 == 3 ? null : AsOf.AddDays(-10 - index * 17),
        index % 5 == 4 ? "" : "王芳");

    private static ReportMatter Matter(int index)
    {
        var id = MatterId.From("test", $"m{index}");
        var stage = Stages[index % 3];
        var matter = new Matter { Id = id, Client = ClientId.From("test", $"r{index}"), Type = "contractor.project", Title = $"滨江文化中心{index + 1}期 <b>工程</b>", OpenedOn = new(2024, 6, 1 + index), ExternalId = $"HT-{index}" };
        return new ReportMatter(
            new MatterFacts(matter, new("Project", "工程项目"), new MatterStage(id, stage.Name, new(2025, 9, 1 + index), null, null), stage.Title)
            {
                Details = [new DetailFact("due_on", ValueKind.Date, index == 0 ? "2026-02-28" : "2026-12-31")],
                Amount = index == 4 ? 0 : 12_000_000m * (index + 1),
            },
            Rows[index].Name);
    }

    private static ReportFollowUp FollowUp(int index) => new(
        new FollowUp
        {
            Id = FollowUpId.From("test", $"f{index}"), Client = ClientId.From("test", $"r{index}"), Policy = "contractor.return_visits", DueOn = AsOf.AddDays(index * 9 - 18), CountsFrom = AsOf.AddDays(-100), Owner = index == 1 ? "" : "王芳",
            Reasons = [new Reason("cadence", new("Visited every 90 days.", "每90天回访一次。")), new Reason("last_touch", new("Last visit: 2025-12-18.", "上次回访:2025-12-18。"))],
        },
        new("Regular return visit", "例行回访"),
        Rows[index].Name);
}
