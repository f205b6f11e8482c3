namespace Clientele.Practices.RelationshipClasses;

/// <summary>The median time between sales. Sums of months give the days of the first and the last sale of a month; further ones of the same month are taken as evenly spread between them.</summary>
internal sealed class SaleInterval : IHistoryComputation
{
    public static Measure Measure { get; } = new HistoryMeasure
    {
        Name = "core.sale_interval",
        Title = new("Median days between sales", "成交间隔天数中位数"),
        Unit = MeasureUnit.Days,
        Description = new("Half of the times between two sales are shorter; missing before the second sale.", "相邻两次成交间隔天数的中位数；第二次成交前缺失。"),
        Roles = TouchpointRoles.Sale,
        Computation = new SaleInterval(),
    };

    public MeasureResult Compute(HistoryInput input) => Median(input) with { HoldsUntil = DateOnly.MaxValue };

    private static MeasureResult Median(HistoryInput input)
    {
        var days = input.Facts.SelectMany(Days).Order().ToList();
        if (days.Count < 2)
        {
            return MeasureResult.Missing(new("There are fewer than two sales.", "成交不足两次。"));
        }

        var intervals = days.Zip(days.Skip(1), (one, next) => next - one).Order().ToList();
        var middle = intervals.Count / 2;
        return MeasureResult.Of(intervals.Count % 2 == 1 ? intervals[middle] : (intervals[middle - 1] + intervals[middle]) / 2);
    }

    private static IEnumerable<decimal> Days(HistoryFact fact)
    {
        var length = fact.Last.DayNumber - fact.First.DayNumber;
        for (var number = 0L; number < fact.Count; number++)
        {
            yield return fact.First.DayNumber + (fact.Count == 1 ? 0 : (decimal)length * number / (fact.Count - 1));
        }
    }
}
