namespace Clientele.Practices.People;

/// <summary>What a firm remembers of the people at its clients: when to congratulate them, what they decide, what they think of us and what they want.</summary>
internal static class PersonAttributes
{
    public const string Birthday = "core.birthday";
    public const string BirthdayCalendar = "core.birthday_calendar";
    public const string LunarBirthday = "core.lunar_birthday";
    public const string BornInLeapMonth = "core.birthday_leap_month";
    public const string Level = "core.management_level";
    public const string DecisionRole = "core.decision_role";
    public const string Weight = "core.decision_weight";
    public const string Attitude = "core.attitude";
    public const string Needs = "core.project_needs";
    public const string Expectation = "core.stated_expectation";
    public const string Consensus = "core.agreed_consensus";
    public const string LastOneToOne = "core.last_one_to_one";
    public const string Occupation = "core.occupation";

    public static readonly IReadOnlyList<Choice> DecisionRoles =
    [
        new("decider", new("decider", "决策者")), new("approver", new("approver", "审批者")), new("influencer", new("influencer", "影响者")), new("user", new("user", "使用者")), new("gatekeeper", new("gatekeeper", "把关者")),
    ];

    public static readonly IReadOnlyList<AttributeDefinition> All =
    [
        // A day of birth is a Gregorian day, as on an identity card, also of a person who keeps the lunar birthday; where only that one is known, it is month and day.
        Of(Birthday, new("Day of birth (Gregorian)", "出生日期（公历）"), ValueKind.Date),
        Choice(BirthdayCalendar, new("Keeps the birthday by", "过生日所用历法"), new("solar", new("the solar calendar", "公历")), new("lunar", new("the lunar calendar", "农历"))),
        Of(LunarBirthday, new("Lunar birthday, month and day as 08-15", "农历生日（月-日，如08-15）"), ValueKind.Text),
        Of(BornInLeapMonth, new("Born in the leap month", "闰月出生"), ValueKind.Boolean),
        Choice(Level, new("Level of management", "管理层级"), new("top", new("top", "高层")), new("middle", new("middle", "中层")), new("line", new("line", "基层")), new("staff", new("staff", "员工"))),
        Choice(DecisionRole, new("Part in decisions", "决策角色"), [.. DecisionRoles]),
        Number(Weight, new("Weight in decisions (1 to 5)", "决策权重（1至5）"), 1, 5),
        Number(Attitude, new("Attitude to us (−2 to +2)", "对我方态度（−2至+2）"), -2, 2),
        Of(Needs, new("Project needs", "项目需求"), ValueKind.Text),
        Of(Expectation, new("What the person expects of the industry", "对行业发展的期望"), ValueKind.Text),
        Of(Consensus, new("What was agreed with the person", "已达成的共识"), ValueKind.Text),
        Of(LastOneToOne, new("Last talk in private", "最近一次单独沟通"), ValueKind.Date),
        Of(Occupation, new("Occupation", "职业"), ValueKind.Text),
    ];

    private static AttributeDefinition Of(string name, LocalizedText title, ValueKind kind) => new() { Name = name, Title = title, Kind = kind, About = AttributeSubject.Contact };

    private static AttributeDefinition Choice(string name, LocalizedText title, params Choice[] choices) => Of(name, title, ValueKind.Choice) with { Choices = choices };

    private static AttributeDefinition Number(string name, LocalizedText title, decimal least, decimal most) => Of(name, title, ValueKind.Number) with { Least = least, Most = most };
}
