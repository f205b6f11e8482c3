namespace Clientele.Analysis.Forecasting;

/// <summary>A change rate that a person puts in the place of the one read from history.</summary>
/// <param name="Rate">The change of one period, where 0.15 is a rise of 15 %; not below −1.</param>
/// <param name="Author">Who decided it.</param>
/// <param name="Reason">Why; an override without a reason is refused.</param>
/// <param name="On">The day it was decided.</param>
/// <param name="Expires">The last day it holds.</param>
public sealed record RateOverride(double Rate, string Author, string Reason, DateOnly On, DateOnly Expires)
{
    /// <summary>Checks the override.</summary>
    /// <returns>The override, or why it is refused.</returns>
    public Finding<RateOverride> Check() =>
        string.IsNullOrWhiteSpace(Author) ? Finding.Refused<RateOverride>("override_without_author", new("An override needs an author.", "人工调整须注明调整人。"))
        : string.IsNullOrWhiteSpace(Reason) ? Finding.Refused<RateOverride>("override_without_reason", new("An override needs a reason.", "人工调整须注明理由。"))
        : Expires < On ? Finding.Refused<RateOverride>("override_expires_first", new("The override expires before it was decided.", "人工调整的失效日早于调整日。"))
        : !double.IsFinite(Rate) || Rate < -1 ? Finding.Refused<RateOverride>("override_rate", new("The rate of an override is a finite number of at least −1.", "人工调整的变动率应为不小于 −1 的有限数值。"))
        : Finding.Of(this);

    /// <summary>Whether the override holds on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether the day lies between that of the decision and that of expiry, both included.</returns>
    public bool HoldsOn(DateOnly day) => day >= On && day <= Expires;
}
