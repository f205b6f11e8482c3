namespace Clientele.Practices.History;

/// <summary>Years of twelve calendar months, the last ending with the month of the as-of day.</summary>
internal static class YearsBack
{
    /// <summary>In which of them a day lies: 0 for the last.</summary>
    public static int Of(DateOnly asOf, DateOnly day) => Months(asOf, day) / 12;

    /// <summary>The first day on which a fact moves from one year to the one before.</summary>
    public static DateOnly Turns(HistoryInput input)
    {
        var months = int.MaxValue;
        foreach (var fact in input.Facts)
        {
            months = Math.Min(months, 12 - (Months(input.AsOf, fact.First) % 12));
        }

        var month = new DateOnly(input.AsOf.Year, input.AsOf.Month, 1);
        return months == int.MaxValue || month.Year > 9990 ? DateOnly.MaxValue : month.AddMonths(months);
    }

    private static int Months(DateOnly asOf, DateOnly day) => ((asOf.Year - day.Year) * 12) + asOf.Month - day.Month;
}
