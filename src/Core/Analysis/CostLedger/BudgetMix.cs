namespace Clientele.Analysis.CostLedger;

/// <summary>A level of spending and the clients it won or kept.</summary>
/// <param name="Money">What was spent; 0 or more.</param>
/// <param name="Effects">Clients won or kept; 0 or more.</param>
public readonly record struct SpendingLevel(decimal Money, decimal Effects);

/// <summary>Where the next unit of money does more: in attack or in defence.</summary>
/// <param name="Offensive">Clients won per further unit of attack.</param>
/// <param name="Defensive">Clients kept per further unit of defence.</param>
/// <param name="Better">Where to move budget to; <see langword="null"/> when both do the same.</param>
public sealed record BudgetMix(decimal Offensive, decimal Defensive, MarketingStance? Better)
{
    /// <summary>Compares the marginal effects of two levels of each.</summary>
    /// <param name="offensiveBefore">Attack at the lower level.</param>
    /// <param name="offensiveAfter">Attack at the higher level.</param>
    /// <param name="defensiveBefore">Defence at the lower level.</param>
    /// <param name="defensiveAfter">Defence at the higher level.</param>
    /// <returns>The mix, or why there is none: a level did not rise.</returns>
    public static Finding<BudgetMix> Of(SpendingLevel offensiveBefore, SpendingLevel offensiveAfter, SpendingLevel defensiveBefore, SpendingLevel defensiveAfter) =>
        Marginal(offensiveBefore, offensiveAfter).Then(offensive => Marginal(defensiveBefore, defensiveAfter).Then(defensive => Finding.Of(new BudgetMix(
            offensive,
            defensive,
            offensive > defensive ? MarketingStance.Offensive : defensive > offensive ? MarketingStance.Defensive : null))));

    private static Finding<decimal> Marginal(SpendingLevel before, SpendingLevel after)
    {
        var reason = OutOfRange.Of(
            OutOfRange.Cost("money spent", "支出金额", before.Money),
            OutOfRange.Cost("money spent", "支出金额", after.Money),
            OutOfRange.Cost("effects", "成效", before.Effects),
            OutOfRange.Cost("effects", "成效", after.Effects));
        return reason is not null ? Finding.Refused<decimal>(reason)
            : after.Money > before.Money ? Computed.Exactly(() => Finding.Of((after.Effects - before.Effects) / (after.Money - before.Money)))
            : Finding.Refused<decimal>("no_more_spent", new("Spending did not rise between the levels, so that a marginal effect cannot be seen.", "两个水平之间支出没有增加，无法观察边际效应。"));
    }
}
