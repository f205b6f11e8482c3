namespace Clientele.RealEstate.Probation;

/// <summary>Who is on probation on which terms, how each criterion was rated, and what mentor and employee said of it (row S2-53).</summary>
internal static class ProbationRegisters
{
    public const string Terms = "real_estate.probation";
    public const string Ratings = "real_estate.probation_rating";
    public const string Feedback = "real_estate.probation_feedback";

    private static readonly Choice[] ForService =
    [
        new("duties", new("Duties of the post", "岗位职责")), new("attitude", new("Attitude", "工作态度")), new("communication", new("Communication", "沟通能力")),
        new("expertise", new("Professional knowledge", "专业水平")), new("overall", new("Overall impression", "综合表现")),
    ];

    private static readonly Choice[] General =
    [
        new("ability", new("Ability", "工作能力")), new("conduct", new("Professional conduct", "职业素养")), new("teamwork", new("Team spirit", "团队精神")),
    ];

    private static readonly RegisterField Employee = new("employee", new("Employee", "员工"));

    public static IReadOnlyList<RegisterDefinition> All { get; } =
    [
        new()
        {
            Name = Terms,
            Title = new("Probation", "试用期"),
            Description = new("New employees of client relations: when they began, whether time or workload ends the probation, by which criteria they are rated, and who guides them.", "客户关系岗位新员工的试用期：入职日期、按时间或工作量、评估标准与带教人。"),
            Fields =
            [
                Employee, new("started_on", new("Began on", "试用开始日期"), ValueKind.Date) { Required = true },
                new("basis", new("Ends by", "期满依据"), ValueKind.Choice) { Required = true, Choices = [new("months", new("Time", "时间")), new("cases", new("Workload", "工作量"))] },
                new("months", new("Months, 1 to 3", "试用月数（1至3个月）"), ValueKind.Number), new("cases", new("Cases to close", "应办结工单数"), ValueKind.Number),
                new("criteria", new("Criteria", "评估标准"), ValueKind.Choice) { Required = true, Choices = [new("customer_service", new("Customer service", "客户服务岗")), new("general", new("General", "通用"))] },
                new("mentor", new("Mentor", "带教人")) { Required = true }, new("training", new("Training", "培训内容")),
                new("expected", new("Score expected of this employee", "个人期望分值"), ValueKind.Number),
            ],
            Key = ["employee"],
        },
        new()
        {
            Name = Ratings,
            Title = new("Ratings on probation", "试用期评分"),
            Description = new("One score from 0 to 100 for each criterion; a blank weight counts 1.", "每项标准一个评分（0至100分）；未填权重按1计。"),
            Fields =
            [
                Employee, new("criterion", new("Criterion", "评估项目"), ValueKind.Choice) { Choices = [.. ForService, .. General] },
                new("score", new("Score, 0 to 100", "评分（0至100分）"), ValueKind.Number) { Required = true }, new("weight", new("Weight", "权重"), ValueKind.Number),
            ],
            Key = ["employee", "criterion"],
        },
        new()
        {
            Name = Feedback,
            Title = new("Feedback on probation", "试用期反馈"),
            Description = new("What the mentor says of the employee, and the employee of the guidance.", "带教人对员工的评价，以及员工对带教的反馈。"),
            Fields =
            [
                Employee, new("from", new("From", "反馈方"), ValueKind.Choice) { Choices = [new("mentor", new("Mentor", "带教人")), new("employee", new("Employee", "员工"))] },
                new("given_on", new("Given on", "反馈日期"), ValueKind.Date), new("text", new("Feedback", "反馈内容")) { Required = true },
            ],
            Key = ["employee", "from", "given_on"],
        },
    ];

    /// <summary>What somebody is rated by.</summary>
    public static IReadOnlyList<Choice> Criteria(RegisterEntry terms) => terms.Text("criteria") == "general" ? General : ForService;

    public static IPluginBuilder AddProbation(this IPluginBuilder builder) => builder
        .Registers(All)
        .Insights(ProbationInsight.Insight)
        .Reports(new ReportDefinition
        {
            Name = "real_estate.probation_summary",
            Title = new("Summary of probation", "试用期总结"),
            Template = "probation",
            Insights = [ProbationInsight.Insight.Name],
        });
}
