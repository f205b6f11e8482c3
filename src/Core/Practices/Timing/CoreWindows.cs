namespace Clientele.Practices.Timing;

/// <summary>When not to propose business to a client, and when to (row S1-20).</summary>
internal static class CoreWindows
{
    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        new() { Name = "core.dispute_opened", Title = new("Payment dispute raised", "付款争议") },
        new() { Name = "core.dispute_settled", Title = new("Payment dispute settled", "付款争议解决") },
        new() { Name = "core.leadership_changed", Title = new("Change of leadership at the client", "客户领导变动") },
        new() { Name = "core.milestone_reached", Title = new("Milestone reached", "达成里程碑") },
    ];

    public static IReadOnlyList<AttributeDefinition> Attributes { get; } =
        [new() { Name = "core.in_difficulty", Title = new("Client in difficulty", "客户有难处"), Kind = ValueKind.Boolean }];

    public static void Add(IPluginBuilder builder)
    {
        var cooling = builder.Setting(new WholeSetting { Name = "complaint_cooling_days", Title = new("Days to wait after a severe complaint is closed", "重大投诉结案后的等待天数"), Default = 7, Least = 0, Most = 365 });
        builder.TouchpointKinds(Kinds).Attributes(Attributes).Windows(
            new EventWindow
            {
                Name = "core.severe_complaint", Title = new("Severe complaint", "重大投诉"), OpenedBy = ["core.complaint"], Where = new Dictionary<string, string>(StringComparer.Ordinal) { ["severity"] = "1" },
                ClosedBy = ["core.complaint_closed"], CoolingDays = cooling,
            },
            new EventWindow { Name = "core.payment_dispute", Title = new("Payment dispute", "付款争议"), OpenedBy = ["core.dispute_opened"], ClosedBy = ["core.dispute_settled"] },
            new EventWindow { Name = "core.leadership_change", Title = new("Change of leadership", "领导变动"), OpenedBy = ["core.leadership_changed"], Days = 30 },
            new RuleWindow { Name = "core.client_in_difficulty", Title = new("Client in difficulty", "客户有难处"), When = "core.in_difficulty == true" },
            new CalendarWindow { Name = "core.holidays", Title = new("Holidays", "节假日"), Days = [new(new(2000, 1, 1), new(2000, 1, 1)), new(new(2000, 10, 1), new(2000, 10, 7))], EveryYear = true, OverridableBy = "" },
            new CalendarWindow { Name = "core.budget_season", Title = new("Budget season", "预算季"), Effect = WindowEffect.Favours, Days = [new(new(2000, 11, 1), new(2000, 12, 15))], EveryYear = true },
            new EventWindow { Name = "core.after_milestone", Title = new("After a milestone", "里程碑之后"), Effect = WindowEffect.Favours, OpenedBy = ["core.milestone_reached"], Days = 14 },
            new RuleWindow { Name = "core.good_survey", Title = new("Satisfied client", "客户满意"), Effect = WindowEffect.Favours, When = "core.survey_score_12m >= 9" });
    }
}
