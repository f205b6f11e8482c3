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

        var years = new decimal[Back(input, input.Facts[0].First) + 1];
        foreach (var fact in input.Facts)
        {
            years[^(Back(input, fact.First) + 1)] += fact.Amount;
        }

        return years;
    }

    private static int Back(HistoryInput input, DateOnly day) => ((input.AsOf.Year - day.Year) * 12 + input.AsOf.Month - day.Month) / 12;
}
