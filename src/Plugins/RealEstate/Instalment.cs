namespace Clientele.RealEstate;

/// <summary>The two ways in which a housing loan is paid back.</summary>
internal static class Instalment
{
    /// <summary>等额本息: the same instalment every month.</summary>
    public static decimal Level(decimal loan, decimal yearlyRate, int months)
    {
        var rate = yearlyRate / 12;
        if (rate == 0)
        {
            return loan / months;
        }

        var growth = 1m;
        for (var month = 0; month < months; month++)
        {
            growth *= 1 + rate;
        }

        return loan * rate * growth / (growth - 1);
    }

    /// <summary>等额本金: the same principal every month, so that the first instalment is the largest.</summary>
    public static decimal FirstOfEqualPrincipal(decimal loan, decimal yearlyRate, int months) => (loan / months) + (loan * yearlyRate / 12);

    public static decimal InterestOfLevel(decimal loan, decimal yearlyRate, int months) => (Level(loan, yearlyRate, months) * months) - loan;

    // The debt falls in a straight line, so interest is paid on half of it on average, and on one month more.
    public static decimal InterestOfEqualPrincipal(decimal loan, decimal yearlyRate, int months) => loan * yearlyRate / 12 * (months + 1) / 2;
}
