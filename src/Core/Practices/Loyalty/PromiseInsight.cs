using Clientele.Analysis.Loyalty;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Loyalty;

/// <summary>How well promises are kept, and which are overdue.</summary>
internal sealed class PromiseInsight : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.promises",
        Title = new("Promises", "承诺台账"),
        Description = new("Promises kept and kept on time, of those that were due; what was delivered above what was promised; and the promises that are overdue.", "到期承诺的兑现率与按时率、超值兑现的比例，以及逾期未兑现的承诺。"),
        Source = "Promise ledger, text 001",
        Kinds = Promises.Kinds,
        Computation = new PromiseInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var facts = new SortedDictionary<ClientId, List<(string, DateOnly, decimal?, IReadOnlyDictionary<string, string>)>>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            facts.TryAdd(fact.Client, []);
            facts[fact.Client].Add((fact.Kind, fact.OccurredOn, fact.Amount?.Amount, fact.Details));
        }

        var promises = facts.SelectMany(client => Promises.Pair(client.Value).Select(promise => (Client: client.Key, Promise: promise))).ToList();
        var ledger = PromiseLedger.Of(promises.Select(entry => entry.Promise), input.AsOf);
        if (!ledger.IsKnown)
        {
            return InsightResult.Refused(ledger.Refusal);
        }

        var overdue = promises.Where(entry => entry.Promise.Kept is null && entry.Promise.Due < input.AsOf).OrderBy(entry => entry.Promise.Due).ThenBy(entry => entry.Client).ToList();
        return new InsightResult
        {
            Figures =
            [
                new("kept", new("Kept", "兑现率"), (decimal)Math.Round(ledger.Value.Kept.Share, 6), MeasureUnit.Ratio),
                new("on_time", new("Kept on time", "按时兑现率"), (decimal)Math.Round(ledger.Value.OnTime.Share, 6), MeasureUnit.Ratio),
                new("over_delivery", new("Delivered above what was promised", "超值兑现"), ledger.Value.OverDelivery is { } over ? Math.Round(over, 6) : null, MeasureUnit.Ratio),
                new("due", new("Promises that were due", "到期承诺"), ledger.Value.Kept.Whole, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "overdue",
                    new("Overdue promises", "逾期承诺"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("due", "Due", "到期日"), Shown.Column("days", "Days overdue", "逾期天数", MeasureUnit.Days)],
                    [.. overdue.Select(entry => new InsightRow(entry.Client, (DateOnly?)entry.Promise.Due, (long)(input.AsOf.DayNumber - entry.Promise.Due.DayNumber)) { Clients = [entry.Client] })]),
            ],
        };
    }
}
