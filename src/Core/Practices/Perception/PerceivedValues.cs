using Clientele.Analysis.PerceivedValue;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Perception;

/// <summary>Our offers beside the competitors', and which factor is worth improving first.</summary>
internal sealed class PerceivedValues : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.perceived_values",
        Title = new("Perceived value of our offers and of competitors'", "本企业与竞争对手方案的感知价值"),
        Description = new("What each client's latest assessments make of our offer and of the best competitor's; and what a tenth more utility of each factor would be worth to him.", "按客户最近评价计算本企业与最强竞争对手方案的价值；以及各因素效用提高0.1对客户的价值。"),
        Source = "Benefits less sacrifices, text 002",
        Kinds = [OfferAssessment.Kind],
        Computation = new PerceivedValues(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        // Facts come in the order of days, so that the last of each offer is what remains.
        var latest = new Dictionary<(ClientId Client, string Offer), Touchpoint>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            latest[(fact.Client, fact.Details.Text("offer"))] = fact;
        }

        var clients = latest.Where(entry => entry.Key.Offer.Length == 0).Select(entry => (Fact: entry.Value, Ours: OfferAssessment.Value(Price(entry.Value), entry.Value.Details), Best: Best(latest, entry.Key.Client))).ToList();
        if (clients.Count == 0)
        {
            return Shown.Nothing("No client has assessed our offer.", "尚无客户评价本企业方案。");
        }

        return new InsightResult
        {
            Figures = [new("behind", new("Clients for whom a competitor's offer is worth more", "竞争对手方案价值更高的客户"), clients.Count(client => client.Best > client.Ours.Value?.Value), MeasureUnit.Count) { Alert = clients.Any(client => client.Best > client.Ours.Value?.Value) }],
            Tables =
            [
                new(
                    "offers",
                    new("Offers", "方案"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("benefit", "Benefit", "收益", MeasureUnit.Money), Shown.Column("sacrifice", "Sacrifice", "代价", MeasureUnit.Money), Shown.Column("value", "Perceived value", "感知价值", MeasureUnit.Money), Shown.Column("best", "Best competitor", "最强竞争对手", MeasureUnit.Money), Shown.Column("first", "To improve first", "优先改进")],
                    [.. clients.OrderBy(client => client.Fact.Client).Select(client => new InsightRow(
                        client.Fact.Client,
                        client.Ours.Then(found => Finding.Of(found.Benefit)).Cell(),
                        client.Ours.Then(found => Finding.Of(found.Sacrifice)).Cell(),
                        client.Ours.Then(found => Finding.Of(found.Value)).Cell(),
                        client.Best,
                        InsightCell.Same(First(client.Fact))) { Clients = [client.Fact.Client] })]),
            ],
        };
    }

    private static decimal? Best(Dictionary<(ClientId Client, string Offer), Touchpoint> latest, ClientId client) => latest
        .Where(entry => entry.Key.Client == client && entry.Key.Offer.Length > 0)
        .Select(entry => OfferAssessment.Value(Price(entry.Value), entry.Value.Details))
        .Where(found => found.IsKnown)
        .Max(found => (decimal?)found.Value!.Value);

    // Each step costs the same, so that the order is that of the gains; a factor at its best has nothing to gain.
    private static string First(Touchpoint fact)
    {
        var offer = OfferAssessment.Offer(Price(fact), fact.Details);
        var ranked = CustomerPerceivedValue.Rank(offer, [.. offer.Factors.Select(factor => new Improvement(factor.Name, 1, now => now with
        {
            Factors = [.. now.Factors.Select(other => other.Name == factor.Name ? other with { Utility = Math.Min(other.Utility + 0.1, 1) } : other)],
        }))]);
        return ranked.IsKnown && ranked.Value[0].Gain > 0 ? ranked.Value[0].Improvement.Name : "";
    }

    private static decimal Price(Touchpoint fact) => fact.Amount?.Amount ?? 0;
}
