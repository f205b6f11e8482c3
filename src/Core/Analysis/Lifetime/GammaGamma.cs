namespace Clientele.Analysis.Lifetime;

/// <summary>What a client spends on average.</summary>
/// <param name="Purchases">How many purchases the mean is of; 1 or more. With BG/NBD and Pareto/NBD these are the repeat purchases.</param>
/// <param name="Mean">Their mean amount; above 0.</param>
public readonly record struct Spending(int Purchases, double Mean);

/// <summary>
/// What a purchase is worth: the amounts of a client vary around his own mean (gamma), and the means differ between clients (gamma), so that the mean of few purchases is
/// drawn towards the mean of all. Fader and Hardie, The Gamma-Gamma model of monetary value, note 025 (2013); Fader, Hardie and Lee, Journal of Marketing Research 42 (2005).
/// </summary>
/// <param name="P">Shape of the amounts of a client; above 0.</param>
/// <param name="Q">Shape of the distribution of clients; above 1 where it has a mean.</param>
/// <param name="V">Its scale, in units of money; above 0.</param>
/// <remarks>Supposes that how much is spent does not depend on how often. Immutable and thread-safe.</remarks>
public sealed record GammaGamma(double P, double Q, double V)
{
    private const int FewestClients = 30;

    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="clients">The clients who bought; those with no amount or a negative one are refused, not skipped.</param>
    /// <returns>The fitted model, or why there is none.</returns>
    public static Finding<Fit<GammaGamma>> Fit(IReadOnlyList<Spending> clients)
    {
        ArgumentNullException.ThrowIfNull(clients);
        if (clients.Count < FewestClients)
        {
            return Finding.Refused<Fit<GammaGamma>>(TooFew.Of(new("clients with amounts", "有金额的客户"), clients.Count, FewestClients));
        }

        if (clients.Select(Refusal).FirstOrDefault(reason => reason is not null) is { } refusal)
        {
            return Finding.Refused<Fit<GammaGamma>>(refusal);
        }

        // In units of the mean amount, so that the start of the climb suits fen as well as 万元.
        var unit = clients.Average(client => client.Mean);
        Spending[] scaled = [.. clients.Select(client => client with { Mean = client.Mean / unit })];
        return Maximum.Climb(new GammaGammaLikelihood(scaled).Of, [6, 4, 0.5], [1, 2, 1], [20, 10, 0.5]).Then(peak =>
        {
            peak.At[2] *= unit;
            return Finding.Of((peak with { Value = peak.Value - (clients.Count * Math.Log(unit)) }).Fit(new GammaGamma(peak.At[0], peak.At[1], peak.At[2]), ["p", "q", "v"], clients.Count));
        });
    }

    /// <summary>What to expect of a client's next purchase.</summary>
    /// <param name="spending">What he spent; the default where nothing is known.</param>
    /// <returns>The expected amount, above 0, or why there is none: without purchases and with q of 1 or less the mean is infinite.</returns>
    public Finding<double> ExpectedAmount(Spending spending)
    {
        var reason = ModelParameters.Refusal(0, P, Q, V) ?? (spending == default ? null : Refusal(spending));
        if (reason is not null)
        {
            return Finding.Refused<double>(reason);
        }

        var weight = (P * spending.Purchases) + Q - 1;
        return weight > 0
            ? Computed.Of(P * (V + (spending.Purchases * spending.Mean)) / weight)
            : Finding.Refused<double>("mean_infinite", new("The fitted distribution of clients has no mean, so that nothing can be expected of a client who has not bought.", "拟合的客户分布没有均值，无法预期尚未购买的客户。"));
    }

    private static Reason? Refusal(Spending spending) => OutOfRange.Of(
        new Input(new("number of purchases", "购买次数"), spending.Purchases, 1, 1e6),
        new Input(new("mean amount of a purchase", "平均购买金额"), spending.Mean, 1e-6, OutOfRange.LargestAmount));
}
