namespace Clientele.Analysis.PerceivedValue;

/// <summary>What is delivered to a client and what it costs him, all in one unit. Kotler, Marketing Management (8th edition, 1994), chapter 2.</summary>
/// <param name="Product">Value of the product.</param>
/// <param name="Service">Value of service.</param>
/// <param name="Personnel">Value of the people he deals with.</param>
/// <param name="Image">Value of the firm's name.</param>
/// <param name="Money">What he pays.</param>
/// <param name="Time">What his time is worth.</param>
/// <param name="Energy">What his trouble is worth.</param>
/// <param name="Psychic">What his worry is worth.</param>
public sealed record DeliveredValue(decimal Product, decimal Service, decimal Personnel, decimal Image, decimal Money, decimal Time, decimal Energy, decimal Psychic)
{
    /// <summary>All value together.</summary>
    public decimal TotalValue => Product + Service + Personnel + Image;

    /// <summary>All cost together.</summary>
    public decimal TotalCost => Money + Time + Energy + Psychic;

    /// <summary>Customer delivered value: total value less total cost.</summary>
    /// <returns>The value, negative where the client loses, or why there is none.</returns>
    public Finding<decimal> Value() => Refusal() is { } reason ? Finding.Refused<decimal>(reason) : Finding.Of(TotalValue - TotalCost);

    /// <summary>Total value / total cost.</summary>
    /// <returns>The ratio, or why there is none: without cost it is undefined.</returns>
    public Finding<decimal> Ratio() => Refusal() is { } reason ? Finding.Refused<decimal>(reason)
        : TotalCost > 0 ? Computed.Exactly(() => Finding.Of(TotalValue / TotalCost))
        : Finding.Refused<decimal>("no_cost", new("The offer costs the client nothing, so that there is no ratio of value to cost.", "客户没有付出任何成本，无法计算价值与成本之比。"));

    /// <summary>By how much the firm leads a competitor.</summary>
    /// <param name="competitor">What the competitor delivers.</param>
    /// <returns>The lead, negative where the competitor leads, or why there is none.</returns>
    public Finding<decimal> LeadOver(DeliveredValue competitor)
    {
        ArgumentNullException.ThrowIfNull(competitor);
        return Value().Then(ours => competitor.Value().Then(theirs => Finding.Of(ours - theirs)));
    }

    /// <summary>Ranks changes by how much delivered value rises per unit of the firm's cost.</summary>
    /// <param name="levers">The changes.</param>
    /// <returns>The changes, the best first, or why there are none.</returns>
    public Finding<IReadOnlyList<RankedLever>> Rank(IReadOnlyList<Lever> levers)
    {
        ArgumentNullException.ThrowIfNull(levers);
        return Value().Then(now =>
        {
            var ranked = new List<RankedLever>();
            foreach (var lever in levers)
            {
                var then = OutOfRange.Of(new Input(new("cost of a change", "改变的成本"), (double)lever.Cost, 0.01, OutOfRange.LargestAmount)) is { } reason
                    ? Finding.Refused<decimal>(reason)
                    : lever.After.Value();
                if (!then.IsKnown)
                {
                    return Finding.Refused<IReadOnlyList<RankedLever>>(then.Refusal!);
                }

                ranked.Add(new(lever, then.Value - now, (then.Value - now) / lever.Cost));
            }

            return Finding.Of<IReadOnlyList<RankedLever>>([.. ranked.OrderByDescending(entry => entry.GainPerCost).ThenBy(entry => entry.Lever.Name, StringComparer.Ordinal)]);
        });
    }

    private Reason? Refusal() => OutOfRange.Of(
        OutOfRange.Amount("product value", "产品价值", Product),
        OutOfRange.Amount("service value", "服务价值", Service),
        OutOfRange.Amount("personnel value", "人员价值", Personnel),
        OutOfRange.Amount("image value", "形象价值", Image),
        OutOfRange.Cost("monetary cost", "货币成本", Money),
        OutOfRange.Cost("time cost", "时间成本", Time),
        OutOfRange.Cost("energy cost", "体力成本", Energy),
        OutOfRange.Cost("psychic cost", "精神成本", Psychic));
}

/// <summary>A change the firm could make.</summary>
/// <param name="Name">Its name.</param>
/// <param name="After">What would be delivered after it.</param>
/// <param name="Cost">What it costs the firm; above 0.</param>
public sealed record Lever(string Name, DeliveredValue After, decimal Cost);

/// <summary>A change with what it does.</summary>
/// <param name="Lever">The change.</param>
/// <param name="Gain">By how much delivered value rises.</param>
/// <param name="GainPerCost">The same per unit of cost.</param>
public sealed record RankedLever(Lever Lever, decimal Gain, decimal GainPerCost);
