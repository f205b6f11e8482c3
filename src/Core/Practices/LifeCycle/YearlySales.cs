using Clientele.Practices.History;

namespace Clientele.Practices.LifeCycle;

/// <summary>Amounts by years of twelve calendar months, the last ending with the month of the as-of day.</summary>
internal static class YearlySales
{
    /// <summary>The sums, the year of the first fact first; empty without facts.</summary>
    public static IReadOnlyList<decimal> Of(HistoryInput input)
    {
        if (input.Facts.Count == 0)
        {
            return [];
        }

        var years = new decimal[YearsBack.Of(input.AsOf, input.Facts[0].First) + 1];
        foreach (var fact in input.Facts)
        {
            years[^(YearsBack.Of(input.AsOf, fact.First) + 1)] += fact.Amount;
        }

        return years;
    }
}
