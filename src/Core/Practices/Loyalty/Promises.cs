using Clientele.Analysis.Loyalty;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Loyalty;

/// <summary>Promises and how they were kept: made and kept carry the same reference.</summary>
internal sealed class Promises : IHistoryComputation
{
    public static Measure Measure { get; } = new HistoryMeasure
    {
        Name = "core.promises_kept",
        Title = new("Promises kept", "承诺兑现率"),
        Unit = MeasureUnit.Ratio,
        Description = new("Promises kept, of those that were due; missing before one was due.", "到期承诺中已兑现的比例；尚无到期承诺时缺失。"),
        Source = "Promise ledger, text 001",
        Kinds = [SurveyKinds.PromiseMade, SurveyKinds.PromiseKept],
        Singly = true,
        Computation = new Promises(),
    };

    public MeasureResult Compute(HistoryInput input) => PromiseLedger
        .Of(Pair(input.Facts.Select(fact => (fact.Kind, fact.First, (decimal?)(fact.Amount == 0 ? null : fact.Amount), fact.Details))), input.AsOf)
        .Then(ledger => Finding.Of(ledger.Kept.Share)).Number().Measure();

    /// <summary>Puts what was promised and what was delivered together, in the order of days.</summary>
    public static IReadOnlyList<Promise> Pair(IEnumerable<(string Kind, DateOnly On, decimal? Amount, IReadOnlyDictionary<string, string> Details)> facts)
    {
        var promises = new Dictionary<string, Promise>(StringComparer.Ordinal);
        foreach (var (kind, on, amount, details) in facts)
        {
            var reference = details.Text("reference");
            if (kind == SurveyKinds.PromiseMade)
            {
                promises[reference] = new(details.Day("due") ?? on, null, amount);
            }
            else if (promises.TryGetValue(reference, out var promise))
            {
                promises[reference] = promise with { Kept = promise.Kept ?? on, Delivered = amount ?? promise.Promised };
            }
        }

        return [.. promises.Values];
    }
}
