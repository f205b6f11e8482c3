namespace Clientele.Analysis.Development;

/// <summary>The diffusion of something new: F. M. Bass, A new product growth model for consumer durables, 1969.</summary>
/// <param name="Market">m, the clients who will adopt it in the end; above 0.</param>
/// <param name="Innovation">p, the share of those left who adopt it of their own accord in a period; above 0 and at most 1.</param>
/// <param name="Imitation">q, how strongly adopters draw others after them; 0 to 2.</param>
public sealed record Bass(double Market, double Innovation, double Imitation)
{
    /// <summary>The new adopters of the coming periods: n(t) = (p + q·N(t−1)/m)·(m − N(t−1)).</summary>
    /// <param name="periods">How many periods, 1 to 1,000.</param>
    /// <param name="adopted">N, how many have adopted it so far; 0 by default.</param>
    /// <returns>The new adopters of each period, never negative and together never more than the market; or why there are none.</returns>
    public Finding<IReadOnlyList<double>> Project(int periods, double adopted = 0)
    {
        if (periods is < 1 or > 1000)
        {
            return Finding.Refused<IReadOnlyList<double>>(Unusable.OutOfRange(new("number of periods", "期数"), periods, 1, 1000));
        }

        if (!(Market > 0 && double.IsFinite(Market) && Innovation is > 0 and <= 1 && Imitation is >= 0 and <= 2 && adopted >= 0 && double.IsFinite(adopted)))
        {
            return Finding.Refused<IReadOnlyList<double>>("diffusion_parameters", new("The parameters of the diffusion are out of range: m above 0, p above 0 and at most 1, q from 0 to 2.", "扩散模型参数超出范围：m 大于 0，p 大于 0 且不超过 1，q 在 0 至 2 之间。"));
        }

        var news = new List<double>(periods);
        for (var period = 0; period < periods; period++)
        {
            var left = Math.Max(0, Market - adopted);
            news.Add(Math.Min(left, (Innovation + (Imitation * adopted / Market)) * left));
            adopted += news[^1];
        }

        return Finding.Of<IReadOnlyList<double>>(news);
    }

    /// <summary>Fits the parameters to the adopters of past periods.</summary>
    /// <param name="adopters">The new adopters of each period, the oldest first; not negative, at least four periods.</param>
    /// <returns>The parameters, or why there are none: too few periods, or a course that is not that of a diffusion.</returns>
    /// <remarks>Ordinary least squares of n(t) on N(t−1) and its square, as in the paper: a = pm, b = q − p, c = −q/m.</remarks>
    public static Finding<Bass> Fit(IReadOnlyList<double> adopters)
    {
        ArgumentNullException.ThrowIfNull(adopters);
        if (adopters.Count < 4)
        {
            return Finding.Refused<Bass>(TooFew.Of(new("periods of adoption", "采用期数"), adopters.Count, 4));
        }

        if (adopters.Any(value => !double.IsFinite(value) || value is < 0 or > 1e100))
        {
            return Finding.Refused<Bass>(Unusable.Negative(new("adopters", "采用者数")));
        }

        // Scaled to a total of one, so that the normal equations stay well conditioned whatever the numbers count.
        var total = adopters.Sum();
        return total > 0 && Curve([.. adopters.Select(value => value / total)]) is { } fitted
            ? Finding.Of(fitted with { Market = fitted.Market * total })
            : Finding.Refused<Bass>("no_diffusion", new("The adopters so far do not follow the course of a diffusion, so that no end can be foreseen.", "目前的采用情况不符合扩散曲线，无法推算最终规模。"));
    }

    private static Bass? Curve(double[] adopters)
    {
        var before = adopters.Select((_, index) => adopters.Take(index).Sum()).ToArray();
        var rows = before.Select(sum => new[] { 1, sum, sum * sum }).ToArray();
        if (rows.Select(row => row[1]).Distinct().Count() < 3)
        {
            return null;
        }

        var found = MathNet.Numerics.LinearRegression.MultipleRegression.QR(rows, adopters);
        var (a, b, c) = (found[0], found[1], found[2]);
        var discriminant = (b * b) - (4 * a * c);
        if (!(c < 0 && a > 0 && discriminant >= 0))
        {
            return null;
        }

        var market = (-b - Math.Sqrt(discriminant)) / (2 * c);
        var (p, q) = (a / market, -c * market);
        return double.IsFinite(market) && market > 0 && p is > 0 and <= 1 && q is >= 0 and <= 2 ? new Bass(market, p, q) : null;
    }
}
