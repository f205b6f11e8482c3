namespace Clientele.DesignInstitute;

/// <summary>Planned, earned and spent value of the work in hand; the client is told of a slip before having to ask (row S2-16).</summary>
internal static class EarnedValue
{
    public const string Scheme = "design_institute.delivery";
    public const string Notice = "design_institute.progress_notice_due";

    public static IPluginBuilder AddEarnedValue(this IPluginBuilder builder) => builder
        .TouchpointKinds([
            .. Milestones.Kinds,
            new TouchpointKind { Name = "design_institute.value_planned", Title = new("Work planned to this day", "计划完成产值") },
            new TouchpointKind { Name = "design_institute.value_earned", Title = new("Work done", "实际完成产值") },
            new TouchpointKind { Name = "design_institute.cost_spent", Title = new("Cost spent", "实际成本"), Roles = TouchpointRoles.Cost },
            new TouchpointKind { Name = "design_institute.progress_reported", Title = new("Progress reported to the client", "向客户通报进度"), Roles = TouchpointRoles.Contact, Details = [new("cause", new("Cause of the slip", "滞后原因")), new("measures_taken", new("What is done about it", "补救措施"))] }])
        .Insights(ValueLedger.Insight)
        .Measures(
            Milestones.Measure,
            ValueLedger.ServiceValue,
            Sum("design_institute.planned_value", new("Planned value (PV)", "计划产值（PV）"), "design_institute.value_planned"),
            Sum("design_institute.earned_value", new("Earned value (EV)", "挣值（EV）"), "design_institute.value_earned"),
            Sum("design_institute.actual_cost", new("Actual cost (AC)", "实际成本（AC）"), "design_institute.cost_spent"),
            Index("design_institute.spi", new("Schedule performance (SPI = EV/PV)", "进度绩效指数（SPI=EV/PV）"), "design_institute.planned_value"),
            Index("design_institute.cpi", new("Cost performance (CPI = EV/AC)", "成本绩效指数（CPI=EV/AC）"), "design_institute.actual_cost"))
        .Schemes(new RuleScheme
        {
            Name = Scheme,
            Title = new("Delivery", "履约进度"),
            Rules =
            [
                new("slipping", new("Behind by more than 5 % or two weeks", "进度滞后超过5%或里程碑滞后超过两周"), "design_institute.spi < 0.95 || design_institute.milestone_slip > 14"),
                new("on_track", new("On track", "进度正常"), "design_institute.spi >= 0.95 || design_institute.milestone_slip <= 14"),
            ],
        })
        .Policies(new CadencePolicy
        {
            Name = Notice,
            Title = new("Tell the client about the slip", "进度滞后通报"),
            Scheme = Scheme,
            EveryDays = new Dictionary<string, int>(StringComparer.Ordinal) { ["slipping"] = 7 },
            OwnerRole = "project_manager",
            FulfilledBy = ["design_institute.progress_reported"],
        });

    private static FactMeasure Sum(string name, LocalizedText title, string kind) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Money,
        Aggregate = Aggregate.Sum,
        Kinds = [kind],
    };

    private static ComputedMeasure Index(string name, LocalizedText title, string against) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Ratio,
        Reads = ["design_institute.earned_value", against],
        Computation = new EarnedRatio(against),
    };
}
