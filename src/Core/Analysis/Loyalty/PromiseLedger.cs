namespace Clientele.Analysis.Loyalty;

/// <summary>A promise that was due.</summary>
/// <param name="Due">The day by which it was to be kept.</param>
/// <param name="Kept">The day on which it was kept, with evidence; <see langword="null"/> when it was not.</param>
/// <param name="Promised">What was promised, in money or any one unit; <see langword="null"/> where it cannot be counted.</param>
/// <param name="Delivered">What was delivered, in the same unit.</param>
public sealed record Promise(DateOnly Due, DateOnly? Kept, decimal? Promised = null, decimal? Delivered = null);

/// <summary>How well promises are kept.</summary>
/// <param name="Kept">Those kept, of those due.</param>
/// <param name="OnTime">Those kept by their day, of those due.</param>
/// <param name="OverDelivery">(Σ delivered − Σ promised)/Σ promised over those that can be counted; <see langword="null"/> where none can.</param>
public sealed record PromiseLedger(Proportion Kept, Proportion OnTime, decimal? OverDelivery)
{
    /// <summary>Sums up the promises that were due by a day; a promise kept before it was due counts as well.</summary>
    /// <param name="promises">The promises.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>The ledger, or why there is none: nothing was due.</returns>
    public static Finding<PromiseLedger> Of(IEnumerable<Promise> promises, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(promises);
        var due = promises.Where(promise => promise.Due <= asOf || promise.Kept <= asOf).ToList();
        var kept = due.Where(promise => promise.Kept <= asOf).ToList();
        var counted = due.Where(promise => promise.Promised is not null && promise.Delivered is not null).ToList();
        var reason = counted.Select(promise => OutOfRange.Of(
            new Input(new("promised amount", "承诺数量"), (double)promise.Promised!.Value, 1e-4, OutOfRange.LargestAmount),
            OutOfRange.Cost("delivered amount", "兑现数量", promise.Delivered!.Value))).FirstOrDefault(found => found is not null);
        if (reason is not null)
        {
            return Finding.Refused<PromiseLedger>(reason);
        }

        var whole = new LocalizedText("promises that were due", "到期承诺");
        var promised = counted.Sum(promise => promise.Promised!.Value);
        return Proportion.Of(kept.Count, due.Count, whole).Then(all => Proportion.Of(kept.Count(promise => promise.Kept <= promise.Due), due.Count, whole).Then(onTime =>
            Finding.Of(new PromiseLedger(all, onTime, counted.Count == 0 ? null : (counted.Sum(promise => promise.Delivered!.Value) - promised) / promised))));
    }
}
