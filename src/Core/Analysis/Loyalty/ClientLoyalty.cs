namespace Clientele.Analysis.Loyalty;

/// <summary>The kinds of loyalty of Dick and Basu (Journal of the Academy of Marketing Science 22 (1994) 99–113).</summary>
public enum LoyaltyKind
{
    /// <summary>Buys and means it.</summary>
    TrueLoyalty,

    /// <summary>Buys, but would leave: habit, lack of choice.</summary>
    Spurious,

    /// <summary>Means it, but does not buy.</summary>
    Latent,

    /// <summary>Neither.</summary>
    None,
}

/// <summary>What a client does and what he thinks.</summary>
/// <param name="Behaviour">Tenure, repurchase, frequency, share of wallet: between 0 and 1.</param>
/// <param name="Attitude">Recommendation, trust, tolerance of price and of faults: between 0 and 1.</param>
/// <param name="Kind">The quadrant.</param>
/// <param name="InDanger">Whether he is a valuable client whose loyalty is only habit.</param>
public sealed record ClientLoyalty(double Behaviour, double Attitude, LoyaltyKind Kind, bool InDanger)
{
    /// <summary>Places a client.</summary>
    /// <param name="behaviour">The parts of his behaviour, each between 0 and 1.</param>
    /// <param name="attitude">The parts of his attitude, each between 0 and 1.</param>
    /// <param name="valuable">Whether he is a client of quality.</param>
    /// <param name="threshold">From where on a score is high; 0.5 by default.</param>
    /// <returns>The loyalty, or why there is none: of one side nothing is known.</returns>
    public static Finding<ClientLoyalty> Of(IReadOnlyList<double> behaviour, IReadOnlyList<double> attitude, bool valuable, double threshold = 0.5)
    {
        ArgumentNullException.ThrowIfNull(behaviour);
        ArgumentNullException.ThrowIfNull(attitude);
        var reason = behaviour.Count == 0 ? TooFew.Of(new("facts about behaviour", "行为数据"), 0, 1)
            : attitude.Count == 0 ? TooFew.Of(new("answers about attitude", "态度数据"), 0, 1)
            : behaviour.Concat(attitude).Append(threshold).Select(part => OutOfRange.Of(OutOfRange.Share("loyalty score", "忠诚度评分", part))).FirstOrDefault(found => found is not null);
        if (reason is not null)
        {
            return Finding.Refused<ClientLoyalty>(reason);
        }

        double does = behaviour.Average(), thinks = attitude.Average();
        var kind = (does >= threshold, thinks >= threshold) switch
        {
            (true, true) => LoyaltyKind.TrueLoyalty,
            (true, false) => LoyaltyKind.Spurious,
            (false, true) => LoyaltyKind.Latent,
            _ => LoyaltyKind.None,
        };
        return Finding.Of(new ClientLoyalty(does, thinks, kind, valuable && kind == LoyaltyKind.Spurious));
    }
}
