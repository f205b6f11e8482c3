using System.Globalization;

namespace Clientele.DesignInstitute;

/// <summary>How many days the latest of the client's milestones is behind: against the day it was reached, or against today while it is not.</summary>
internal sealed class Milestones : IHistoryComputation
{
    public const string Slip = "design_institute.milestone_slip";
    public const string Planned = "design_institute.milestone_planned";
    public const string Reached = "design_institute.milestone_reached";

    private static readonly DetailField Name = new("milestone", new("Milestone", "里程碑"), Required: true);

    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        new() { Name = Planned, Title = new("Milestone planned", "计划里程碑"), Details = [Name, new("planned_on", new("Planned for", "计划日期"), ValueKind.Date, Required: true)] },
        new() { Name = Reached, Title = new("Milestone reached", "达成里程碑"), Details = [Name] },
    ];

    public static Measure Measure { get; } = new HistoryMeasure
    {
        Name = Slip,
        Title = new("Days behind at the worst milestone", "里程碑最大滞后天数"),
        Unit = MeasureUnit.Days,
        Description = new("Of the milestones reached in the last year or not yet, the one furthest behind its planned day; 0 when none is behind.", "近一年达成或尚未达成的里程碑中滞后最多的天数；均未滞后为0。"),
        Kinds = [Planned, Reached],
        Singly = true,
        Computation = new Milestones(),
    };

    public MeasureResult Compute(HistoryInput input)
    {
        var slips = input.Facts.Where(fact => fact.Kind == Planned && fact.Details.Day("planned_on") is not null).GroupBy(fact => fact.Details.Text("milestone"), StringComparer.Ordinal)
            .Select(planned => (planned.Key, Planned: planned.Last().Details.Day("planned_on")!.Value, Reached: input.Facts.Where(fact => fact.Kind == Reached && fact.Details.Text("milestone") == planned.Key).Select(fact => (DateOnly?)fact.First).FirstOrDefault()))
            .Where(milestone => milestone.Reached is null || milestone.Reached > input.AsOf.AddYears(-1))
            .Select(milestone => (milestone.Key, Days: (milestone.Reached ?? input.AsOf).DayNumber - milestone.Planned.DayNumber)).ToList();
        if (slips.Count == 0)
        {
            return MeasureResult.Missing(new("no milestone is planned", "未登记里程碑"));
        }

        var (name, days) = slips.MaxBy(slip => slip.Days);
        return days <= 0 ? MeasureResult.Of(0) : new(days, [new("milestone", new(
            string.Create(CultureInfo.InvariantCulture, $"{name}: {days} days behind"),
            string.Create(CultureInfo.InvariantCulture, $"{name}：滞后{days}天")))]);
    }
}
