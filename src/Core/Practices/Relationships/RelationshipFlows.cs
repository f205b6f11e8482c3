using Clientele.Analysis.RelationshipValue;
using Clientele.Practices.Costs;
using Clientele.Practices.History;

namespace Clientele.Practices.Relationships;

/// <summary>The cash flow of a client by year. Costs stand in the year they fell in; what winning the client cost is not expected again.</summary>
internal static class RelationshipFlows
{
    public const string Acquired = "core.acquisition_cost_12m";

    /// <summary>What winning the client cost within the last year: no part of what keeping it will cost.</summary>
    public static Measure AcquiredMeasure { get; } = new FactMeasure
    {
        Name = Acquired,
        Title = new("Cost of winning the client in 12 months", "近12个月获客成本"),
        Unit = MeasureUnit.Money,
        Description = new("The costs of the last twelve months with the purpose of winning clients; they are not expected again.", "近12个月用途为获客的费用之和；预期不再发生。"),
        Aggregate = Aggregate.Sum,
        Kinds = [CostKinds.Cost],
        Where = new Dictionary<string, string>(StringComparer.Ordinal) { ["purpose"] = CostKinds.Acquisition },
        Window = Window.Months(12),
    };

    /// <summary>What a flow needs of a client besides its facts.</summary>
    public static IReadOnlyList<string> Reads { get; } = [Terms.MarginRate, Terms.RetentionRate, Terms.DiscountRate, Acquired];

    /// <summary>The flow of a client with a margin rate and at least one fact.</summary>
    /// <param name="facts">The sales and costs: first day, kind and amount of each, or of each month.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="number">Gives the client's own terms.</param>
    public static RelationshipFlow Of(IEnumerable<(DateOnly First, string Kind, decimal Amount)> facts, DateOnly asOf, Func<string, decimal?> number)
    {
        var margin = number(Terms.MarginRate) ?? 0;
        var years = new SortedDictionary<int, (decimal Sales, decimal Costs)>();
        foreach (var (first, kind, amount) in facts)
        {
            var back = YearsBack.Of(asOf, first);
            var (sales, costs) = years.GetValueOrDefault(back);
            years[back] = kind == CostKinds.Cost ? (sales, costs + amount) : (sales + amount, costs);
        }

        RelationshipPeriod Year(int back) => new(years.GetValueOrDefault(back).Sales, margin, years.GetValueOrDefault(back).Costs);
        var last = Year(0);
        return new RelationshipFlow
        {
            History = [.. Enumerable.Range(0, years.Keys.Max() + 1).Reverse().Select(Year)],
            Expected = last with { RetentionCost = Math.Max(0, last.RetentionCost - (number(Acquired) ?? 0)) },
            Horizon = Terms.Horizon,
            Retention = number(Terms.RetentionRate) ?? Terms.UsualRetention,
            Discount = number(Terms.DiscountRate) ?? Terms.UsualDiscount,
            Period = PeriodUnit.Year,
        };
    }
}
