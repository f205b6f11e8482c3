namespace Clientele.Analysis.Lifetime;

/// <summary>
/// Buying at any time without a contract, where a client may also leave without having bought again: purchases come at a rate that differs between clients
/// (gamma), and lifetimes end at a rate that differs as well (gamma). Schmittlein, Morrison and Colombo, Counting your customers, Management Science 33 (1987) 1–24.
/// </summary>
/// <param name="R">Shape of the distribution of purchase rates; above 0.</param>
/// <param name="Alpha">Its scale, in the unit of time of the fit; above 0.</param>
/// <param name="S">Shape of the distribution of the rates of leaving; above 0.</param>
/// <param name="Beta">Its scale; above 0.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ParetoNbd(double R, double Alpha, double S, double Beta) : IBuyingModel
{
    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="patterns">The clients' patterns, in one unit of time; alike ones are put together.</param>
    /// <returns>The fitted model, or why there is none: too few clients, or data that do not settle the parameters.</returns>
    public static Finding<Fit<ParetoNbd>> Fit(IEnumerable<BuyingPattern> patterns) => LifetimeData.Of(patterns).Then(data =>
        Maximum.Climb(Differences.Of(at => LogLikelihood(data.Patterns, at)), [1, 0.5, 1, 1], [0.5, 0.3, 0.6, 0.4], [1, 0.5, 3, 3]).Then(peak =>
        {
            peak.At[1] *= data.Unit;
            peak.At[3] *= data.Unit;
            return Finding.Of((peak with { Value = peak.Value - data.SumOfLogs }).Fit(new ParetoNbd(peak.At[0], peak.At[1], peak.At[2], peak.At[3]), ["r", "alpha", "s", "beta"], data.Clients));
        }));

    /// <inheritdoc/>
    public Finding<double> ProbabilityAlive(BuyingPattern pattern) => Refusal(pattern, 0) is { } reason
        ? Finding.Refused<double>(reason)
        : Computed.Of(Alive(pattern));

    /// <inheritdoc/>
    public Finding<double> ExpectedPurchases(BuyingPattern pattern, double horizon) => Refusal(pattern, horizon) is { } reason
        ? Finding.Refused<double>(reason)
        : Computed.Of(Alive(pattern) * (R + pattern.Repeats) / (Alpha + pattern.Observed) * Lived(Beta + pattern.Observed, horizon));

    /// <summary>How many purchases to expect from a client of whom nothing is known, after the first.</summary>
    /// <param name="horizon">The length of time from the first purchase; 0 or more.</param>
    /// <returns>The expected number, or why there is none.</returns>
    public Finding<double> ExpectedOfNewClient(double horizon) => ModelParameters.Refusal(horizon, R, Alpha, S, Beta) is { } reason
        ? Finding.Refused<double>(reason)
        : Computed.Of(R / Alpha * Lived(Beta, horizon));

    // The expected part of the horizon that a client lives; its limit at s = 1 needs no case of its own but the division.
    private double Lived(double beta, double horizon)
    {
        double log = Math.Log(1 + (horizon / beta)), less = S - 1;
        return beta * (Math.Abs(less) < 1e-12 ? log : -double.ExpM1(-less * log) / less);
    }

    private double Alive(BuyingPattern pattern) => Math.Exp(-LogOfStories(R, Alpha, S, Beta, pattern, out _));

    private static double LogLikelihood(IReadOnlyList<BuyingPattern> patterns, double[] at)
    {
        double r = at[0], alpha = at[1], s = at[2], beta = at[3], sum = 0;
        foreach (var pattern in patterns)
        {
            var stories = LogOfStories(r, alpha, s, beta, pattern, out var logAlive);
            sum += pattern.Clients * (Gammas.LogRising(r, pattern.Repeats) + (r * Math.Log(alpha)) + (s * Math.Log(beta)) + logAlive + stories);
        }

        return sum;
    }

    /// <summary>How much likelier the pattern is when leaving is allowed than when the client is still there: the logarithm of 1 / P(alive).</summary>
    private static double LogOfStories(double r, double alpha, double s, double beta, BuyingPattern pattern, out double logAlive)
    {
        var (x, last, observed, _) = pattern;
        double logA = Math.Log(alpha + observed), logB = Math.Log(beta + observed);
        logAlive = (-(r + x) * logA) - (s * logB);

        // Integral of (α+y)^-(r+x) (β+y)^-(s+1) from the last purchase to the end of watching, as a difference of two tails.
        double end = LogTail(r + x, alpha, s, beta, observed), begin = LogTail(r + x, alpha, s, beta, last);
        var left = Math.Log(s) + begin + Math.Log(Math.Max(-double.ExpM1(end - begin), 0)) - logAlive;
        return left > 700 ? left : Math.Log(1 + Math.Exp(left));
    }

    // The tail beyond t by the hypergeometric function, in the form in which nothing cancels.
    private static double LogTail(double rx, double alpha, double s, double beta, double t)
    {
        double logA = Math.Log(alpha + t), logB = Math.Log(beta + t), kappa = rx + s;
        return alpha >= beta
            ? (-rx * logA) - (s * logB) + Math.Log(Gammas.Hypergeometric(rx, kappa + 1, (alpha - beta) / (alpha + t)) / kappa)
            : ((1 - rx) * logA) - ((s + 1) * logB) + Math.Log(Gammas.Hypergeometric(s + 1, kappa + 1, (beta - alpha) / (beta + t)) / kappa);
    }

    private Reason? Refusal(BuyingPattern pattern, double horizon) => pattern.Contradiction() ?? ModelParameters.Refusal(horizon, R, Alpha, S, Beta);
}
