namespace Clientele.Analysis.Lifetime;

/// <summary>
/// Buying at set opportunities (a yearly tender, a season) without a contract: at each a client who is still there buys or does not, with a probability that differs between
/// clients (beta), and before each he leaves with a probability that differs as well (beta). Fader, Hardie and Shang, Customer-base analysis in a discrete-time noncontractual setting, Marketing Science 29 (2010) 1086–1108.
/// </summary>
/// <param name="Alpha">First parameter of the distribution of the probability of buying; above 0.</param>
/// <param name="Beta">Its second parameter; above 0.</param>
/// <param name="Gamma">First parameter of the distribution of the probability of leaving; above 0.</param>
/// <param name="Delta">Its second parameter; above 0.</param>
/// <remarks>Time is counted in opportunities: <see cref="BuyingPattern.Last"/> is the number of the last one used, <see cref="BuyingPattern.Observed"/> how many there were. Immutable and thread-safe.</remarks>
public sealed record BgBb(double Alpha, double Beta, double Gamma, double Delta) : IBuyingModel
{
    private const int MostOpportunities = 1_000;

    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="patterns">The clients' patterns, time in opportunities; alike ones are put together.</param>
    /// <returns>The fitted model, or why there is none: too few clients, times that are no whole opportunities, or data that do not settle the parameters.</returns>
    public static Finding<Fit<BgBb>> Fit(IEnumerable<BuyingPattern> patterns) => LifetimeData.Of(patterns, scaled: false).Then(data =>
        data.Patterns.Select(Contradiction).FirstOrDefault(reason => reason is not null) is { } refusal
            ? Finding.Refused<Fit<BgBb>>(refusal)
            : Maximum.Climb(Differences.Of(at => LogLikelihood(data.Patterns, at)), [1, 1, 1, 2], [0.5, 0.5, 0.5, 3], [2, 3, 1, 5]).Then(peak =>
                Finding.Of(peak.Fit(new BgBb(peak.At[0], peak.At[1], peak.At[2], peak.At[3]), ["alpha", "beta", "gamma", "delta"], data.Clients))));

    /// <summary>How likely a client with this pattern still is one at the next opportunity.</summary>
    /// <param name="pattern">The client's pattern, in opportunities.</param>
    /// <returns>A probability, or why there is none.</returns>
    public Finding<double> ProbabilityAlive(BuyingPattern pattern) => Refusal(pattern, 0) is { } reason
        ? Finding.Refused<double>(reason)
        : Computed.Of(StayingOnce(pattern));

    /// <inheritdoc/>
    public Finding<double> ExpectedPurchases(BuyingPattern pattern, double horizon)
    {
        if (Refusal(pattern, horizon) is { } reason)
        {
            return Finding.Refused<double>(reason);
        }

        double sum = 0, staying = StayingOnce(pattern), buying = (Alpha + pattern.Repeats) / (Alpha + Beta + pattern.Observed);
        for (var ahead = 1; ahead <= (int)horizon; ahead++)
        {
            sum += buying * staying;
            staying *= (Delta + pattern.Observed + ahead) / (Gamma + Delta + pattern.Observed + ahead);
        }

        return Computed.Of(sum);
    }

    // P(there at the next opportunity | pattern).
    private double StayingOnce(BuyingPattern pattern)
    {
        double x = pattern.Repeats, n = pattern.Observed;
        return Math.Exp(Gammas.LogBeta(Alpha + x, Beta + n - x) - Gammas.LogBeta(Alpha, Beta)
            + Gammas.LogBeta(Gamma, Delta + n + 1) - Gammas.LogBeta(Gamma, Delta)
            - LogOf(pattern, Alpha, Beta, Gamma, Delta));
    }

    private static double LogLikelihood(IReadOnlyList<BuyingPattern> patterns, double[] at) =>
        patterns.Sum(pattern => pattern.Clients * LogOf(pattern, at[0], at[1], at[2], at[3]));

    // Either still there at the end, or gone since one of the unused opportunities after the last purchase.
    private static double LogOf(BuyingPattern pattern, double alpha, double beta, double gamma, double delta)
    {
        double x = pattern.Repeats, last = pattern.Last, n = pattern.Observed;
        var there = Gammas.LogBeta(alpha + x, beta + n - x) + Gammas.LogBeta(gamma, delta + n);
        var sum = 1.0;
        for (var i = 0; i < n - last; i++)
        {
            sum += Math.Exp(Gammas.LogBeta(alpha + x, beta + last - x + i) + Gammas.LogBeta(gamma + 1, delta + last + i) - there);
        }

        return there + Math.Log(sum) - Gammas.LogBeta(alpha, beta) - Gammas.LogBeta(gamma, delta);
    }

    private Reason? Refusal(BuyingPattern pattern, double horizon) => Contradiction(pattern)
        ?? ModelParameters.Refusal(horizon, Alpha, Beta, Gamma, Delta)
        ?? OutOfRange.Of(new Input(new("number of opportunities ahead", "预测的机会数"), horizon, 0, MostOpportunities));

    private static Reason? Contradiction(BuyingPattern pattern) => pattern.Contradiction() ?? (
        pattern.Last == Math.Floor(pattern.Last) && pattern.Observed == Math.Floor(pattern.Observed) && pattern.Repeats <= pattern.Last && pattern.Observed <= MostOpportunities
            ? null
            : new("not_opportunities", new(
                "Time must be counted in whole opportunities, and nobody buys more often than there were opportunities up to his last purchase.",
                "时间须按整数次机会计算，且购买次数不能超过截至末次购买的机会数。")));
}
