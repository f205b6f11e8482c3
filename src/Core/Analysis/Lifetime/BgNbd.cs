namespace Clientele.Analysis.Lifetime;

/// <summary>
/// Buying at any time without a contract: purchases come at a rate that differs between clients (gamma), and after each purchase a client leaves
/// with a probability that differs between clients (beta). Fader, Hardie and Lee, "Counting your customers" the easy way, Marketing Science 24 (2005) 275–284.
/// </summary>
/// <param name="R">Shape of the distribution of rates; above 0.</param>
/// <param name="Alpha">Its scale, in the unit of time of the fit; above 0.</param>
/// <param name="A">First parameter of the distribution of the probability of leaving; above 0.</param>
/// <param name="B">Its second parameter; above 0.</param>
/// <remarks>A client who never bought again is alive for certain in this model, because only a purchase gives him an occasion to leave; <see cref="ParetoNbd"/> says otherwise. Immutable and thread-safe.</remarks>
public sealed record BgNbd(double R, double Alpha, double A, double B) : IBuyingModel
{
    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="patterns">The clients' patterns, in one unit of time; alike ones are put together.</param>
    /// <returns>The fitted model, or why there is none: too few clients, or data that do not settle the parameters.</returns>
    public static Finding<Fit<BgNbd>> Fit(IEnumerable<BuyingPattern> patterns) => LifetimeData.Of(patterns).Then(data =>
        Maximum.Climb(new BgNbdLikelihood(data).Of, [1, 0.5, 1, 2], [0.2, 0.1, 0.5, 5], [3, 1, 3, 3]).Then(peak =>
        {
            peak.At[1] *= data.Unit;
            return Finding.Of((peak with { Value = peak.Value - data.SumOfLogs }).Fit(new BgNbd(peak.At[0], peak.At[1], peak.At[2], peak.At[3]), ["r", "alpha", "a", "b"], data.Clients));
        }));

    /// <inheritdoc/>
    public Finding<double> ProbabilityAlive(BuyingPattern pattern) => Refusal(pattern, 0) is { } reason
        ? Finding.Refused<double>(reason)
        : Computed.Of(Alive(pattern));

    /// <inheritdoc/>
    public Finding<double> ExpectedPurchases(BuyingPattern pattern, double horizon) => Refusal(pattern, horizon) is { } reason
        ? Finding.Refused<double>(reason)
        : Computed.Of(Alive(pattern) * Surviving.Purchases(R + pattern.Repeats, horizon / (Alpha + pattern.Observed), B + pattern.Repeats, A));

    /// <summary>How many purchases to expect from a client of whom nothing is known, after the first.</summary>
    /// <param name="horizon">The length of time from the first purchase; 0 or more.</param>
    /// <returns>The expected number, or why there is none.</returns>
    public Finding<double> ExpectedOfNewClient(double horizon) => Refusal(default(BuyingPattern) with { Clients = 1 }, horizon) is { } reason
        ? Finding.Refused<double>(reason)
        : Computed.Of(Surviving.Purchases(R, horizon / Alpha, B, A));

    private double Alive(BuyingPattern pattern)
    {
        if (pattern.Repeats == 0)
        {
            return 1;
        }

        var odds = Math.Log(A / (B + pattern.Repeats - 1)) + ((R + pattern.Repeats) * Math.Log((Alpha + pattern.Observed) / (Alpha + pattern.Last)));
        return 1 / (1 + Math.Exp(odds));
    }

    private Reason? Refusal(BuyingPattern pattern, double horizon) => pattern.Contradiction() ?? ModelParameters.Refusal(horizon, R, Alpha, A, B);
}
