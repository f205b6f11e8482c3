using Clientele.Analysis.Loyalty;
using Clientele.Practices.PromiseKeeping;
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
        Kinds = Kinds,
        Singly = true,
        Computation = new Promises(),
    };

    /// <summary>What tells of promises that were made, and how they ended.</summary>
    public static IReadOnlyList<string> Kinds => [PromiseMatter.Requested, PromiseMatter.Approved, SurveyKinds.PromiseMade, SurveyKinds.PromiseKept];

    public MeasureResult Compute(HistoryInput input) => PromiseLedger
        .Of(Pair(input.Facts.Select(fact => (fact.Kind, fact.First, (decimal?)(fact.Amount == 0 ? null : fact.Amount), fact.Details))), input.AsOf)
        .Then(ledger => Finding.Of(ledger.Kept.Share)).Number().Measure();

    /// <summary>Puts what was promised and what was delivered together, in the order of days.</summary>
    public static IReadOnlyList<Promise> Pair(IEnumerable<(string Kind, DateOnly On, decimal? Amount, IReadOnlyDictionary<string, string> Details)> facts)
    {
        // Within a day the order of entry says nothing, so what is asked comes before what is promised, and that before what is kept.
        var steps = facts.Select(fact => (fact.Kind, fact.On, fact.Amount, fact.Details, Reference: fact.Details.Text("reference"))).ToLookup(fact => fact.Kind switch { PromiseMatter.Requested => 0, SurveyKinds.PromiseKept => 2, _ => 1 });
        var requests = steps[0].GroupBy(fact => fact.Reference, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var promises = new Dictionary<string, Promise>(StringComparer.Ordinal);
        foreach (var made in steps[1])
        {
            var request = requests.GetValueOrDefault(made.Reference);
            promises[made.Reference] = new(made.Details.Day("due") ?? request.Details?.Day("due") ?? made.On, null, made.Amount ?? request.Amount);
        }

        foreach (var kept in steps[2].Where(fact => promises.ContainsKey(fact.Reference)))
        {
            var promise = promises[kept.Reference];
            promises[kept.Reference] = promise with { Kept = promise.Kept ?? kept.On, Delivered = kept.Amount ?? promise.Promised };
        }

        return [.. promises.Values];
    }
}
