namespace Clientele.Analysis.RelationshipValue;

/// <summary>What keeps a client from leaving.</summary>
public enum BarrierKind
{
    /// <summary>A running contract.</summary>
    Contractual,

    /// <summary>Technical or data integration.</summary>
    Technical,

    /// <summary>What his people would have to learn anew.</summary>
    Learning,

    /// <summary>Relations between people.</summary>
    Relational,

    /// <summary>Money he would lose: rebates, deposits.</summary>
    Financial,
}

/// <summary>One reason to stay, with what it is worth to the client.</summary>
/// <param name="Kind">What kind of reason.</param>
/// <param name="Estimate">What leaving would cost him by it, in money; 0 or more.</param>
public readonly record struct Barrier(BarrierKind Kind, decimal Estimate);

/// <summary>How much better a competitor would have to be.</summary>
/// <param name="Barriers">All reasons to stay together.</param>
/// <param name="Margin">Barriers less the competitor's net advantage; at 0 or below the client is at risk.</param>
public sealed record SwitchingBarriers(decimal Barriers, decimal Margin)
{
    /// <summary>Whether leaving would pay for the client.</summary>
    public bool AtRisk => Margin <= 0;

    /// <summary>Weighs the barriers against the best competitor.</summary>
    /// <param name="barriers">The reasons to stay.</param>
    /// <param name="competitorAdvantage">By how much the best competitor is better for the client, in money.</param>
    /// <returns>The margin, or why there is none: a client without a single reason to stay is listed, not given a zero.</returns>
    public static Finding<SwitchingBarriers> Of(IReadOnlyList<Barrier> barriers, decimal competitorAdvantage)
    {
        ArgumentNullException.ThrowIfNull(barriers);
        if (barriers.Count == 0)
        {
            return Finding.Refused<SwitchingBarriers>("no_reason_to_stay", new("No reason to stay is on record for the client.", "没有记录任何使该客户留下的理由。"));
        }

        var reason = barriers.Select(barrier => OutOfRange.Of(OutOfRange.Cost("estimate of a barrier", "转移成本估计", barrier.Estimate))).FirstOrDefault(found => found is not null)
            ?? OutOfRange.Of(OutOfRange.Amount("competitor's advantage", "竞争对手的净优势", competitorAdvantage));
        if (reason is not null)
        {
            return Finding.Refused<SwitchingBarriers>(reason);
        }

        var sum = barriers.Sum(barrier => barrier.Estimate);
        return Finding.Of(new SwitchingBarriers(sum, sum - competitorAdvantage));
    }
}
