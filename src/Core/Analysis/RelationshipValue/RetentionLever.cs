namespace Clientele.Analysis.RelationshipValue;

/// <summary>What a better retention rate does to the lifetime value, which differs from client to client and is therefore computed, never quoted.</summary>
/// <param name="From">The retention rate that is.</param>
/// <param name="To">The retention rate that would be, 1 at most.</param>
/// <param name="Before">The lifetime value of one unit of margin a period as it is.</param>
/// <param name="After">As it would be.</param>
/// <param name="InReichheldsBand">Whether the change lies within the 35 to 95 % that Reichheld found in his industries (The Loyalty Effect, 1996).</param>
public sealed record RetentionLever(decimal From, decimal To, decimal Before, decimal After, bool InReichheldsBand)
{
    /// <summary>The relative change of the lifetime value: 0.407 is 40.7 % more. It does not depend on the margin.</summary>
    public decimal Change => (After / Before) - 1;

    /// <summary>What raising the retention rate by some points does.</summary>
    /// <param name="retention">The rate that is; above 0.</param>
    /// <param name="discount">The discount rate per period.</param>
    /// <param name="points">By how much; 0.05 is five points.</param>
    /// <param name="horizon">How many periods count; <see langword="null"/> for no end.</param>
    /// <returns>The lever, or why there is none.</returns>
    public static Finding<RetentionLever> Raise(decimal retention, decimal discount, decimal points = 0.05m, int? horizon = null)
    {
        var reason = RetentionValue.Refusal(0, retention, discount, horizon)
            ?? OutOfRange.Of(OutOfRange.Share("rise of the retention rate", "保留率增幅", (double)points));
        return reason is not null
            ? Finding.Refused<RetentionLever>(reason)
            : Computed.Exactly(() => RetentionValue.Multiple(retention, discount, horizon).Then(before => RetentionValue.Multiple(Math.Min(retention + points, 1), discount, horizon).Then(after => Compare(retention, Math.Min(retention + points, 1), before, after))));
    }

    private static Finding<RetentionLever> Compare(decimal retention, decimal to, decimal before, decimal after) => before > 0
        ? Finding.Of(new RetentionLever(retention, to, before, after, (after / before) - 1 is >= 0.35m and <= 0.95m))
        : Finding.Refused<RetentionLever>("no_base", new("Nobody is kept today, so that there is no lifetime value to compare with.", "目前没有保留任何客户，因此没有可比较的终身价值。"));
}
