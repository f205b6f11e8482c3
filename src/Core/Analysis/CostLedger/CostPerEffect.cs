namespace Clientele.Analysis.CostLedger;

/// <summary>What one effect cost: one client won, one client kept.</summary>
/// <param name="Money">In money.</param>
/// <param name="Hours">In hours.</param>
public sealed record CostPerEffect(decimal Money, decimal Hours)
{
    /// <summary>Spent / effects.</summary>
    /// <param name="spent">What was spent.</param>
    /// <param name="effects">How many effects it had.</param>
    /// <returns>The cost of one, or why it is undefined: there was no effect, and a cost per nothing is neither zero nor infinite.</returns>
    public static Finding<CostPerEffect> Of(Spent spent, long effects) => spent.Refusal() is { } reason ? Finding.Refused<CostPerEffect>(reason)
        : effects > 0 ? Finding.Of(new CostPerEffect(spent.Money / effects, spent.Hours / effects))
        : Finding.Refused<CostPerEffect>("no_effect", new("There was no effect to divide the cost by (nobody won, nobody kept), so that the cost of one is undefined.", "没有可分摊成本的成效（无新增或保留客户），单位成本无定义。"));
}

/// <summary>How many times as much one thing costs as another, in money and in hours, beside what the literature says.</summary>
/// <param name="Dear">The cost of the dearer kind: a client won.</param>
/// <param name="Cheap">The cost of the other: a client kept.</param>
/// <param name="Money">The ratio in money; refused where the cheaper one cost no money.</param>
/// <param name="Hours">The ratio in hours; refused where it cost no hours.</param>
/// <param name="InBand">Whether the ratio in money lies in the band it is compared with; <see langword="null"/> without a ratio.</param>
public sealed record CostRatio(CostPerEffect Dear, CostPerEffect Cheap, Finding<decimal> Money, Finding<decimal> Hours, bool? InBand)
{
    /// <summary>Compares the cost of winning a client with that of keeping one (CAC/CRC), or of attack with that of defence.</summary>
    /// <param name="dear">What was spent on winning, or on attack.</param>
    /// <param name="won">How many clients it won.</param>
    /// <param name="cheap">What was spent on keeping, or on defence.</param>
    /// <param name="kept">How many clients it kept.</param>
    /// <param name="bandFrom">The lower end of the band to compare with: a setting of the firm, never a result.</param>
    /// <param name="bandTo">Its upper end.</param>
    /// <returns>The ratio, or why there is none.</returns>
    public static Finding<CostRatio> Of(Spent dear, long won, Spent cheap, long kept, decimal bandFrom, decimal bandTo) =>
        CostPerEffect.Of(dear, won).Then(one => CostPerEffect.Of(cheap, kept).Then(other =>
        {
            Finding<decimal> money = Ratio(one.Money, other.Money), hours = Ratio(one.Hours, other.Hours);
            return Finding.Of(new CostRatio(one, other, money, hours, money.IsKnown ? money.Value >= bandFrom && money.Value <= bandTo : null));
        }));

    private static Finding<decimal> Ratio(decimal one, decimal other) => other > 0
        ? Computed.Exactly(() => Finding.Of(one / other))
        : Finding.Refused<decimal>("nothing_spent", new("Nothing was spent on the other side, so that there is no ratio.", "另一方没有支出，无法计算比率。"));
}
