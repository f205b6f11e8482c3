namespace Clientele.Practices.Value;

/// <summary>Recency, frequency and monetary amount, as Hughes (Strategic Database Marketing, 1994) names them, and how often the client was really reached.</summary>
internal static class CoreMeasures
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        Sale("core.sales", new("Sales", "累计销售额"), Aggregate.Sum, Window.AllTime, MeasureUnit.Money, new("The amounts of all sales.", "全部成交金额之和。")),
        Sale("core.sales_12m", new("Sales in 12 months", "近12个月销售额"), Aggregate.Sum, Window.Months(12), MeasureUnit.Money, new("The amounts of the sales of the last twelve months: annual sales.", "近12个月成交金额之和，即年销售额。")) with { Indicator = new(ValueDimension.Finance, "volume") },
        Sale("core.sales_year", new("Sales this year", "本年销售额"), Aggregate.Sum, Window.CalendarYear, MeasureUnit.Money, new("The amounts of the sales since 1 January.", "本年1月1日以来的成交金额之和。")),
        Sale("core.sales_count", new("Number of sales", "成交次数"), Aggregate.Count, Window.AllTime, MeasureUnit.Count, new("How often the client bought: frequency.", "客户成交的次数（频率）。")),
        Sale("core.sales_count_12m", new("Number of sales in 12 months", "近12个月成交次数"), Aggregate.Count, Window.Months(12), MeasureUnit.Count, new("How often the client bought in the last twelve months.", "近12个月的成交次数。")),
        Sale("core.sale_average", new("Mean sale", "平均成交额"), Aggregate.Average, Window.AllTime, MeasureUnit.Money, new("The mean amount of a sale; missing before the first.", "单次成交的平均金额；尚无成交时缺失。")),
        Sale("core.recency", new("Days since the last sale", "距上次成交天数"), Aggregate.DaysSinceLast, Window.AllTime, MeasureUnit.Days, new("Days from the last sale to the as-of day: recency; missing before the first.", "上次成交至基准日的天数（近度）；尚无成交时缺失。")),
        Sale("core.tenure", new("Days since the first sale", "合作天数"), Aggregate.DaysSinceFirst, Window.AllTime, MeasureUnit.Days, new("Days from the first sale to the as-of day; missing before it.", "首次成交至基准日的天数；尚无成交时缺失。")),
        Reached("core.days_since_touch", new("Days since the last touch", "距上次接触天数"), Aggregate.DaysSinceLast, Window.AllTime, MeasureUnit.Days, new("Days since the client was last really reached; an attempt without an answer does not count.", "距上次有效接触的天数；未接通的尝试不计。")),
        Reached("core.touches_12m", new("Touches in 12 months", "近12个月接触次数"), Aggregate.Count, Window.Months(12), MeasureUnit.Count, new("How often the client was really reached in the last twelve months.", "近12个月的有效接触次数。")) with { Indicator = new(ValueDimension.Learning, "exchange") },
        new FactMeasure { Name = "core.complaints_12m", Title = new("Complaints in 12 months", "近12个月投诉次数"), Unit = MeasureUnit.Count, Aggregate = Aggregate.Count, Roles = TouchpointRoles.Complaint, Window = Window.Months(12), Description = new("How often the client complained in the last twelve months.", "近12个月的投诉次数。"), Indicator = new(ValueDimension.Management, "effort", LessIsBetter: true) },
        new FactMeasure { Name = "core.service_hours_12m", Title = new("Hours in 12 months", "近12个月服务工时"), Aggregate = Aggregate.Sum, Kinds = ["core.visit"], Detail = "hours", Window = Window.Months(12), Description = new("The hours booked on visits in the last twelve months.", "近12个月拜访所登记的工时之和。") },
        new FactMeasure { Name = "core.payments_12m", Title = new("Payments in 12 months", "近12个月回款"), Unit = MeasureUnit.Money, Aggregate = Aggregate.Sum, Roles = TouchpointRoles.Payment, Window = Window.Months(12), Description = new("The payments received in the last twelve months.", "近12个月收到的款项之和。") },
        new FactMeasure { Name = "core.payments", Title = new("Payments", "累计回款"), Unit = MeasureUnit.Money, Aggregate = Aggregate.Sum, Roles = TouchpointRoles.Payment, Description = new("All payments received.", "全部回款之和。") },
        new FactMeasure { Name = "core.cost_12m", Title = new("Costs in 12 months", "近12个月费用"), Unit = MeasureUnit.Money, Aggregate = Aggregate.Sum, Roles = TouchpointRoles.Cost, Window = Window.Months(12), Description = new("What was spent on the client in the last twelve months.", "近12个月用于该客户的支出之和。") },
        new FactMeasure { Name = "core.survey_score_12m", Title = new("Survey score in 12 months", "近12个月满意度评分"), Aggregate = Aggregate.Average, Kinds = ["core.survey_answer"], Detail = "score", Window = Window.Months(12), Description = new("The mean score of the survey answers of the last twelve months; missing without one.", "近12个月满意度评分的均值；无答复时缺失。") },
    ];

    private static FactMeasure Sale(string name, LocalizedText title, Aggregate aggregate, Window window, MeasureUnit unit, LocalizedText description) =>
        new() { Name = name, Title = title, Aggregate = aggregate, Roles = TouchpointRoles.Sale, Window = window, Unit = unit, Description = description };

    private static FactMeasure Reached(string name, LocalizedText title, Aggregate aggregate, Window window, MeasureUnit unit, LocalizedText description) =>
        new() { Name = name, Title = title, Aggregate = aggregate, Roles = TouchpointRoles.Contact, Window = window, Unit = unit, Description = description };
}
