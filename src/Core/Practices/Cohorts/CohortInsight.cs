using System.Globalization;
using Clientele.Analysis.Cohorts;
using Clientele.Practices.History;

namespace Clientele.Practices.Cohorts;

/// <summary>How many of the clients won in a period come back.</summary>
internal sealed class CohortInsight : IInsightComputation
{
    private const int Most = 12;

    public static Insight Insight { get; } = new()
    {
        Name = "core.cohorts",
        Title = new("Cohorts: who comes back", "客户群组留存"),
        Description = new("Clients by the quarter (or, over more than three years, the year) of their first purchase, and the share of them that bought in each one since.", "按首次成交的季度（跨度超过三年时按年）分组，显示各组此后每期仍有成交的比例。"),
        Roles = TouchpointRoles.Sale,
        Computation = new CohortInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var months = await input.MonthsAsync(cancellationToken).Select(month => (month.Client, month.First)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var yearly = months.Count > 0 && input.AsOf.Year - months.Min(month => month.First.Year) >= 3;
        int Period(DateOnly day) => yearly ? day.Year : (day.Year * 4) + ((day.Month - 1) / 3);
        string Label(int period) => yearly ? period.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{period / 4} Q{(period % 4) + 1}");
        var ids = months.Select(month => month.Client).Distinct().ToDictionary(client => client.ToString());
        var found = RetentionTriangle.Of([.. months.GroupBy(month => month.Client).Select(group => new CohortClient(group.Key.ToString(), [.. group.Select(month => Period(month.First))]))], Period(input.AsOf));
        if (!found.IsKnown)
        {
            return Told.Refused(found);
        }

        var cohorts = found.Value.TakeLast(Most).ToList();
        var columns = Enumerable.Range(0, Math.Min(Most, cohorts.Max(cohort => cohort.Active.Count))).ToList();
        var (back, could) = (cohorts.Sum(cohort => cohort.Active.Count > 1 ? cohort.Active[1].Count : 0), cohorts.Sum(cohort => cohort.Active.Count > 1 ? cohort.Clients.Count : 0));
        return new InsightResult
        {
            Figures =
            [
                new("buyers", new("Buyers", "有成交的客户"), found.Value.Sum(cohort => cohort.Clients.Count), MeasureUnit.Count),
                new("next", new("Bought again in the next period", "次期再次成交"), could > 0 ? (decimal)back / could : null, MeasureUnit.Ratio),
            ],
            Tables =
            [
                new(
                    "cohorts", new("Share still buying, by periods since the first purchase", "首次成交后各期仍有成交的比例"),
                    [new("cohort", new("First bought", "首次成交")), new("members", new("Clients", "客户数"), MeasureUnit.Count), .. columns.Select(later => new InsightColumn($"p{later}", LocalizedText.Same($"+{later}"), MeasureUnit.Ratio))],
                    [.. cohorts.Select(cohort => new InsightRow([InsightCell.Same(Label(cohort.First)), (long)cohort.Clients.Count, .. columns.Select(later => Told.Ratio(cohort.Retention(later)))]) { Clients = [.. cohort.Clients.Select(id => ids[id])] })]),
            ],
            Charts = [new(ChartKind.HeatMap, "cohorts", new("Share of each cohort still buying", "各群组仍有成交的比例")) { Label = "cohort", Values = [.. columns.Select(later => $"p{later}")] }],
        };
    }
}
