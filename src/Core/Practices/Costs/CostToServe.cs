using Clientele.Analysis.CostLedger;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Costs;

/// <summary>What serving a client cost in a year: hours at the client's rate and what was paid out, for service and retention.</summary>
internal sealed class CostToServe : IHistoryComputation
{
    public static Measure Measure { get; } = new HistoryMeasure
    {
        Name = "core.cost_to_serve",
        Title = new("Cost to serve in 12 months", "近12个月服务成本"),
        Unit = MeasureUnit.Money,
        Description = new("Hours at the cost of a working hour, and money spent, on serving and keeping the client in the last twelve months; missing when hours are booked and their rate is not known.", "近12个月用于服务和维系该客户的工时成本与支出之和；有工时而无费率时缺失。"),
        Source = "Activity-based costing, text 002",
        Kinds = [CostKinds.Cost],
        Indicator = new(ValueDimension.Management, "effort", LessIsBetter: true),
        Singly = true,
        Reads = [CostKinds.HourlyRate],
        Computation = new CostToServe(),
    };

    public MeasureResult Compute(HistoryInput input)
    {
        var from = input.AsOf.YearBegin();
        var spent = default(Spent);
        foreach (var fact in input.Facts.Where(fact => fact.First >= from && fact.Details.Text("purpose") is CostKinds.Service or CostKinds.Retention))
        {
            spent += new Spent(fact.Amount, fact.Details.Number("hours") ?? 0);
        }

        return spent.Hours > 0 && input.Number(CostKinds.HourlyRate) is null
            ? MeasureResult.Missing(new("Hours are booked, but the cost of a working hour is not known.", "已登记工时，但每工时成本未知。"))
            : Budget.CostToServe(spent, input.Number(CostKinds.HourlyRate) ?? 0).Measure();
    }
}
