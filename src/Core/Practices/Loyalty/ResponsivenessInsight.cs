using Clientele.Analysis.Loyalty;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Loyalty;

/// <summary>The responsiveness of all clients, smoothed with the mean of the portfolio itself.</summary>
internal sealed class ResponsivenessInsight : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.responsiveness_of_clients",
        Title = new("Responsiveness of the clients", "客户反应度一览"),
        Description = new("How many efforts each client answered well, and the responsiveness smoothed with the mean of all clients, so that one answer to one effort is not rated above six to eight.", "各客户对努力作出正面回应的次数，以及以全体均值平滑后的反应度，使“一次中一次”不会高于“八次中六次”。"),
        Source = "Beta-binomial smoothing; responsiveness of text 001",
        Kinds = [SurveyKinds.Outreach, SurveyKinds.Response],
        Computation = new ResponsivenessInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var facts = new SortedDictionary<ClientId, List<(string, DateOnly, IReadOnlyDictionary<string, string>)>>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            facts.TryAdd(fact.Client, []);
            facts[fact.Client].Add((fact.Kind, fact.OccurredOn, fact.Details));
        }

        var efforts = facts.Select(client => (Client: client.Key, Efforts: ResponsivenessMeasure.Efforts(input.AsOf, client.Value))).Where(client => client.Efforts.Count > 0).ToList();
        var mean = Proportion.Of(efforts.Sum(client => client.Efforts.Count(effort => effort.Positive)), efforts.Sum(client => client.Efforts.Count), new("efforts", "努力"));
        if (!mean.IsKnown)
        {
            return InsightResult.Refused(mean.Refusal);
        }

        var rows = efforts.Select(client => (client.Client, client.Efforts, Found: Responsiveness.Of(client.Efforts, mean.Value.Share, ResponsivenessMeasure.Strength).Then(found => Finding.Of(found.Value)).Number()));
        return new InsightResult
        {
            Figures =
            [
                new("mean", new("Answered well, of all efforts", "全部努力中得到正面回应的比例"), (decimal)Math.Round(mean.Value.Share, 6), MeasureUnit.Ratio),
                new("efforts", new("Efforts", "努力次数"), mean.Value.Whole, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "clients",
                    new("Clients", "客户"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("answered", "Answered well", "正面回应", MeasureUnit.Count), Shown.Column("efforts", "Efforts", "努力次数", MeasureUnit.Count), Shown.Column("responsiveness", "Responsiveness", "反应度", MeasureUnit.Ratio)],
                    [.. rows.OrderByDescending(row => row.Found.Value).ThenBy(row => row.Client).Select(row => new InsightRow(row.Client, (long)row.Efforts.Count(effort => effort.Positive), (long)row.Efforts.Count, row.Found.Cell()) { Clients = [row.Client] })]),
            ],
        };
    }
}
