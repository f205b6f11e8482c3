namespace Clientele.Analysis.PerceivedValue;

/// <summary>Something that makes an offer valuable to a client.</summary>
/// <param name="Name">Its name, such as <c>performance</c>, <c>quality</c>, <c>brand</c> or <c>after_sales</c>.</param>
/// <param name="Weight">How much it counts; the weights of an offer sum to 1.</param>
/// <param name="Utility">How good it is, between 0 and 1 (<see cref="PerceivedValue.Utility"/>).</param>
public sealed record ValueFactor(string Name, double Weight, double Utility);

/// <summary>What an offer does for a client and what it costs him.</summary>
/// <param name="Reference">What a perfect offer would be worth to him, in money.</param>
/// <param name="Factors">What makes it valuable.</param>
/// <param name="Price">What he pays.</param>
/// <param name="AdditionalCost">What else it costs him: transport, training, waiting.</param>
public sealed record Offer(decimal Reference, IReadOnlyList<ValueFactor> Factors, decimal Price, decimal AdditionalCost);

/// <summary>What an offer is worth to a client: benefits less sacrifices. Not what the client is worth to the firm (<see cref="RelationshipValue.ClientRelationshipValue"/>).</summary>
/// <param name="Utility">The weighted mean utility, between 0 and 1.</param>
/// <param name="Benefit">Utility × reference value.</param>
/// <param name="Sacrifice">Price and additional cost.</param>
public sealed record CustomerPerceivedValue(double Utility, decimal Benefit, decimal Sacrifice)
{
    /// <summary>Benefit less sacrifice; negative where the offer costs the client more than it gives.</summary>
    public decimal Value => Benefit - Sacrifice;

    /// <summary>CV = V_ref·Σ w_i·u_i − (price + additional cost), to the cent. The offer of a competitor is valued in the same way.</summary>
    /// <param name="offer">The offer.</param>
    /// <returns>The value, or why there is none.</returns>
    public static Finding<CustomerPerceivedValue> Of(Offer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        var reason = OutOfRange.Of(
                OutOfRange.Cost("reference value", "参照价值", offer.Reference),
                OutOfRange.Cost("price", "价格", offer.Price),
                OutOfRange.Cost("additional cost", "附加成本", offer.AdditionalCost))
            ?? Weights.WeightSet.Refusal([.. offer.Factors.Select(factor => factor.Weight)])
            ?? offer.Factors.Select(factor => OutOfRange.Of(OutOfRange.Share("utility", "效用", factor.Utility))).FirstOrDefault(found => found is not null);
        if (reason is not null)
        {
            return Finding.Refused<CustomerPerceivedValue>(reason);
        }

        var utility = Math.Clamp(offer.Factors.Sum(factor => factor.Weight * factor.Utility), 0, 1);
        return Computed.Exactly(() => Finding.Of(new CustomerPerceivedValue(utility, Math.Round(offer.Reference * (decimal)utility, 2, MidpointRounding.AwayFromZero), offer.Price + offer.AdditionalCost)));
    }

    /// <summary>Ranks improvements by what the client gains for each unit the firm spends on them.</summary>
    /// <param name="offer">The offer as it is.</param>
    /// <param name="improvements">What could be done.</param>
    /// <returns>The improvements, the best first, or why there are none.</returns>
    public static Finding<IReadOnlyList<RankedImprovement>> Rank(Offer offer, IReadOnlyList<Improvement> improvements)
    {
        ArgumentNullException.ThrowIfNull(improvements);
        return Of(offer).Then(now =>
        {
            var ranked = new List<RankedImprovement>();
            foreach (var improvement in improvements)
            {
                var better = OutOfRange.Of(new Input(new("cost of an improvement", "改进成本"), (double)improvement.Cost, 0.01, OutOfRange.LargestAmount)) is { } reason
                    ? Finding.Refused<CustomerPerceivedValue>(reason)
                    : Of(improvement.Apply(offer));
                if (!better.IsKnown)
                {
                    return Finding.Refused<IReadOnlyList<RankedImprovement>>(better.Refusal);
                }

                var gain = better.Value.Value - now.Value;
                ranked.Add(new(improvement, gain, gain / improvement.Cost));
            }

            return Finding.Of<IReadOnlyList<RankedImprovement>>([.. ranked.OrderByDescending(entry => entry.GainPerCost).ThenBy(entry => entry.Improvement.Name, StringComparer.Ordinal)]);
        });
    }
}

/// <summary>Something the firm could do about an offer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cost">What it costs the firm for this client; above 0.</param>
/// <param name="Apply">The offer after it.</param>
public sealed record Improvement(string Name, decimal Cost, Func<Offer, Offer> Apply);

/// <summary>An improvement with what it does.</summary>
/// <param name="Improvement">The improvement.</param>
/// <param name="Gain">What the client gains.</param>
/// <param name="GainPerCost">What he gains per unit of cost.</param>
public sealed record RankedImprovement(Improvement Improvement, decimal Gain, decimal GainPerCost);
