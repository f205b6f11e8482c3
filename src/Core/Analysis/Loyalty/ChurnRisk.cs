namespace Clientele.Analysis.Loyalty;

/// <summary>One sign that a client may leave.</summary>
/// <param name="Name">Its name, such as <c>silence</c>, <c>satisfaction</c>, <c>complaints</c>, <c>movement</c>, <c>champion_left</c> or <c>bond</c>.</param>
/// <param name="Weight">How much it counts; the weights of the signs sum to 1.</param>
/// <param name="Strength">How strong it is, from 0 (absent) to 1; <see langword="null"/> when nothing is known.</param>
public sealed record ChurnSign(string Name, double Weight, double? Strength);

/// <summary>How likely a client is to leave, by the signs that are known.</summary>
/// <param name="Score">The weighted mean of the known signs, between 0 and 1: an ordering, not a probability.</param>
/// <param name="Signs">The known signs, the one that counts most first.</param>
/// <param name="KnownWeight">The weight of the known signs; 1 when all are known.</param>
public sealed record ChurnRisk(double Score, IReadOnlyList<ChurnSign> Signs, double KnownWeight)
{
    /// <summary>Scores the signs.</summary>
    /// <param name="signs">The signs.</param>
    /// <returns>The risk, or why there is none: no sign is known.</returns>
    public static Finding<ChurnRisk> Of(IReadOnlyList<ChurnSign> signs)
    {
        ArgumentNullException.ThrowIfNull(signs);
        var known = signs.Where(sign => sign.Strength is not null && sign.Weight > 0).ToList();
        var reason = Weights.WeightSet.Refusal([.. signs.Select(sign => sign.Weight)])
            ?? known.Select(sign => OutOfRange.Of(OutOfRange.Share("strength of a sign", "征兆强度", sign.Strength!.Value))).FirstOrDefault(found => found is not null)
            ?? (known.Count == 0 ? TooFew.Of(new("known signs", "已知征兆"), 0, 1) : null);
        if (reason is not null)
        {
            return Finding.Refused<ChurnRisk>(reason);
        }

        var weight = known.Sum(sign => sign.Weight);
        return Computed.Of(Math.Clamp(known.Sum(sign => sign.Weight * sign.Strength!.Value) / weight, 0, 1)).Then(score => Finding.Of(new ChurnRisk(
            score,
            [.. known.OrderByDescending(sign => sign.Weight * sign.Strength!.Value).ThenBy(sign => sign.Name, StringComparer.Ordinal)],
            weight)));
    }

    /// <summary>How good a cut-off of the score would have been on past churn.</summary>
    /// <param name="past">For each client the score before, and whether he left.</param>
    /// <param name="cutOff">From where on a score is a warning.</param>
    /// <returns>Precision (of those warned of, who left) and recall (of those who left, who was warned of), or why there are none.</returns>
    public static Finding<(Proportion Precision, Proportion Recall)> Judge(IReadOnlyCollection<(double Score, bool Left)> past, double cutOff)
    {
        ArgumentNullException.ThrowIfNull(past);
        int warned = past.Count(client => client.Score >= cutOff), left = past.Count(client => client.Left), hit = past.Count(client => client.Score >= cutOff && client.Left);
        return Proportion.Of(hit, warned, new("clients warned of", "预警客户")).Then(precision =>
            Proportion.Of(hit, left, new("clients who left", "流失客户")).Then(recall => Finding.Of((precision, recall))));
    }
}
