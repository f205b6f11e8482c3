namespace Clientele.Analysis.Lifetime;

/// <summary>
/// How many purchases a client makes who comes at a gamma-distributed rate and leaves after each with a beta-distributed probability:
/// the sum over j of P(more than j occasions) × P(having stayed j times). It is the hypergeometric expression of Fader, Hardie and Lee (2005)
/// written as a sum of probabilities, so that nothing cancels and nothing is undefined where a = 1.
/// </summary>
internal static class Surviving
{
    private const int MostTerms = 100_000;
    private const double Negligible = 1e-15;

    /// <param name="shape">Shape of the distribution of rates.</param>
    /// <param name="time">The time ahead, in units of the scale of that distribution.</param>
    /// <param name="staying">Weight of staying.</param>
    /// <param name="leaving">Weight of leaving.</param>
    public static double Purchases(double shape, double time, double staying, double leaving)
    {
        // Occasions are negative binomial: the logarithm of the probability of exactly k, started at k = 0.
        double log = -shape * Math.Log(1 + time), step = Math.Log(time / (1 + time)), mean = shape * time;
        double atMost = 0, stayed = 1, sum = 0;
        if (time <= 0 || mean > MostTerms)
        {
            return time <= 0 ? 0 : double.NaN;
        }

        for (var k = 0; k < MostTerms; k++)
        {
            atMost += Math.Exp(log);
            var more = k == 0 ? -double.ExpM1(log) : 1 - atMost;
            if (more * stayed < Negligible && k >= mean)
            {
                return sum;
            }

            if (stayed < Negligible * sum)
            {
                return sum;
            }

            sum += Math.Max(more, 0) * stayed;
            stayed *= (staying + k) / (staying + leaving + k);
            log += Math.Log((shape + k) / (k + 1)) + step;
        }

        return double.NaN;
    }
}
